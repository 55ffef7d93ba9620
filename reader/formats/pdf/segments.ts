import { type Box, type Word, wordGap } from './words.ts'

/** Words of one line without a wide gap between them: a whole line of a column, or one cell of a row. */
export interface Segment extends Box {
  words: Word[]
  baseline: number
  size: number
}

const bullet = /^(?:[•‣◦⁃∙▪▫■□●○◆◇►▸➢➤✓✔*·–—-]|\(?(?:\d{1,2}|[a-z])[.)])$/u

/** Gap, in font sizes, that ends a segment; justified lines stay under it, column gutters over it. */
const segmentGap = 1.1
/** A list's mark may stand further from its text. */
const bulletGap = 3.5

const fits = (segment: Segment, word: Word): boolean => {
  const last = segment.words.at(-1)!
  const small = Math.min(last.size, word.size)
  const large = Math.max(last.size, word.size)
  // Raised and lowered signs are smaller and stand off the line.
  const tolerance = small < large * 0.8 ? large * 0.45 : small * 0.3
  if (Math.abs(last.baseline - word.baseline) > tolerance && Math.abs(segment.baseline - word.baseline) > tolerance)
    return false
  const gap = word.x0 - segment.x1
  const isList = segment.words.length === 1 && bullet.test(last.text)
  return gap > -large * 0.5 && gap < (isList ? bulletGap : segmentGap) * ((small + large) / 2)
}

/** Groups the words of one direction into segments, in no particular order. */
export function toSegments(words: Word[]): Segment[] {
  const segments: Segment[] = []
  // Segments by the height of their baseline, so that a word looks at its own line only.
  const bandHeight = 8
  const bands = new Map<number, Segment[]>()
  const sorted = words
    .map((word, index) => ({ word, index }))
    .sort((a, b) => a.word.x0 - b.word.x0 || a.index - b.index)
  for (const { word } of sorted) {
    const band = Math.floor(word.baseline / bandHeight)
    const reach = Math.max(1, Math.ceil((word.size * 0.45) / bandHeight))
    let best: Segment | undefined
    for (let near = band - reach; near <= band + reach; near++) {
      const candidates = bands.get(near) ?? []
      // The rightmost segments came last; an old one ended too far left to matter.
      for (let i = candidates.length - 1; i >= 0 && i >= candidates.length - 50; i--) {
        const segment = candidates[i]!
        if (fits(segment, word) && (best === undefined || segment.x1 > best.x1)) best = segment
      }
    }
    if (best === undefined) {
      best = { words: [], baseline: word.baseline, size: word.size, x0: word.x0, x1: word.x1, y0: word.y0, y1: word.y1 }
      segments.push(best)
      const list = bands.get(band)
      if (list === undefined) bands.set(band, [best])
      else list.push(best)
    }
    best.words.push(word)
    best.x1 = Math.max(best.x1, word.x1)
    best.y0 = Math.min(best.y0, word.y0)
    best.y1 = Math.max(best.y1, word.y1)
    // The line stands where its largest words stand.
    if (word.size > best.size) {
      best.size = word.size
      best.baseline = word.baseline
    }
  }
  return segments
}

const isSingleLetter = (word: Word | undefined): boolean => word !== undefined && /^[\p{L}&]$/u.test(word.text)

/** Gaps up to which letters belong to one word where a heading is set with space between its letters. */
function letterSpacing(words: Word[], from: number, to: number): number {
  const gaps = words.slice(from + 1, to).map((word, index) => word.x0 - words[from + index]!.x1)
  const sorted = [...gaps].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]! * 1.6 + 0.5
}

/** A segment as text; letters set apart ("S K I L L S") become a word again. */
export function segmentText(segment: Segment): string {
  const { words } = segment
  let text = ''
  let spacedUntil = -1
  let spacing = 0
  words.forEach((word, index) => {
    if (index > spacedUntil && isSingleLetter(word)) {
      let end = index
      while (isSingleLetter(words[end])) end += 1
      if (end - index >= 4) {
        spacedUntil = end - 1
        spacing = letterSpacing(words, index, end)
      }
    }
    const previous = words[index - 1]
    if (previous !== undefined) {
      const gap = word.x0 - previous.x1
      const isSpaced = index <= spacedUntil && isSingleLetter(previous)
      const isGlued = isSpaced ? gap <= spacing : !word.hasSpaceBefore && gap < word.size * wordGap
      if (!isGlued) text += ' '
    }
    text += word.text
  })
  return text
}
