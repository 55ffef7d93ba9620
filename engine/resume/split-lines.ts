import { LEADS_ON } from '../text/leads-on.ts'
import type { RawLine } from './sections.ts'
import type { Span } from './types.ts'

/** Longest unit in words; what is longer is cut at the next weaker boundary, since nobody quotes more. */
const maxWords = 60
const bullets = '•●▪■◦‣⁃∙·►➢➤✓✔❖◆○*'

/**
 * Splits a text into the units a person would quote: bullets, list lines and sentences, trimmed. A sentence wrapped over
 * several lines is one unit. Works without line breaks too. Linear.
 */
export function splitUnits(text: string, lines: readonly RawLine[]): Span[] {
  const units: Span[] = []
  for (const block of joinWrapped(lines)) {
    for (const part of splitAtMarks(text, block)) units.push(...cutLong(text, part))
  }
  return units
}

/** Shortest line, in characters without blanks around it, that the width of a page or column may have broken. */
const WRAPPED = 40

/** Joins a line to the one before where that one was broken by the page's width and not by its author. */
function joinWrapped(lines: readonly RawLine[]): Span[] {
  const blocks: Span[] = []
  const isSpaced = isDoubleSpaced(lines)
  let previous: RawLine | undefined
  for (const [index, line] of lines.entries()) {
    const isBlank = !/\S/.test(line.text)
    // In a text with a blank line after every line only a second one parts paragraphs.
    if (isBlank && isSpaced && /\S/.test(lines[index - 1]?.text ?? '')) continue
    const isWrapped =
      previous !== undefined &&
      previous.text.trim().length > WRAPPED &&
      !/[.!?:;]\s*$/.test(previous.text) &&
      (/^\s{0,12}[\p{Ll}(]/u.test(line.text) ||
        (LEADS_ON.test(previous.text) && /^\s{0,12}[\p{Lu}\p{N}]/u.test(line.text)))
    const last = blocks.at(-1)
    if (isWrapped && last !== undefined) last.end = line.end
    else if (!isBlank) blocks.push({ start: line.start, end: line.end })
    previous = line
  }
  return blocks
}

/** True when nearly every line is followed by a blank one, as some extractors write. */
function isDoubleSpaced(lines: readonly RawLine[]): boolean {
  let written = 0
  let followed = 0
  for (const [index, line] of lines.entries()) {
    if (!/\S/.test(line.text)) continue
    written++
    if (!/\S/.test(lines[index + 1]?.text ?? '')) followed++
  }
  return written >= 8 && followed >= written * 0.9
}

// A sentence ends at . ! ? before a space and a capital, or glued to one ("products.Managed"); a bullet glyph starts a unit.
const boundary = new RegExp(
  `[.!?]["')\\]]{0,2}\\s+(?=["'(\\[]?[\\p{Lu}\\p{N}•●▪])|(?<=[\\p{Ll})]{2})[.!?](?=\\p{Lu}\\p{Ll}+\\s)|[。！？]|\\s{0,4}[${bullets.replace('*', '')}]\\s{0,4}|\\s\\*\\s|\\s{6,}|\\t{2,}|\\ufffd\\?\\ufffd\\s{0,4}`,
  'gu',
)
// Endings in a full stop that end no sentence.
const abbreviation =
  /(?:^|[\s(.])(?:[A-Z]|Sc|Tech|Com|Eng|Ed|Phil|Mr|Mrs|Ms|Dr|Sr|Jr|St|Inc|Ltd|Co|Corp|Pvt|No|vs|etc|e\.g|i\.e|approx|dept|Dept|B|M|Ph|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/

function splitAtMarks(text: string, block: Span): Span[] {
  const body = text.slice(block.start, block.end)
  const parts: Span[] = []
  let from = 0
  const push = (to: number) => {
    const span = trim(text, block.start + from, block.start + to)
    if (span !== undefined) parts.push(span)
  }
  for (const match of body.matchAll(boundary)) {
    const isStop = /^[.!?。！？]/.test(match[0])
    if (
      isStop &&
      match[0][0] === '.' &&
      abbreviation.test(body.slice(Math.max(from, match.index - 10), match.index + 1))
    )
      continue
    push(isStop ? match.index + match[0].trimEnd().length : match.index)
    from = match.index + match[0].length
  }
  push(body.length)
  return parts
}

/** Trims blanks and leading bullet signs; undefined when nothing with a letter or digit is left. */
function trim(text: string, start: number, end: number): Span | undefined {
  let from = start
  let to = end
  while (from < to && /[\s•●▪■◦‣⁃∙·►➢➤✓✔❖◆○*\-–—>|,;]/u.test(text[from]!)) from++
  while (to > from && /[\s|]/.test(text[to - 1]!)) to--
  return /[\p{L}\p{N}]/u.test(text.slice(from, to)) ? { start: from, end: to } : undefined
}

/** Cuts a unit of more than `maxWords` words at semicolons, then at commas and joining words, then anywhere between words. */
function cutLong(text: string, span: Span): Span[] {
  const words = [...text.slice(span.start, span.end).matchAll(/\S{1,200}/g)]
  if (words.length <= maxWords && span.end - span.start <= 600) return [span]
  const parts: Span[] = []
  let first = 0
  while (first < words.length) {
    let last = first
    let length = 0
    let best = -1
    let bestRank = 0
    while (last < words.length && last - first < maxWords / 2 && length < 400) {
      const word = words[last]![0]
      length += word.length + 1
      const rank = /[;:]$/.test(word)
        ? 3
        : /,$/.test(word)
          ? 2
          : last - first >= 15 && /^(?:and|or|with|to|for|in)$/.test(words[last + 1]?.[0] ?? '')
            ? 1
            : 0
      if (rank > 0 && last - first >= 7 && rank >= bestRank) {
        best = last
        bestRank = rank
      }
      last++
    }
    const stop = last >= words.length ? words.length - 1 : best >= 0 ? best : Math.max(first, last - 1)
    const part = trim(text, span.start + words[first]!.index, span.start + words[stop]!.index + words[stop]![0].length)
    if (part !== undefined) parts.push(part)
    first = stop + 1
  }
  return parts
}
