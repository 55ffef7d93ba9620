import type { CleanText } from '../text/clean-text.ts'
import type { IntegrityFinding, RawFinding } from './types.ts'

const isLatinLetter = (char: string | undefined) => char !== undefined && /[A-Za-z0-9]/.test(char)
const isTag = (code: number) => code >= 0xe0000 && code <= 0xe007f
const isOverride = (code: number) => code === 0x202d || code === 0x202e
const isZeroWidth = (code: number) =>
  (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff || code === 0x34f || code === 0x180e

/**
 * Invisible characters that serve no script and no layout: zero-width ones inside a Latin word, tag characters, forced
 * direction, long runs of variation selectors. Soft hyphens, joiners of other scripts and emoji are honest.
 */
export function findHiddenCharacters(resume: CleanText): IntegrityFinding | undefined {
  const { submitted, hidden } = resume
  let count = 0
  let first: number | undefined
  let selectors = 0
  let previous = -2
  for (const { at, code } of hidden) {
    const isRun = at === previous + 1 || at === previous + 2
    previous = at
    const isSelector = (code >= 0xfe00 && code <= 0xfe0f) || code >= 0xe0100
    selectors = isSelector && isRun ? selectors + 1 : isSelector ? 1 : 0
    const isSuspicious =
      isOverride(code) ||
      (isTag(code) && !isFlagEmoji(submitted, at)) ||
      selectors >= 3 ||
      (isZeroWidth(code) && isLatinLetter(submitted[at - 1]) && isLatinLetter(nextVisible(submitted, at)))
    if (!isSuspicious) continue
    count++
    first ??= at
  }
  if (first === undefined) return undefined
  const from = Math.max(0, first - 20)
  return {
    code: 'hidden_characters',
    message: `${count} invisible character${count === 1 ? '' : 's'} inside the text; ${count === 1 ? 'it was' : 'they were'} taken out before reading.`,
    quote: submitted.slice(from, first + 20).toWellFormed(),
    excluded: [],
  }
}

function nextVisible(text: string, at: number): string | undefined {
  let next = at + 1
  while (next < at + 4 && isZeroWidth(text.charCodeAt(next))) next++
  return text[next]
}

/** Tag characters spell the region in the flags of England, Scotland and Wales, behind a black flag. */
const isFlagEmoji = (text: string, at: number) => text.slice(Math.max(0, at - 14), at).includes('\u{1f3f4}')

/** Words in which letters of another script stand in for Latin ones. They are read as the word they look like. */
export function findHomoglyphs(resume: CleanText): RawFinding | undefined {
  const { homoglyphs, text } = resume
  const [first] = homoglyphs
  if (first === undefined) return undefined
  let start = first
  let end = first
  while (start > 0 && /\p{L}/u.test(text[start - 1]!)) start--
  while (end < text.length && /\p{L}/u.test(text[end]!)) end++
  return {
    code: 'homoglyphs',
    message: `${homoglyphs.length} letter${homoglyphs.length === 1 ? '' : 's'} of another script inside Latin words; read as the letter${homoglyphs.length === 1 ? ' it looks' : 's they look'} like.`,
    shown: { start, end },
    excluded: [],
  }
}
