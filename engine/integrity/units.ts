import type { WordRange } from './word-ranges.ts'
import type { Word } from './words.ts'

/** What stands between two words where one line or sentence ends and the next begins. */
const boundary = /\n|[.!?:]["')\]]?\s|[\u2022\u25aa\u25cf\u25e6]/

/** The lines and sentences of a text, as ranges of its words: nobody starts a forged part in the middle of one. */
export function unitsOf(text: string, words: readonly Word[]): WordRange[] {
  const units: WordRange[] = []
  words.forEach((word, index) => {
    const before = words[index - 1]
    // Long gaps are cut, so that a text of blanks stays cheap.
    const gap = before && text.slice(before.end, Math.min(word.start, before.end + 40))
    const unit = units.at(-1)
    if (unit === undefined || boundary.test(gap!)) units.push({ first: index, last: index })
    else unit.last = index
  })
  return units
}

/** For each word, the index of its unit. */
export function unitOfEach(words: readonly Word[], units: readonly WordRange[]): Uint32Array {
  const of = new Uint32Array(words.length)
  units.forEach(({ first, last }, index) => {
    of.fill(index, first, last + 1)
  })
  return of
}
