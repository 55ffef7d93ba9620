import type { Requirement } from '../types.ts'

/** Longest label, in words; longer wordings are whole duties that no list of skills can show. */
const MOST_WORDS = 6
/** Verbs that say no more than that the thing is done, before the thing itself. */
const LIGHT =
  /^(?:(?:provid|ensur|perform|conduct|handl|manag|maintain|support|driv|own|participat|contribut)(?:e|es|s|ing)?|carry(?:ing)? out|responsible for|involved in)(?: (?:and|or) \p{L}+(?=ing\b|\b to\b| the\b| our\b))?(?: (?:with|in|on|to|of|for))?(?: (?:the|an?|our|all|its|their|various|daily))*(?: (?:wide )?(?:variety|range) of)?\s+/iu
/** How well something is known or done, before what it is. */
const GRADE =
  /^(?:(?:an? |the )?(?:superb|solid|exceptional|deep|effective|general|good|strong|keen|broad|thorough|working) )?(?:awareness|understanding|knowledge|ability|capacity|desire|willingness|capability|interest)(?: (?:and|or) (?:awareness|understanding|knowledge|ability|willingness|interest))?(?: (?:of|to|in|for))(?: (?:the|an?|how to|our|relevant|various))*\s+/i
/** Where a wording may end and still be whole. */
const JOINTS =
  /[,;:(\u2013]|\s-\s|\s(?:and|or|for|to|with|by|from|on|at|in|of|through|using|across|while|that|which|who|including|such as|as|under|within|between|before|after|per|via|is|are)\s/gi
/** What no label ends in. */
const LOOSE =
  /[\s,;:(-]+(?:with (?:the |an? )?ability|and|or|the|an?|of|to|in|on|at|for|with|by|from|into|onto|within|across|through|between|under|over|about|than|if|when|where|who|whose|will|can|must|be|your|you|we|our|their|its|as|is|are|all|along|how|that|which)?[\s,;:(-]*$/i

/**
 * What `matched_skills` and `missing_skills` show of each requirement, in order: its text, or a phrase of it of at most
 * six words where the text is a whole duty. Two requirements never share a label.
 */
export function labelsOf(requirements: readonly Requirement[]): string[] {
  const labels = requirements.map(labelOf)
  const counts = new Map<string, number>()
  for (const text of labels) counts.set(text, (counts.get(text) ?? 0) + 1)
  const isTaken = (i: number): boolean =>
    counts.get(labels[i]!)! > 1 || requirements.some((r, j) => j !== i && r.text === labels[i])
  return labels.map((label, i) => (isTaken(i) ? requirements[i]!.text : label))
}

function labelOf({ text, type, any_of }: Requirement): string {
  // Names, degrees and licences are short by themselves, and none of their words is to spare.
  if (wordsIn(text) <= MOST_WORDS || any_of || type === 'education' || type === 'credential' || type === 'language')
    return text
  const years = /^\d+(?:\.\d)?\+ (?:years|months) (?:of |in |as |with )?/.exec(text)?.[0] ?? ''
  const rest = text.slice(years.length)
  const bare = years ? rest : rest.replace(GRADE, '').replace(LIGHT, '')
  const phrase = cut(wordsIn(bare) >= 2 ? bare : rest)
  if (wordsIn(phrase) < 2 && !years) return text
  return years + (years ? phrase : phrase.slice(0, 1).toUpperCase() + phrase.slice(1))
}

/** The longest beginning of at most six words that ends at a joint; without a joint the first six words. */
function cut(text: string): string {
  const limit = beginning(text, MOST_WORDS)
  if (limit === text.trim()) return limit
  const comma = limit.search(/[,;:(\u2013]/)
  const first = comma > 0 ? limit.slice(0, comma) : undefined
  if (first && wordsIn(first) >= 2) return first.replace(LOOSE, '')
  // One word more tells whether the sixth ends at a joint.
  const joints = [...`${beginning(text, MOST_WORDS + 1)} `.matchAll(JOINTS)].map((m) => m.index)
  const at = joints.findLast((index) => index <= limit.length && wordsIn(text.slice(0, index)) >= 2)
  const phrase = (at === undefined ? limit : text.slice(0, at)).replace(LOOSE, '')
  // "legal matters and respond [to them]": what stands between "and" and a preposition is another deed.
  const one =
    !phrase.includes(',') &&
    / (?:to|with|on) /.test(text.slice(phrase.length, phrase.length + 6)) &&
    phrase.replace(/ (?:and|or) \S+$/, '').replace(LOOSE, '')
  return one && wordsIn(one) >= 2 ? one : phrase
}

const beginning = (text: string, words: number): string => text.trim().split(/\s+/).slice(0, words).join(' ')

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
