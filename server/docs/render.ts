import { writeFileSync } from 'node:fs'
import { renderedPages } from './rendered-pages.ts'

for (const { path, text } of renderedPages()) writeFileSync(path, text)
