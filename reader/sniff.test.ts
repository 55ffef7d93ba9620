import { describe, expect, it } from 'vitest'
import { sniff } from './sniff.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('the type of a file', () => {
  it.each([
    ['%PDF-1.7\n', 'pdf'],
    ['\n\n  %PDF-1.4', 'pdf'],
    ['{\\rtf1\\ansi hello}', 'rtf'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest', 'doc'],
    ['\x89PNG\r\n\x1a\nrest', 'png'],
    ['\xff\xd8\xff\xe0rest', 'jpeg'],
    ['II*\0rest', 'tiff'],
    ['<!DOCTYPE html><p>Hello', 'html'],
    ['<div class="cv">Hello</div>', 'html'],
    ['# Ada Example\n\nEngineer', 'text'],
    ['Ada Example < Engineer', 'text'],
  ])('comes from its bytes: %j is %s', (content, kind) => {
    expect(sniff(bytes(content))).toBe(kind)
  })

  it.each([
    ['PK\x03\x04xxxxxxxxxl/workbook.xml', 'spreadsheet'],
    ['Rar!\x1a\x07', 'RAR'],
    ['\x7fELF\x02', 'program'],
    ['\x00\x01\x02\x03\x04\x05\x06\x07\x0b\x0e', 'kind of file'],
  ])('is named in the error when it is none we read: %j', (content, named) => {
    expect(() => sniff(bytes(content))).toThrowError(
      expect.objectContaining({ code: 'unsupported_file_type', message: expect.stringContaining(named) }),
    )
  })
})
