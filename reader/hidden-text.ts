import { limits } from './limits.ts'
import type { IntegrityFlag } from './types.ts'

/** Enough of a hidden passage is kept to cut a full quote from; a megabyte of it stays cheap. */
const keptMax = limits.quoteCharacters * 20

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Five letters or digits; less is an accident of layout, not a message. */
const saysSomething = (text: string): boolean => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 5

/** Collects hidden text by the manner of hiding, in the order found. */
export class HiddenText {
  readonly #found = new Map<string, string>()

  /** Adds a line or passage hidden in the manner that `message` describes. */
  add(message: string, text: string): void {
    this.addPiece(message, `${text}\n`)
  }

  /** Adds text that goes on where the last piece of the same manner ended. */
  addPiece(message: string, text: string): void {
    const before = this.#found.get(message) ?? ''
    if (before.length < keptMax) this.#found.set(message, before + text.slice(0, keptMax))
  }

  /**
   * One flag per manner. A hidden line whose words all stand in one of the `visible` lines says nothing that a person
   * cannot read, such as the part of a line that a page break cut off.
   */
  flags(visible: string[] = []): IntegrityFlag[] {
    const visibleWords = visible.map((line) => new Set(wordsOf(line)))
    const isRepeated = (line: string): boolean => {
      const words = wordsOf(line)
      return words.length > 0 && visibleWords.some((seen) => words.every((word) => seen.has(word)))
    }
    const flags: IntegrityFlag[] = []
    for (const [message, text] of this.#found) {
      const lines = text.split('\n').filter((line) => !isRepeated(line))
      const quote = lines.join(' ').replace(/\s+/g, ' ').trim().slice(0, limits.quoteCharacters).toWellFormed()
      if (saysSomething(quote)) flags.push({ code: 'hidden_text', message, quote })
    }
    return flags
  }
}
