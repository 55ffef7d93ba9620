import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readHere } from './testing/read-here.ts'

// A new folder is a new test; testing/write-fixtures.ts draws the PDFs.
const folder = join(import.meta.dirname, 'fixtures')

describe('a person reads', () => {
  it.each(readdirSync(folder).sort())('%s in the expected order', async (name) => {
    const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.'))!
    const document = await readHere(readFileSync(join(folder, name, input)))
    expect(`${document.text}\n`).toBe(readFileSync(join(folder, name, 'expected.txt'), 'utf8'))
    expect(document.integrity_flags).toEqual([])
  })
})
