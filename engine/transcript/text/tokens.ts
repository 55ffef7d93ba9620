import { countBelow } from '../../text/count-below.ts'
import { contractionOf, isFiller, isSpokenPair } from './spoken.ts'

/** A range of the transcript, UTF-16 indices, end exclusive. */
export interface Range {
  start: number
  end: number
}

export interface Token extends Range {
  /** Lower case, straight apostrophes, caption contractions mended ("dont" is "don't"). */
  text: string
  /** Starts with a capital that is not merely the start of a sentence or an all-capitals transcript. */
  isName: boolean
  /** Written as code or acronym: inner capitals, or letters with digits. */
  isCode: boolean
  isNumber: boolean
}

export interface Sentence extends Range {
  /** Index range into the tokens of the same `Speech`. */
  from: number
  to: number
  isQuestion: boolean
}

/** Words that count, without fillers, stutters and annotations, and the sentences they stand in. */
export interface Speech {
  tokens: Token[]
  sentences: Sentence[]
}

const NUMBER_WORDS = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million half ' +
    'double twice dozen zero percent tripled doubled halved'
  ).split(' '),
)
const HEARD_AS_NUMBER = new Set(['four', 'two'])
const AFTER_NO_NUMBER = new Set('the a an my your his her our their its this that me him them us it'.split(' '))
const ABBREVIATIONS = new Set(['dr', 'mr', 'mrs', 'ms', 'prof', 'vs', 'e.g', 'i.e', 'approx'])
const WORD = /[\p{L}\p{N}]+(?:['’.,&/+-][\p{L}\p{N}]+)*/uy
/** Sentences longer than this come from transcripts without punctuation; they are cut so that quotes stay readable. */
const MAX_SENTENCE_TOKENS = 60

function isNumberText(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first >= 48 && first <= 57) return true
  return text.split('-').every((part) => NUMBER_WORDS.has(part))
}

/** The sentence that holds a token, found by halving: one turn may be a whole transcript long. */
export const sentenceOf = (sentences: readonly Sentence[], token: number): Sentence | undefined =>
  sentences[countBelow(sentences.length, (i) => sentences[i]!.to <= token)]

/** True when most letters are capitals, as in broadcast captions: capitals then say nothing about names. */
export function isAllCapitals(text: string): boolean {
  let upper = 0
  let lower = 0
  const end = Math.min(text.length, 20_000)
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code >= 65 && code <= 90) upper++
    else if (code >= 97 && code <= 122) lower++
  }
  return upper > lower * 2
}

/** Reads the words of some ranges of `text` (all of one speaker); linear in their length. */
export function readSpeech(text: string, ranges: readonly Range[], allCapitals: boolean): Speech {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let from = 0
  let sentenceStart = -1
  let lastEnd = -1
  let isFresh = true
  let doubled = -1
  const close = (isQuestion: boolean): void => {
    if (tokens.length > from && sentenceStart >= 0)
      sentences.push({ start: sentenceStart, end: lastEnd, from, to: tokens.length, isQuestion })
    from = tokens.length
    sentenceStart = -1
    isFresh = true
  }
  for (const range of ranges) {
    let i = range.start
    while (i < range.end) {
      const char = text[i]!
      if (char === '[' || (char === '(' && isAnnotation(text, i))) {
        const closing = text.indexOf(char === '[' ? ']' : ')', i)
        if (closing > i && closing - i <= 40 && closing < range.end) {
          i = closing + 1
          continue
        }
      }
      if (char === '.' || char === '?' || char === '!' || char === '…') {
        const next = text[i + 1]
        const isEnd = next === undefined || i + 1 >= range.end || /[\s"'”’)\]?!.]/.test(next)
        const last = tokens.at(-1)
        const isShort = char === '.' && last !== undefined && last.end === i && ABBREVIATIONS.has(last.text)
        i++
        if (isEnd && !isShort) {
          while (i < range.end && /["'”’)]/.test(text[i]!)) i++
          if (sentenceStart >= 0) lastEnd = i
          close(char === '?')
        }
        continue
      }
      WORD.lastIndex = i
      const match = WORD.exec(text)
      if (match === null) {
        i++
        continue
      }
      const raw = match[0]
      const end = Math.min(i + raw.length, range.end)
      const lower = raw.toLowerCase().replaceAll('’', "'")
      if (sentenceStart < 0) sentenceStart = i
      if (isFiller(lower)) {
        i = end
        continue
      }
      const word = contractionOf(lower)
      const isCapital = !allCapitals && raw[0] !== raw[0]!.toLowerCase()
      const isCode = raw.length > 1 && (/\p{L}\p{N}/u.test(raw) || (!allCapitals && /\p{Lu}/u.test(raw.slice(1))))
      const previous = tokens.length > from ? tokens.at(-1) : undefined
      lastEnd = end
      if (previous !== undefined && isSpokenPair(tokens.at(-2)?.text, previous.text, word)) {
        // In "have you you know been" the first "you" belongs to the sentence.
        if (doubled !== tokens.length - 1) tokens.pop()
        isFresh = tokens.length === from
        i = end
        continue
      }
      // Captions write "four the team" and "two my desk" for "for" and "to".
      if (previous !== undefined && HEARD_AS_NUMBER.has(previous.text) && AFTER_NO_NUMBER.has(word))
        previous.isNumber = false
      // A stutter ("in, in company") says the same word twice; only one of them counts.
      if (previous?.text === word && !isNumberText(word)) {
        previous.end = end
        doubled = tokens.length - 1
      } else {
        tokens.push({
          text: word,
          start: i,
          end,
          isName: isCapital && !isFresh && !isCode && word !== 'i' && !word.startsWith("i'"),
          isCode,
          isNumber: isNumberText(word),
        })
        isFresh = false
      }
      i = end
      if (tokens.length - from >= MAX_SENTENCE_TOKENS) close(false)
    }
  }
  close(false)
  return { tokens, sentences }
}

function isAnnotation(text: string, at: number): boolean {
  return /^\((?:inaudible|unclear|unintelligible|crosstalk|laugh|pause|silence|overlapping|music|noise)/i.test(
    text.slice(at, at + 20),
  )
}

/** Several speeches as one; a sentence never runs across them. */
export function joinSpeech(parts: readonly Speech[]): Speech {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  for (const part of parts) {
    const shift = tokens.length
    for (const token of part.tokens) tokens.push(token)
    for (const s of part.sentences) sentences.push({ ...s, from: s.from + shift, to: s.to + shift })
  }
  return { tokens, sentences }
}
