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
  return (utf16) => {
    let low = 0
    let high = lows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (lows[middle]! < utf16) low = middle + 1
      else high = middle
    }
    return utf16 - low
  }
}
