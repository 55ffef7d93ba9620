import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { nodeFlags } from './node-flags.ts'

it('npm start runs Node with the flags that keep its memory small', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect(scripts.start).toBe(`node ${nodeFlags.join(' ')} server/preflight.mjs`)
})
