import type { Span } from '../resume/types.ts'
import type { CleanText } from '../text/clean-text.ts'
import { quoter } from '../text/quote-span.ts'
import { findCopiedText } from './copied-text.ts'
import { findHiddenCharacters, findHomoglyphs } from './hidden-characters.ts'
import { findInstructions } from './instructions.ts'
import { findStuffing } from './stuffing.ts'
import type { IntegrityCode, IntegrityFinding } from './types.ts'
import { findSpacedLetters } from './whitespace-tricks.ts'

/** A finding before it has its quote. */
export interface RawFinding {
  code: IntegrityCode
  message: string
  /** What is quoted, on the cleaned text. */
  shown: Span
  excluded: Span[]
}

/** Longest quote in a flag, in UTF-16 units; a longer span is cut. */
const maxQuote = 200

/**
 * Signs that a resume was made to mislead a machine, at most one flag a kind, in a fixed order. They are reported and
 * their spans bring no credit; nobody is rejected by them.
 */
export function findIntegrityFlags(input: { resume: CleanText; job_description: string }): IntegrityFinding[] {
  const { resume } = input
  const quote = quoter(resume)
  const findings: IntegrityFinding[] = []
  const hidden = findHiddenCharacters(resume)
  if (hidden !== undefined) findings.push(hidden)
  if (resume.hidden_html.length > 0) {
    const [first] = resume.hidden_html
    findings.push({
      code: 'hidden_text',
      message: 'The HTML hides text from a reader; it was not read.',
      quote: resume.submitted.slice(first!.start, Math.min(first!.end, first!.start + maxQuote)),
      excluded: [],
    })
  }
  const raw = [
    findHomoglyphs(resume),
    findInstructions(resume.text),
    findStuffing(resume.text),
    findCopiedText(resume.text, input.job_description),
    findSpacedLetters(resume.text),
  ]
  for (const finding of raw) {
    if (finding === undefined) continue
    const { start } = finding.shown
    const shown = { start, end: Math.min(finding.shown.end, start + maxQuote) }
    findings.push({
      code: finding.code,
      message: finding.message,
      quote: quote(shown).quote,
      excluded: finding.excluded,
    })
  }
  return findings
}
