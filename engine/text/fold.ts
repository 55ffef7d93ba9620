const spaces = new Set([0x00a0, 0x1680, 0x202f, 0x205f, 0x3000, 0x0085, 0x000b])
const quotes: Record<number, string> = {
  8216: "'",
  8217: "'",
  8219: "'",
  700: "'",
  8220: '"',
  8221: '"',
  8223: '"',
  8208: '-',
  8209: '-',
  8722: '-',
}

/**
 * One code point as the engine reads it: typographic quotes and hyphens, odd spaces, ligatures, full-width and
 * mathematical letters in their plain form. Quotes given to people are cut from the submitted text, so nothing is lost.
 */
export function foldCharacter(code: number): string {
  if (code < 0x80) return String.fromCharCode(code)
  if (spaces.has(code) || (code >= 0x2000 && code <= 0x200a)) return ' '
  if (code === 0x2028 || code === 0x2029) return '\n'
  const plain = quotes[code]
  if (plain !== undefined) return plain
  if (
    (code >= 0xfb00 && code <= 0xfb06) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x1d400 && code <= 0x1d7ff) ||
    (code >= 0x2460 && code <= 0x24ff)
  )
    return String.fromCodePoint(code).normalize('NFKC')
  return String.fromCodePoint(code)
}

// Pairs from Unicode's confusables.txt (UTS 39) whose Latin side is a single letter, Cyrillic and Greek rows.
const twins = new Map<string, string>(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ј: 'j',
    ѕ: 's',
    һ: 'h',
    ԁ: 'd',
    ԛ: 'q',
    ԝ: 'w',
    А: 'A',
    В: 'B',
    Е: 'E',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    У: 'Y',
    Х: 'X',
    І: 'I',
    Ј: 'J',
    Ѕ: 'S',
    Ԍ: 'G',
    Ԛ: 'Q',
    Ԝ: 'W',
    к: 'k',
    м: 'm',
    т: 't',
    в: 'b',
    н: 'h',
    г: 'r',
    ӏ: 'l',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Υ: 'Y',
    Χ: 'X',
    ο: 'o',
    ν: 'v',
    α: 'a',
    ι: 'i',
    ρ: 'p',
    υ: 'u',
    κ: 'k',
    τ: 't',
    γ: 'y',
    ε: 'e',
  }),
)

/** The Latin letter that a Cyrillic or Greek one looks like, if any. */
export const latinTwin = (letter: string): string | undefined => twins.get(letter)
