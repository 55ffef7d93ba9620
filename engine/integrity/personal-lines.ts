import { hasTitleWord } from '../resume/title-words.ts'
import type { Span } from '../resume/types.ts'
import { identityFreeText, looksLikeName } from './identity-free-text.ts'

/** A name stands at the head of a resume. */
const HEAD = 400
/** Words that may be left of a line of contact data ("Phone", a town) without its being a line of content. */
const MAX_REST = 8
const contact =
  /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}|(?:https?:\/\/|www\.|linkedin\.com|github\.com)|(?<!\w)(?:\+?\d{1,3}[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]?\d{4}(?!\w)|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\b\d{1,5} (?:\p{Lu}[\p{L}.'-]{0,20} ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Way|Place|Parkway)\b/iu
const personal =
  /^\W{0,4}(?:date of birth|d\.?o\.?b|born|age|nationality|citizenship|marital status|gender|sex|religion|address|phone|mobile|tel|e-?mail|name|father's name|mother's name)\b/i
/** Absence from work is nobody's business here; a line that only states it is not read. */
const absence =
  /\b(?:career break|parental leave|maternity leave|paternity leave|family care|care ?giv(?:ing|er)|sabbatical|gap year|family leave|stay-at-home)\b/i

/**
 * Lines that say who and where somebody is, or that they were absent from work, and nothing about what they can do.
 * They are not read at all, so that no score, date or title can come from them. `namesSkill` saves headings such as
 * "Machine Learning", which are written like names.
 */
export function findPersonalLines(text: string, namesSkill: (line: string) => boolean = () => false): Span[] {
  const spans: Span[] = []
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (end - start <= 160 && isPersonal(text.slice(start, end), start, namesSkill)) spans.push({ start, end })
    start = end + 1
  }
  return spans
}

function isPersonal(line: string, at: number, namesSkill: (line: string) => boolean): boolean {
  const words = line.split(/\s+/).filter((w) => /\p{L}/u.test(w)).length
  if (at < HEAD && isName(line) && !namesSkill(line)) return true
  if (personal.test(line) && words <= MAX_REST * 2) return true
  if (absence.test(line) && words <= MAX_REST) return true
  return (
    contact.test(line) &&
    identityFreeText(line)
      .split(/\s+/)
      .filter((w) => /\p{L}{2}/u.test(w)).length <= MAX_REST
  )
}

/** "Emily Walsh", "Mr. Brendan Kelly", "EMILY WALSH". */
const isName = (line: string): boolean => {
  const bare = line
    .trim()
    .replace(/^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Prof)\.?\s+/i, '')
    .replace(/,? (?:RN|MBA|PhD|CPA|PMP|MD|Jr\.?|Sr\.?|II|III)$/i, '')
  const spelled =
    bare === bare.toUpperCase() ? bare.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (c) => c.toUpperCase()) : bare
  return looksLikeName(spelled) && !hasTitleWord(bare)
}
