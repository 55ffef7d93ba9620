/** Share of control characters over which bytes are no text. */
const controlShareMax = 0.01

const isControl = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13) || code === 0xfffd

const looksLikeText = (text: string): boolean => {
  let controls = 0
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) controls += 1
  return controls <= text.length * controlShareMax
}

/** UTF-16 without a byte order mark: nearly every second byte of Western text is zero. */
const utf16Guess = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 4) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue
    if (i % 2 === 0) even += 1
    else odd += 1
  }
  const half = sample.length / 2
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be'
  return undefined
}

/** Text of unknown encoding: byte order mark, UTF-8, UTF-16, else Windows-1252. Undefined when the bytes are no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  const wide = marked ?? utf16Guess(bytes)
  if (wide !== undefined) {
    const text = new TextDecoder(wide).decode(bytes)
    return looksLikeText(text) ? text : undefined
  }
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  // A cut in the middle of a character leaves one replacement character, which the share forgives.
  if (looksLikeText(utf8)) return utf8
  const western = new TextDecoder('windows-1252').decode(bytes)
  return looksLikeText(western) ? western : undefined
}
