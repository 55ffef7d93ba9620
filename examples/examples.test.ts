import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { evaluateRequestText } from './evaluate-request.ts'

it('evaluate.json is what the text files say (npm run examples:render writes it)', () => {
  expect(readFileSync(join(import.meta.dirname, 'evaluate.json'), 'utf8')).toBe(evaluateRequestText())
})
