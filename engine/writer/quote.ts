import { identityFreeText } from '../integrity/identity-free-text.ts'
import type { Evidence } from '../types.ts'
import { isLawful } from './lint.ts'
import { gerundOf, isGerund, opensWithVerb } from './verbs.ts'

const maxWords = 15
const maxLength = 96

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
  const sentence = line.split(/(?<=[a-z\d)%]{2})[.;!?](?:\s|$)/)[0]!.trim()
  const words = sentence.split(' ')
  let short = words.slice(0, maxWords).join(' ')
  // A wrapped line ends anywhere; the words behind its last joint may belong to the next.
  const isWrapped = sentence === line.trim() && sentence.length < quote.trim().length && sentence.length > 60
  const isCut = words.length > maxWords || short.length > maxLength || isWrapped
  short = withoutLooseEnd(isCut ? cutAtJoint(short.slice(0, maxLength)) : short)
  const runOn = short.search(/(?<=[a-z)] )\p{Lu}[\p{Ll}-]{2,}/u)
  if (runOn > 0 && opensNext(short.slice(runOn))) short = withoutLooseEnd(short.slice(0, runOn))
  const opens = short.split('(').length === short.split(')').length
  const isProse =
    short.split(' ').length >= 4 &&
    opens &&
    (short.match(/[|/]|,(?!\d{3})/g)?.length ?? 0) <= 2 &&
    !/[:|@"“”]| [-–—] |\betc\b/.test(short)
  const isShouting = short === short.toUpperCase()
  return isProse &&
    !isShouting &&
    !isHeading(short) &&
    !/\b(?:my|seeking|willing|looking for|opportunity|objective|self-motivated)\b/i.test(short) &&
    !/^(?:i|my|to|and|or|of|with|as|in|for)\b/i.test(short) &&
    isAnonymous(short) &&
    isLawful(short)
    ? short
    : undefined
}

/** A year, contact data, or somebody by name ("under Dr. Jane Roe", "Professor Roe"). */
const isAnonymous = (text: string): boolean =>
  !/\b(?:19|20)\d\d\b|\b(?:Dr|Mr|Mrs|Ms|Prof|Professor|Rev)\b\.? ?\p{Lu}/u.test(text) && identityFreeText(text) === text

/** Most words with capitals: a heading or a list of names. */
const isHeading = (text: string): boolean => {
  const words = text.split(' ')
  return words.filter((w) => /^\p{Lu}/u.test(w)).length > words.length * 0.6
}

/** Words that need another one behind them. */
const looseEnd =
  /(?:[\s,;:.(\-–—&/]+|\s(?:able|unable|gone|based|due|going|in order|as well|so as|(?:in|on|with|by|as) (?:an? )?(?:accordance|compliance|conjunction|collaboration|coordination|cooperation|partnership|addition|relation|regards?|respect|response|support|behalf|preparation|excess|lieu|terms|line|means|result|part|adherence)|along|together|thereby|and|or|of|to|for|in|on|at|by|with|from|as|the|a|an|my|our|their|its|both|all|various|including|such|using|through|into|over|per|up|new|key|other|multiple|several|daily|more|than|within|after|before|during|between|under|without|against|among|about|first|last|next|that|which|while|when|is|are|was|were|has|have))$/i

function withoutLooseEnd(text: string): string {
  let short = text
  for (let cut = short.replace(looseEnd, ''); cut !== short; cut = short.replace(looseEnd, '')) short = cut
  return short
}

/** Where two lines run into each other without a stop, the second opens with a verb or with "Self-motivated". */
const opensNext = (rest: string): boolean => {
  const first = rest.split(/[^\p{L}-]/u)[0]!
  return gerundOf(first) !== undefined || /^self-/i.test(first)
}

/** Adjectives that wait for their noun ("cross functional", "highly technical"), by their endings; the nouns among them are spared. */
export const waitsForNoun =
  /\b(?:\w{2,}(?:al|ous|ive|able|ible|ary|ly|less|ful)|\w*[a-z]ic|pertinent|different|complex|large|small|high|low|full|first|last|next|same|each|every|cross)$/i
export const noun =
  /\b(?:materials?|approval|proposal|arrival|renewal|referral|rental|appraisal|removal|hospital|capital|clinic|traffic|music|topic|executive|objective|initiative|library|summary|trial|portal|journal|signal|terminal|festival|goal|deal|personal|professional|supply|assembly|family|monthly|weekly|daily|quarterly|annually|directly|successfully|independently)$/i

const notCounted = '(?!(?:in|by|for|to|with|at|on|of|and|or|as|across|within|over|per|thus|this|was|has|is)\\b)'
const countedTo = new RegExp(
  `^ to (?:[\\d$€£.,]*\\d%|[$€£][\\d.,]*\\d|[\\d.,]*\\d(?: (?:${notCounted}[a-z-]+ ){0,2}${notCounted}[a-z-]+s\\b)?)`,
)

/**
 * Cuts a beginning of a sentence where it can stand by itself: before a joining word, and not in the middle of a list;
 * empty where there is no such place.
 */
function cutAtJoint(text: string): string {
  const joints = [
    ...text.matchAll(
      /,? (?:while|which|that|including|to|by|for|with|in|on|at|using|through|resulting|across|from|after|before|until|without|because|when|within|over|so that)\b|, (?=\w+(?:ing|ed)\b)| and (?=\w+ed\b)/g,
    ),
  ]
  const last = joints.filter((joint) => joint.index >= 24).at(-1)
  if (!last) return ''
  const cut = text
    .slice(0, last.index)
    .replace(/ (?:with|by|for|in|of|and|through|while|to) \w+ing$/, '')
    // "and handed the list" has lost to whom.
    .replace(/ and \w+ed(?: \S+){0,3}$/, '')
  // "from 61%" alone says the wrong thing, and so does "from 28 to 42" without what is counted.
  const target = / from [\d$€£.,]+%?(?: \w+)?$/.test(cut) ? (countedTo.exec(text.slice(cut.length))?.[0] ?? '') : ''
  // The comma of "$120,000" parts nothing.
  const isCutList = /,(?!\d)(?!.*\b(?:and|or)\b)/.test(cut)
  const whole = isCutList ? cut.slice(0, cut.search(/,(?!\d)/)) : cut + target
  return waitsForNoun.test(whole) && !noun.test(whole) ? '' : whole
}

/** Past forms of verbs that do not end in -ed and open lines of resumes. */
const irregular =
  /^(?:did|flew|dug|hired|rode|rose|told|bred|sewed|built|led|ran|wrote|made|taught|sold|grew|won|cut|kept|set|held|drove|oversaw|took|brought|began|drew|found|gave|met|put|sent|spent|spoke|chose|dealt|fed|understood)\b/i
/** Adjectives and nouns with the endings of verbs that open self-descriptions and headings. */
const noDeed =
  /^(?:experienced|skilled|accomplished|motivated|dedicated|seasoned|certified|licensed|detailed|talented|diversified|outstanding|advanced|qualified|educated|limited|related|united|engineering|marketing|accounting|nursing|training|banking|programming|manufacturing|purchasing|testing|planning|building|learning|computing|processing|writing|reading|networking|consulting|drawing|coding|selling|pricing|staffing|teaching|scheduling|recruiting|billing|estimating|welding|cooking|fast-paced|team|based|according|including|during|following|regarding|being|having|seeking|excited|interested|involved|established|proven|demonstrated|focused|results-driven|driven|oriented|organized|trusted|valued|respected)$/i

/** What was done to the person: "promoted to supervisor". */
const passive =
  /^(?:(?:promoted|hired|assigned|selected|chosen|recogni[sz]ed|appointed|elected|nominated|invited|asked|entrusted|tasked|ranked|rated|honou?red|credited|featured|contracted|trained|exposed|enrolled|graduated|certified) (?:to|as|by|for|with|in|at|from|within|among)\b|awarded\b)/i

/** Whether a passage says what the person did ("Built ...", "Managing ...") and not what they are or call themselves. */
export const tellsOfWork = (quote: string): boolean => {
  const told = quote.replace(/^(?:successfully|also|currently|independently|responsible for)\s+/i, '')
  const first = told.split(/[^\p{L}-]/u)[0]!
  // "recruiting, and expense management" is a list.
  if (/^\w+ing,/i.test(told) || noDeed.test(first)) return false
  if (passive.test(told)) return false
  return irregular.test(first) || /^\w{3,}ed$/i.test(first) || isGerund(first) || gerundOf(first) !== undefined
}

/** Past forms of verbs that change something; the others tell of work that is done every day. */
const changes =
  /^(?:achieved|automated|boosted|brought|built|(?:closed|opened)(?= (?:an?\b|the first|\d))|coded|completed|composed|configured|consolidated|convinced|converted|created|cut|decreased|deployed|designed|developed|discovered|doubled|drafted|drove|eliminated|established|exceeded|expanded|fixed|found|founded|generated|grew|implemented|improved|increased|initiated|installed|introduced|launched|lowered|migrated|modernized|moved|negotiated|optimized|optimised|organised|organized|overhauled|passed|piloted|predicted|produced|published|raised|reached|rebuilt|recovered|redesigned|reduced|refactored|relaunched|reorganised|reorganized|replaced|resolved|restructured|reworked|rewrote|rolled|saved|secured|set up|settled|shortened|simplified|sped|standardised|standardized|started|stopped|streamlined|transformed|tripled|turned|won|wrote)\b/i

/** Whether a deed was done once and changed something, and is no daily duty. */
export const isAchievement = (quote: string): boolean =>
  changes.test(quote) || (isPast(quote) && /\b(?:from .{1,40} to |by (?:about |over )?\d)/.test(quote))

/** Whether a passage that tells of work tells of the past. */
export const isPast = (quote: string): boolean => irregular.test(quote) || /^\w+[^e\W]ed\b/i.test(quote)

/** "you moved the ledger ...": the same words as part of a sentence to the person; undefined where they make none. */
export function toldToYou(quote: string): string | undefined {
  const isVerb = isPast(quote) || opensWithVerb(quote.split(' '))
  return isVerb && !/\b(?:we|us|our|ours|i|me|myself|he|she|his|her)\b/i.test(quote)
    ? `you ${quote.slice(0, 1).toLowerCase()}${quote.slice(1)}`
    : undefined
}
