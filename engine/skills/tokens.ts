/** Splits a text into words with what stands between them; one pass, linear. */

/** What separates a token from the one before it. */
export const gap = {
  /** A space, a hyphen or nothing: the two may belong to one name. */
  soft: 0,
  /** A comma, a slash with spaces or a bar: members of a list. */
  list: 1,
  /** A bracket, colon or quotation mark. */
  bracket: 2,
  /** A line break that does not wrap prose, a bullet. */
  line: 3,
  /** The end of a sentence or paragraph. */
  sentence: 4,
} as const

export interface Tokens {
  /** Lower-cased words. */
  words: string[]
  starts: number[]
  ends: number[]
  /** `gap` values; the first token's is `sentence`. */
  gaps: number[]
}

const word = 1
const space = 2
const newline = 3
const listMark = 4
const bracketMark = 5
const stop = 6
const joiner = 7
const other = 8

const classOf = new Uint8Array(128).fill(other)
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') classOf[c.charCodeAt(0)] = word
for (const c of ' \t\r\f\v') classOf[c.charCodeAt(0)] = space
classOf[10] = newline
for (const c of ',|*') classOf[c.charCodeAt(0)] = listMark
for (const c of '()[]{}:"<>=') classOf[c.charCodeAt(0)] = bracketMark
for (const c of '.!?;') classOf[c.charCodeAt(0)] = stop
for (const c of "-/_'") classOf[c.charCodeAt(0)] = joiner

const letter = /[\p{L}\p{N}\p{M}]/u

function kindOf(code: number): number {
  if (code < 128) return classOf[code]!
  if (code === 0xa0 || code === 0x2009 || code === 0x202f) return space
  if (code === 0x2019) return joiner
  if (code >= 0x2010 && code <= 0x2015) return code <= 0x2011 ? joiner : listMark
  if (code === 0x2022 || code === 0xb7 || (code >= 0x25a0 && code <= 0x27bf) || code === 0xf0b7) return listMark
  // Halves of a surrogate pair (emoji bullets) separate words.
  if (code >= 0xd800 && code <= 0xdfff) return listMark
  return letter.test(String.fromCharCode(code)) ? word : other
}

/** A line break inside running prose continues the sentence; after a short line it ends a list entry. */
const wrappedLineMin = 50

export function tokenize(text: string): Tokens {
  const tokens: Tokens = { words: [], starts: [], ends: [], gaps: [] }
  const n = text.length
  let pending: number = gap.sentence
  let lineStart = 0
  let i = 0
  while (i < n) {
    const code = text.charCodeAt(i)
    const kind = kindOf(code)
    if (kind === word || (code === 46 && startsDotName(text, i))) {
      const start = i
      i++
      while (i < n && kindOf(text.charCodeAt(i)) === word) i++
      // C++, C#, F#, Notepad++, A+
      while (i < n && i - start < 32 && (text[i] === '+' || text[i] === '#')) i++
      if (i < n && kindOf(text.charCodeAt(i)) === word && (text[i - 1] === '+' || text[i - 1] === '#')) {
        while (text[i - 1] === '+' || text[i - 1] === '#') i--
      }
      push(tokens, text.slice(start, i).toLowerCase(), start, i, pending)
      pending = gap.soft
      // Possessive: the s of "bachelor's" is no word.
      if (
        i + 1 < n &&
        (text[i] === "'" || text[i] === '’') &&
        (text[i + 1] === 's' || text[i + 1] === 'S') &&
        (i + 2 >= n || kindOf(text.charCodeAt(i + 2)) !== word)
      )
        i += 2
      continue
    }
    if (text[i] === '&' || (text[i] === '+' && text[i - 1] === ' ' && text[i + 1] === ' ')) {
      if (text[i] === '&') push(tokens, '&', i, i + 1, pending)
      pending = text[i] === '&' ? gap.soft : Math.max(pending, gap.list)
      i++
      continue
    }
    if (kind === newline) {
      const isWrapped = i - lineStart >= wrappedLineMin && pending === gap.soft
      const isBlank = /^[ \t\r]{0,8}\n/.test(text.slice(i + 1, i + 10))
      const isListGoingOn = pending === gap.list
      pending = Math.max(pending, isBlank ? gap.sentence : isWrapped || isListGoingOn ? gap.soft : gap.line)
      lineStart = i + 1
    } else if (kind === listMark) pending = Math.max(pending, gap.list)
    else if (kind === bracketMark) pending = Math.max(pending, gap.bracket)
    else if (kind === stop) {
      const isInside = text[i] === '.' && i + 1 < n && kindOf(text.charCodeAt(i + 1)) === word && isWordAt(text, i - 1)
      pending = Math.max(pending, isInside ? gap.soft : gap.sentence)
    } else if (kind === joiner) {
      const isInside = isWordAt(text, i - 1) && isWordAt(text, i + 1)
      pending = Math.max(pending, isInside ? gap.soft : gap.list)
    } else if (kind === space && text[i] === ' ' && text[i + 1] === ' ' && text[i + 2] === ' ')
      // Columns of a table, or a bullet that was lost.
      pending = Math.max(pending, gap.list)
    else if (kind === other) pending = Math.max(pending, gap.list)
    i++
  }
  return tokens
}

function push(tokens: Tokens, text: string, start: number, end: number, before: number): void {
  tokens.words.push(text)
  tokens.starts.push(start)
  tokens.ends.push(end)
  tokens.gaps.push(before)
}

const isWordAt = (text: string, i: number): boolean => i >= 0 && i < text.length && kindOf(text.charCodeAt(i)) === word

/** The dot of `.NET`: nothing before it, a capital or `net` after it. */
function startsDotName(text: string, i: number): boolean {
  if (isWordAt(text, i - 1) || text[i - 1] === '.') return false
  return /^\.(?:net|Net|NET)(?![\p{L}\p{N}])/u.test(text.slice(i, i + 5))
}
