import { expect, it } from 'vitest'
import { binaryKind } from './binary-content.ts'

it.each([
  ['%PDF-1.7\n%âãÏÓ\n1 0 obj', 'a PDF file'],
  ['\ufeff  %PDF-1.4', 'a PDF file'],
  ['JVBERi0xLjcKJeLjz9MKMSAwIG9iag', 'a PDF file'],
  ['PK\u0003\u0004\u0014\u0000\u0006\u0000', 'a DOCX, ODT or ZIP file'],
  ['ÐÏ\u0011à¡±\u001aá', 'a DOC file'],
  ['\ufffd\ufffd\u0011\u0871\u001a', undefined],
  ['\ufffd\ufffd\u0011\ufffd\ufffd\ufffd\u001a\ufffd', 'a DOC file'],
  ['{\\rtf1\\ansi Jane Doe}', 'an RTF file'],
  ['J\u0000a\u0000n\u0000e\u0000 \u0000D\u0000o\u0000e\u0000 \u0000', 'binary data'],
  ['\u0000'.repeat(1000), 'binary data'],
])('%j is %s', (text, kind) => {
  expect(binaryKind(text)).toBe(kind)
})

it.each([
  'Jane Doe\nPython developer',
  'Jane\u0000Doe, Python\u0000developer \ud800 since 2019',
  'I know the PDF format (%PDF-1.7) and PKZIP.',
  'محمد، ممرض مسجل منذ 2015',
  '看護師 2015年から',
  '\f\tpage two\r\n',
  'caf\ufffd owner, r\ufffdsum\ufffd writer, fianc\ufffd, na\ufffdve, jalape\ufffdo, pi\ufffdata, \ufffdtude, \ufffdlan, d\ufffdj\ufffd vu',
])('%j is text', (text) => {
  expect(binaryKind(text)).toBeUndefined()
})
