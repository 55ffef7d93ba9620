import type { Tokens } from '../tokens.ts'
import { gap } from '../tokens.ts'
import type { Mention } from '../types.ts'

/** Size of the weight table; features are hashed into it, so no word of the training texts is kept. */
export const featureSpace = 1 << 16

/** A sentence or line of a text: tokens `from` to `to`, end exclusive. */
export interface Sentence {
  from: number
  to: number
}

/** Splits at sentence ends and line breaks. */
export function sentencesOf(tokens: Tokens): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (let i = 1; i <= tokens.words.length; i++)
    if (i === tokens.words.length || tokens.gaps[i]! >= gap.line) {
      sentences.push({ from, to: i })
      from = i
    }
  return sentences
}

/** FNV-1a over the parts. */
function hash(kind: number, a: string, b = ''): number {
  let h = 0x811c9dc5 ^ kind
  for (let i = 0; i < a.length; i++) h = Math.imul(h ^ a.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ 0x1f, 0x01000193)
  for (let i = 0; i < b.length; i++) h = Math.imul(h ^ b.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  return (h >>> 0) & (featureSpace - 1)
}

function shapeOf(surface: string): string {
  if (/^\d+\+?$/.test(surface)) return 'd'
  if (/^\p{Lu}{2,}s?$/u.test(surface)) return 'XX'
  if (/^\p{Lu}\p{Ll}+$/u.test(surface)) return 'Xx'
  if (/^\p{Ll}+$/u.test(surface)) return 'x'
  if (/\d/.test(surface)) return 'xd'
  return 'xX'
}

/** What the lexicon says of a token: whether a mention begins or goes on there, its kind and how telling it is. */
function lexiconMarks(tokens: Tokens, mentions: readonly Mention[]): string[] {
  const marks: string[] = new Array(tokens.words.length).fill('-')
  let m = 0
  for (let i = 0; i < tokens.words.length; i++) {
    while (m < mentions.length && mentions[m]!.end <= tokens.starts[i]!) m++
    const mention = mentions[m]
    if (mention === undefined || mention.start > tokens.starts[i]!) continue
    const place = mention.start === tokens.starts[i]! ? 'B' : 'I'
    marks[i] = `${place}${mention.concept.kind}${Math.round(mention.concept.specificity * 4)}`
  }
  return marks
}

const cueWords = new Set(
  'experience knowledge skills skill understanding familiar familiarity proficiency proficient background expertise degree training certification qualification qualifications technologies technology tools stack requirements working using with languages fluent fluency speak degree education studies subjects field fields areas area principles methodologies concepts'.split(
    ' ',
  ),
)

/** The features of every token of a text, as places in the weight table. */
export function featuresOf(text: string, tokens: Tokens, mentions: readonly Mention[]): number[][] {
  const { words, gaps } = tokens
  const marks = lexiconMarks(tokens, mentions)
  const features: number[][] = new Array(words.length)
  let previous: Sentence | undefined
  for (const sentence of sentencesOf(tokens)) {
    const { from, to } = sentence
    const length = to - from
    const lengthClass = length <= 2 ? '2' : length <= 5 ? '5' : length <= 12 ? '12' : 'n'
    const nextChar = text.slice(tokens.ends[to - 1]!, tokens.ends[to - 1]! + 3).trim()[0] ?? ''
    // The line above, when it is a heading ("Technologies:"), says what a list line is about.
    const heading = previous !== undefined && previous.to - previous.from <= 5 ? words[previous.to - 1]! : ''
    const isDense = marks.slice(from, to).filter((m) => m[0] === 'B').length * 3 >= length
    for (let i = from; i < to; i++) {
      const at = (k: number): string => (k < from ? '<' : k >= to ? '>' : words[k]!)
      const mark = (k: number): string => (k < from || k >= to ? '=' : marks[k]!)
      const surface = text.slice(tokens.starts[i], tokens.ends[i])
      const shape = shapeOf(surface)
      const word = words[i]!
      let cue = ''
      let distance = 0
      for (let k = i - 1; k >= from && k >= i - 12; k--)
        if (cueWords.has(words[k]!)) {
          cue = words[k]!
          distance = i - k
          break
        }
      const before = String(i === from ? 'S' : gaps[i])
      const after = String(i + 1 === to ? `E${nextChar}` : gaps[i + 1])
      features[i] = [
        hash(0, ''),
        hash(1, word),
        hash(2, word.slice(-3)),
        hash(3, word.slice(-2)),
        hash(4, word.slice(0, 3)),
        hash(5, shape),
        hash(6, shape, i === from ? 'S' : ''),
        hash(7, at(i - 1)),
        hash(8, at(i + 1)),
        hash(9, at(i - 2)),
        hash(10, at(i + 2)),
        hash(11, at(i - 1), word),
        hash(12, word, at(i + 1)),
        hash(13, at(i - 2), at(i - 1)),
        hash(14, at(i + 1), at(i + 2)),
        hash(15, mark(i)),
        hash(16, mark(i), at(i - 1)),
        hash(17, mark(i), mark(i - 1)),
        hash(18, mark(i), mark(i + 1)),
        hash(19, mark(i), shape),
        hash(20, mark(i), before + after),
        hash(21, before, after),
        hash(22, cue, mark(i)[0]),
        hash(23, cue, distance <= 2 ? '2' : distance <= 5 ? '5' : 'f'),
        hash(24, lengthClass, mark(i)),
        hash(25, lengthClass, shape + nextChar),
        hash(26, heading, mark(i)[0]),
        hash(27, String(isDense), mark(i)),
        hash(28, at(i - 1).slice(-3), at(i + 1).slice(-3)),
        hash(29, at(from), mark(i)[0]),
        hash(30, at(i + 1).slice(-3), word.slice(-3)),
        hash(31, at(i - 1).slice(-3), word.slice(-3)),
      ]
    }
    previous = sentence
  }
  return features
}
