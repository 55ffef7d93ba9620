import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { renderedPages } from './rendered-pages.ts'

it.each(renderedPages().map((page) => [basename(page.path), page] as const))(
  'docs/%s is what the code says (npm run docs:render writes it)',
  (_, { path, text }) => {
    expect(readFileSync(path, 'utf8')).toBe(text)
  },
)
