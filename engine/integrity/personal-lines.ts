import { headingKind } from '../resume/headings.ts'
import { hasTitleWord } from '../resume/title-words.ts'
import type { Span } from '../resume/types.ts'
import { identityFreeText, looksLikeName } from './identity-free-text.ts'

/** A name stands at the head of a resume. */
const HEAD = 400
/** Words that may be left of a line of contact data ("Phone", a town) without its being a line of content. */
const MAX_REST = 8
const contact =
  /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}|(?:https?:\/\/|www\.|linkedin\.com|github\.com)|(?<!\w)(?:\+?\d{1,3}[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]?\d{4}(?!\w)|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\b\d{1,5} (?:\p{Lu}[\p{L}.'-]{0,20} ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Way|Place|Parkway)\b/iu
/** A cheap sign of contact data: most lines have none. */
const mayHoldContact = /[@\d]|www|\.com|:\/\//i
const personal =
  /^\W{0,4}(?:date of birth|d\.?o\.?b|born|age|nationality|citizenship|marital status|gender|sex|religion|address|phone|mobile|tel|e-?mail|name|father's name|mother's name)\b/i
/** Absence from work is nobody's business here; a line that only states it is not read. */
const absence =
  /\b(?:career break|parental leave|maternity leave|paternity leave|family care|care ?giv(?:ing|er)|sabbatical|gap year|family leave|stay-at-home)\b/i

/**
 * Lines that say who and where somebody is, or that they were absent from work, and nothing about what they can do.
 * They are not read at all, so that no score, date or title can come from them. `namesSkill` saves headings such as
 * "Machine Learning", which are written like names; `isTitleWord` tells "Pastry Cook" from "Mary Cook".
 */
export function findPersonalLines(
  text: string,
  namesSkill: (line: string) => boolean = () => false,
  isTitleWord: (word: string) => boolean = () => true,
): Span[] {
  const spans: Span[] = []
  const head = text.length - text.trimStart().length
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end)
    const isNameAtHead = start <= head && head < end && isUnusualName(line, text, isTitleWord) && !namesSkill(line)
    if (isNameAtHead || (end - start <= 160 && isPersonal(line, start, namesSkill))) spans.push({ start, end })
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
    mayHoldContact.test(line) &&
    contact.test(line) &&
    identityFreeText(line)
      .split(/\s+/)
      .filter((w) => /\p{L}{2}/u.test(w)).length <= MAX_REST
  )
}

const word = "\\p{Lu}[\\p{L}'\u2019-]{1,20}"
const nameShape = new RegExp(
  `^(?:${word}(?:\\s(?:${word}|\\p{Lu}\\.?)){1,2}|${word},\\s${word}(?:\\s\\p{Lu}\\.?)?)$`,
  'u',
)
/** Trades that are surnames or first names as well. */
const TRADE_NAMES =
  /\b(?:baker|barber|butcher|butler|carpenter|clerk|cook|dean|farmer|forester|gardener|guard|judge|mason|merchant|messenger|painter|pastor|porter|ranger|sailor|sergeant|singer|soldier|steward|teller|trader|usher|warden)\b/i

/**
 * "Mary Baker", "Cook, James", "Walsh, Emily": a name that is a title as well or has its surname first. Believed on the
 * first line only, where a word of it stands in no title, or where the e-mail address below holds one of its words.
 */
function isUnusualName(line: string, text: string, isTitleWord: (word: string) => boolean): boolean {
  const bare = line.trim()
  if (bare.length > 80 || !nameShape.test(bare) || headingKind(bare) !== undefined) return false
  const words = bare.toLowerCase().match(/\p{L}[\p{L}'\u2019-]+/gu) ?? []
  const mailbox = /[\w.+-]{1,64}(?=@)/.exec(text.slice(0, HEAD))?.[0].toLowerCase() ?? ''
  if (words.some((w) => w.length >= 4 && mailbox.includes(w))) return true
  return (TRADE_NAMES.test(bare) || (bare.includes(',') && !hasTitleWord(bare))) && words.some((w) => !isTitleWord(w))
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
