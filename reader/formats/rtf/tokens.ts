/** One piece of an RTF file. */
export type RtfToken =
  | { type: 'open' }
  | { type: 'close' }
  | { type: 'word'; name: string; value: number | undefined }
  | { type: 'symbol'; symbol: string }
  | { type: 'byte'; value: number }
  | { type: 'text'; text: string }

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Splits an RTF file (one character a byte) into tokens, in one pass; binary data is skipped. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0
  while (at < source.length) {
    const mark = source[at]
    if (mark === '{' || mark === '}') {
      at += 1
      yield { type: mark === '{' ? 'open' : 'close' }
    } else if (mark === '\\') {
      const code = source.charCodeAt(at + 1)
      if (!isLetter(code)) {
        if (source[at + 1] === "'") {
          const value = Number.parseInt(source.slice(at + 2, at + 4), 16)
          at += 4
          if (Number.isFinite(value)) yield { type: 'byte', value }
        } else {
          at += 2
          yield { type: 'symbol', symbol: source[at - 1] ?? '' }
        }
        continue
      }
      let end = at + 1
      while (end - at < 40 && isLetter(source.charCodeAt(end))) end += 1
      const name = source.slice(at + 1, end)
      let digits = end
      if (source[digits] === '-') digits += 1
      while (digits - end < 12 && isDigit(source.charCodeAt(digits))) digits += 1
      const value = digits > end ? Number.parseInt(source.slice(end, digits), 10) : undefined
      at = source[digits] === ' ' ? digits + 1 : digits
      if (name === 'bin') at += Math.max(0, value ?? 0)
      else yield { type: 'word', name, value: Number.isFinite(value) ? value : undefined }
    } else {
      let end = at
      while (end < source.length && source[end] !== '{' && source[end] !== '}' && source[end] !== '\\') end += 1
      yield { type: 'text', text: source.slice(at, end).replace(/[\r\n]/g, '') }
      at = end
    }
  }
}
