import type { RawFinding } from './types.ts'

/** Blank lines or spaces that push text out of a reader's sight. */
const hugeGap = /(?:[ \t]{400}|\n[ \t\r]{0,80}(?:\n[ \t\r]{0,80}){59})\s{0,5}(?=\S)/
// Single letters with one blank each, 12 or more in a row; shorter ones are headings set wide ("E D U C A T I O N").
const spaced = /(?<![\p{L}\p{N}])(?:\p{L}[ ]){14,300}\p{L}(?![\p{L}\p{N}])/gu

/** Letters set apart so that a word cannot be found, and text moved far out of sight. */
export function findSpacedLetters(text: string): RawFinding | undefined {
  const spans = [...text.matchAll(spaced)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const gap = hugeGap.exec(text)
  const behindGap = gap === null ? undefined : { start: gap.index + gap[0].length, end: text.length }
  const shown = spans.length >= 3 ? spans[0] : behindGap
  if (shown === undefined) return undefined
  return {
    code: 'whitespace_tricks',
    message:
      spans.length >= 3
        ? 'Words are written with their letters set apart.'
        : 'Text stands behind a very large gap, where a reader would not look; it brings no credit.',
    shown,
    excluded: [...(spans.length >= 3 ? spans : []), ...(behindGap !== undefined ? [behindGap] : [])],
  }
}
