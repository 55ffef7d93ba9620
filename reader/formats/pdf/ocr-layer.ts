/** Lowercase words of two letters or more, without punctuation at their ends. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []

/** Text recognition errs in single letters: short words must match, longer ones may differ in one of six. */
const errorsAllowed = (length: number): number => (length < 4 ? 0 : Math.max(1, Math.floor(length / 6)))

/** Edit distance of two short words, or more than `max` as soon as that is certain. */
function distance(a: string, b: string, max: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++)
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    if (Math.min(...current) > max) return max + 1
    previous = current
  }
  return previous[b.length]!
}

/** Tells whether a word was seen in the picture of a page. */
export class SeenWords {
  readonly #exact: Set<string>
  readonly #byLength = new Map<number, string[]>()

  constructor(recognizedText: string) {
    this.#exact = new Set(wordsOf(recognizedText).map((word) => word.slice(0, 40)))
    for (const word of this.#exact) {
      const list = this.#byLength.get(word.length)
      if (list === undefined) this.#byLength.set(word.length, [word])
      else list.push(word)
    }
  }

  has(word: string): boolean {
    const short = word.slice(0, 40)
    if (this.#exact.has(short)) return true
    const errors = errorsAllowed(short.length)
    for (let length = short.length - errors; errors > 0 && length <= short.length + errors; length++)
      for (const seen of this.#byLength.get(length) ?? []) if (distance(short, seen, errors) <= errors) return true
    return false
  }

  /** Share of a text's words that were seen; 1 for a text without words. */
  share(text: string): number {
    const words = wordsOf(text)
    return words.length === 0 ? 1 : words.filter((word) => this.has(word)).length / words.length
  }
}
