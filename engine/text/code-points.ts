import { countBelow } from './count-below.ts'

/** Turns UTF-16 indices of `text` into code point offsets; O(1) each after one pass, no pass at all without astral characters. */
export function codePointIndex(text: string): (utf16: number) => number {
  const lows: number[] = []
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xd800 && code <= 0xdbff && i + 1 < text.length) {
      const next = text.charCodeAt(i + 1)
      if (next >= 0xdc00 && next <= 0xdfff) lows.push(++i)
    }
  }
  if (lows.length === 0) return (utf16) => utf16
  return (utf16) => utf16 - countBelow(lows.length, (i) => lows[i]! < utf16)
}
