import { describe, expect, it } from 'vitest'
import { makeDoc } from '../testing/make-doc.ts'
import { readHere } from '../testing/read-here.ts'

describe('a Word 97 file', () => {
  it('is read', async () => {
    await expect(readHere(makeDoc([{ text: 'Ada Example\rEngineer\r' }]))).resolves.toMatchObject({
      kind: 'doc',
      text: 'Ada Example\nEngineer',
      integrity_flags: [],
    })
  })

  it.each([
    ['hidden', [0x3c, 0x08, 1]],
    ['one point high', [0x43, 0x4a, 2, 0]],
    ['white by number', [0x42, 0x2a, 8]],
    ['white by value, after other properties', [0x35, 0x08, 1, 0x70, 0x68, 255, 255, 255, 0]],
  ])('gives no credit to text that is %s', async (_, properties) => {
    const document = await readHere(
      makeDoc([{ text: 'Ada ' }, { text: 'kubernetes ', properties }, { text: 'Example\r' }]),
    )
    expect(document.text).toBe('Ada Example')
    expect(document.integrity_flags).toMatchObject([{ quote: 'kubernetes' }])
  })

  it.each([
    ['not hidden after all', [0x3c, 0x08, 0]],
    ['white under a highlight', [0x42, 0x2a, 8, 0x0c, 0x2a, 2]],
    ['automatic in colour', [0x70, 0x68, 255, 255, 255, 255]],
  ])('keeps text that is %s', async (_, properties) => {
    const document = await readHere(makeDoc([{ text: 'Ada Example\r', properties }]))
    expect(document).toMatchObject({ text: 'Ada Example', integrity_flags: [] })
  })

  it('with a password is refused as encrypted', async () => {
    const bytes = makeDoc([{ text: 'Ada\r' }])
    const fib = bytes.indexOf(Buffer.from([0xec, 0xa5]))
    bytes.writeUInt16LE(0x0300, fib + 0x0a)
    await expect(readHere(bytes)).rejects.toMatchObject({ code: 'encrypted_file' })
  })

  it('that breaks off is refused as corrupt', async () => {
    await expect(readHere(makeDoc([{ text: 'Ada\r' }]).subarray(0, 2000))).rejects.toMatchObject({
      code: 'corrupt_file',
    })
  })
})
