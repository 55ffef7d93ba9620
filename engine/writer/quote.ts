import { identityFreeText } from '../integrity/identity-free-text.ts'
import type { Evidence } from '../types.ts'
import { isLawful } from './lint.ts'
import { gerundOf } from './verbs.ts'

const maxWords = 12
const maxLength = 84

/**
 * A few words of the resume that can be said back to the person, verbatim; undefined where the evidence is a bare list, a
 * heading or tells who the person is.
 */
export function speakableQuote({ quote }: Pick<Evidence, 'quote'>): string | undefined {
  const line = quote
    .split(/[\n\r\t]| {3,}|[•●▪◦·]/)
    .map((part) => part.replace(/^[\s\-–—*:;,.]+/, ''))
    .find((part) => part.split(' ').length >= 4)
  if (line === undefined) return undefined
  const sentence = line.split(/(?<=[a-z\d)]{2})[.;!?](?:\s|$)/)[0]!.trim()
  const words = sentence.split(' ')
  let short = words.slice(0, maxWords).join(' ')
  if (words.length > maxWords || short.length > maxLength) short = cutAtJoint(short.slice(0, maxLength))
  short = short.replace(/[\s,;:.(\-–—&]+$/, '')
  const isProse = short.split(' ').length >= 4 && (short.match(/[,|/]/g)?.length ?? 0) <= 2 && !/[:|@"“”]/.test(short)
  const isShouting = short === short.toUpperCase()
  const isAnonymous = identityFreeText(short) === short && !/\b(?:19|20)\d\d\b/.test(short)
  return isProse &&
    !isShouting &&
    isAnonymous &&
    isLawful(short) &&
    !/^(?:i|my|to|and|or|of|with|as|in|for)\b/i.test(short)
    ? short
    : undefined
}

/** Cuts a beginning of a sentence where it can stand by itself: before a joining word or at a comma, else at a blank. */
function cutAtJoint(text: string): string {
  const joints = [
    ...text.matchAll(/,? (?:and|while|which|that|including|to|by|for|with|in|using|through|resulting)\b|,/g),
  ]
  const last = joints.filter((joint) => joint.index >= 24).at(-1)
  return last ? text.slice(0, last.index) : text.slice(0, text.lastIndexOf(' '))
}

/** Past forms of verbs that do not end in -ed and open lines of resumes. */
const irregular =
  /^(?:built|led|ran|wrote|made|taught|sold|grew|won|cut|kept|set|held|drove|oversaw|took|brought|began|drew|found|gave|met|put|sent|spent|spoke|chose|dealt|fed|understood)\b/i
/** Adjectives and nouns with the endings of verbs that open self-descriptions and headings. */
const noDeed =
  /^(?:experienced|skilled|accomplished|motivated|dedicated|seasoned|certified|licensed|detailed|talented|diversified|outstanding|advanced|qualified|educated|limited|related|united|engineering|marketing|accounting|nursing|training|banking|programming|manufacturing|purchasing|testing|planning|building)$/i

/** Whether a passage says what the person did ("Built ...", "Managing ...") and not what they are or call themselves. */
export const tellsOfWork = (quote: string): boolean => {
  const first = quote
    .replace(/^(?:successfully|also|currently|independently|responsible for)\s+/i, '')
    .split(/[^\p{L}-]/u)[0]!
  return (
    irregular.test(first) || (/^\w{3,}(?:ed|ing)$/i.test(first) && !noDeed.test(first)) || gerundOf(first) !== undefined
  )
}
