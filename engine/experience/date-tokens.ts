/** A word, a number or a single sign of the text; the grammar of dates reads these. */
export interface Token {
  start: number
  end: number
  kind: 'word' | 'number' | 'sign'
  /** Lower case for words, the characters themselves otherwise. */
  value: string
  /** A line break lies before it. */
  isLineStart: boolean
}

// Words break where lower case meets upper case, so that dates glued to other words ("GmbHJanuary 2015") are found.
const pattern = /\p{Lu}{2,}(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+|\d+|[^\s\p{L}\d]|[\n\r\f]/gu

/** Splits a text into tokens; linear. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let isLineStart = true
  for (const match of text.matchAll(pattern)) {
    const value = match[0]
    const first = value.charCodeAt(0)
    if (first === 10 || first === 13 || first === 12) {
      isLineStart = true
      continue
    }
    const kind = first >= 48 && first <= 57 ? 'number' : isLetter(value) ? 'word' : 'sign'
    tokens.push({
      start: match.index,
      end: match.index + value.length,
      kind,
      value: kind === 'word' ? value.toLowerCase() : value,
      isLineStart,
    })
    isLineStart = false
  }
  return tokens
}

const isLetter = (value: string) => {
  const code = value.charCodeAt(0) | 32
  return (code >= 97 && code <= 122) || (value.charCodeAt(0) > 127 && /^\p{L}/u.test(value))
}
