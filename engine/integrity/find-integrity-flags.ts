import type { CleanText } from '../text/clean-text.ts'
import { quoter } from '../text/quote-span.ts'
import { copySource, findCopiedText } from './copied-text.ts'
import { findHiddenCharacters, findHomoglyphs } from './hidden-characters.ts'
import { findInstructions } from './instructions.ts'
import { askedWords, findStuffing } from './stuffing.ts'
import type { IntegrityFinding } from './types.ts'
import { unitsOf } from './units.ts'
import { findSpacedLetters } from './whitespace-tricks.ts'
import { wordsOf } from './words.ts'

/** Longest quote in a flag, in UTF-16 units; a longer span is cut. */
const maxQuote = 200

/**
 * Signs that a resume was made to mislead a machine, at most one flag a kind, in a fixed order. They are reported and
 * their spans bring no credit; nobody is rejected by them. For many resumes use `integrityCheck`.
 */
export const findIntegrityFlags = (input: { resume: CleanText; job_description: string }): IntegrityFinding[] =>
  integrityCheck(input.job_description)(input.resume)

/** Prepares one job description, and gives the function that checks resumes against it (see `findIntegrityFlags`). */
export function integrityCheck(jobDescription: string): (resume: CleanText) => IntegrityFinding[] {
  const jobWords = wordsOf(jobDescription)
  const source = copySource(jobWords)
  const asked = askedWords(jobWords)
  return (resume) => {
    const words = wordsOf(resume.text)
    const units = unitsOf(resume.text, words)
    const found = [
      findHomoglyphs(resume),
      findInstructions(resume.text, words),
      findStuffing(words, units, asked),
      findCopiedText(words, units, source),
      findSpacedLetters(resume.text),
    ]
    const quote = quoter(resume)
    const quoted = found.flatMap((finding) => {
      if (finding === undefined) return []
      const { code, message, shown, excluded } = finding
      const end = Math.min(shown.end, shown.start + maxQuote)
      return [{ code, message, quote: quote({ start: shown.start, end }).quote, excluded }]
    })
    return [findHiddenCharacters(resume), findHiddenHtml(resume), ...quoted].filter((flag) => flag !== undefined)
  }
}

function findHiddenHtml({ hidden_html, submitted }: CleanText): IntegrityFinding | undefined {
  const [first] = hidden_html
  if (first === undefined) return undefined
  return {
    code: 'hidden_text',
    message: 'The HTML hides text from a reader; it was not read.',
    quote: submitted.slice(first.start, Math.min(first.end, first.start + maxQuote)).toWellFormed(),
    excluded: [],
  }
}
