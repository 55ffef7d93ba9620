import { gap, tokenize } from '@innohire/engine/skills/tokens.ts'

/** A part of a sentence that may name one skill; tokens `first` to `last`, end exclusive. */
export interface Chunk {
  text: string
  first: number
  last: number
}

/** Words that name no skill at the ends of a part. */
const emptyWords = new Set(
  'a an the of in on at to for with and or by from as is are be been being was were will would can could may might must should shall has have had do does did you your we our they their them he she it its this that these those i my me us who whom which what when where how why if then than so such not no nor very also both either within into across over under about between through during per via all any each other etc eg ie more most well good strong excellent great new able ability experience experienced knowledge skills skill understanding including include role job work working position candidate ideal successful years year plus preferred required desirable essential requirements'.split(
    ' ',
  ),
)
const joins = new Set(['and', 'or', '&'])
const windowWordsMax = 3
/** Longer clauses are also read in overlapping pieces of this many words, half a piece apart. */
const pieceWords = 12
const charactersMax = 120

/** Clauses, pieces of long clauses, and windows of up to three words, each trimmed of empty words; duplicates once. */
export function chunksOf(sentence: string): Chunk[] {
  const tokens = tokenize(sentence)
  const { words, gaps, starts, ends } = tokens
  const found = new Map<string, Chunk>()
  const add = (from: number, to: number): void => {
    let first = from
    let last = to
    while (first < last && emptyWords.has(words[first]!)) first++
    while (last > first && emptyWords.has(words[last - 1]!)) last--
    if (first === last) return
    const text = sentence.slice(starts[first], ends[last - 1])
    if (text.length < charactersMax && !found.has(text)) found.set(text, { text, first, last })
  }
  let from = 0
  for (let i = 1; i <= words.length; i++) {
    if (i < words.length && gaps[i]! < gap.list && !joins.has(words[i]!)) continue
    add(from, i)
    if (i - from > pieceWords)
      for (let at = from; at < i; at += pieceWords / 2) add(at, Math.min(i, at + pieceWords - 2))
    from = i
  }
  for (let first = 0; first < words.length; first++)
    for (let length = 1; length <= windowWordsMax && first + length <= words.length; length++) {
      if (length > 1 && gaps[first + length - 1]! >= gap.list) break
      if (!emptyWords.has(words[first]!) && !emptyWords.has(words[first + length - 1]!)) add(first, first + length)
    }
  return [...found.values()]
}
