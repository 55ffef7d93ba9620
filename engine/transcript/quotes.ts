import { codePointIndex } from '../text/code-points.ts'
import { countBelow } from '../text/count-below.ts'
import type { SpokenTurn } from './speakers.ts'
import type { Range } from './text/tokens.ts'
import type { Quote } from './types.ts'

/** Longer quotes are cut at a word; the reader has the offsets for the rest. */
const MAX_QUOTE = 400

/** Makes quotes of ranges: verbatim, within one piece of speech (never across cue timings), offsets in code points. */
export function quoter(text: string, turns: readonly SpokenTurn[]): (range: Range) => Quote {
  const pieces = turns.flatMap((turn) => turn.ranges).sort((a, b) => a.start - b.start)
  const offset = codePointIndex(text)
  return (range) => {
    let { start, end } = range
    let most = 0
    for (let i = firstEndingAfter(pieces, range.start); i < pieces.length && pieces[i]!.start < range.end; i++) {
      const piece = pieces[i]!
      const from = Math.max(range.start, piece.start)
      const to = Math.min(range.end, piece.end)
      if (to - from > most) {
        most = to - from
        start = from
        end = to
      }
    }
    if (end - start > MAX_QUOTE) {
      const space = text.lastIndexOf(' ', start + MAX_QUOTE)
      end = space > start ? space : start + MAX_QUOTE
      // Never between the two halves of an astral character.
      if (/[\uD800-\uDBFF]/.test(text[end - 1]!)) end--
    }
    return { quote: text.slice(start, end), start: offset(start), end: offset(end) }
  }
}

/** Index of the first of the ordered, separate pieces that ends behind `at`. */
const firstEndingAfter = (pieces: readonly Range[], at: number): number =>
  countBelow(pieces.length, (i) => pieces[i]!.end <= at)
