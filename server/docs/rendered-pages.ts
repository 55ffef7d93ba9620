import { join, resolve } from 'node:path'
import { configurationMarkdown } from './configuration-page.ts'
import { errorsMarkdown } from './errors-page.ts'

const folder = resolve(import.meta.dirname, '../../docs')

/** Pages of docs/ that are rendered from code and committed. */
export const renderedPages = (): { path: string; text: string }[] => [
  { path: join(folder, 'configuration.md'), text: configurationMarkdown() },
  { path: join(folder, 'errors.md'), text: errorsMarkdown() },
]
