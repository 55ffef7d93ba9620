/** Openings that say how well, not what: "Strong experience in", "Must have", "Ability to". */
const OPENING =
  /^(?:(?:someone|somebody|(?:an? |the )?person) who|(?:the |an? |this |our )?(?:ideal |successful |right |correct |best |qualified )?(?:candidates?|applicants?|person|individual|incumbent|resource)|and|or|also|plus|including|must|should|you(?:['\u2019]ll|['\u2019]ve)?|we|who|will|be|are|is|have|has|having|need|needs?|possess|demonstrated?|demonstrable|proven|verifiable|prior|previous|relevant|current|strong|solid|excellent|good|great|exceptional|outstanding|deep|in-depth|extensive|significant|substantial|advanced|expert|expert-level|broad|basic|thorough|practical|hands-on|hands on|real-world|keen|level|high|highly|knowledge|understanding|experience|experienced|experiences|expertise|proficiency|proficient|familiarity|familiar|exposure|background|ability|able|skilled|skills?|fluency|comfortable|competence|competent|track record|record|command|us(?:e|ing)(?!.* to )|required|preferred|desired|ideally|minimum|at least|work(?:ing)?(?= (?:knowledge|experience|understanding|proficiency|familiarity)\b)|some(?= (?:knowledge|experience|understanding|exposure)\b))(?:[ :,/]+|$)/i
/** Words that only join an opening to what is asked. */
const LINK =
  /^(?:(?:an? |the )?(?:wide |broad )?(?:number|variety|range) of|of|in|with|on|at|to|for|the|an?|some|any|both)(?:[ :,]+|$)/i
const TAIL =
  /[ ,]*(?:\b(?:pref|req['\u2019]?d)\b\.?|= ?(?:an? )?(?:plus|bonus)|\b(?:is|are) plus|\b(?:if|as|when|where) (?:required|needed|necessary|appropriate)|\((?:required|preferred|a plus|desired)[^)]*\)|\b(?:is|are|would be|will be)? ?(?:strongly |highly )?(?:nice to have|a (?:huge |big |definite |strong )?plus|preferred|desired|required|desirable|an advantage|an asset|a must|a bonus|mandatory|essential|helpful|necessary)(?: but not required)?)[ .!]*$/i
const CUT =
  /,? (?:such as|e\.g\.|including but|including|to ensure|in order to|so that|that (?:will|can|are|is)|which|who|as well as|within|across|while)\b/i
const MAX_LENGTH = 80

/** A clause without its openings; a preposition or article goes only with one. */
function dropOpening(text: string): string {
  let rest = text
  for (;;) {
    const match = OPENING.exec(rest) ?? (rest === text ? null : LINK.exec(rest))
    if (!match) return rest.trim()
    rest = rest.slice(match[0].length)
  }
}

/** What a clause asks, in few words of its own: openings and closing grades dropped, cut at a natural joint. */
export function shorten(clause: string): string {
  const bare = clause.replace(/\s+/g, ' ').replace(TAIL, '').trim()
  const opened = dropOpening(bare)
  // "Strong communication skills" keeps its noun; an opening that ate everything was the content itself.
  const kept = opened.split(' ').length >= 1 && opened.length >= 3 ? opened : bare
  const joint = kept.length > MAX_LENGTH / 2 ? CUT.exec(kept) : undefined
  const cut = joint && joint.index >= 12 ? kept.slice(0, joint.index) : kept
  return capitalise(limit(cut).replace(/[\s,;:.(\u2013-]+$/, ''))
}

/** "5+ years of backend development": the number first, then the rest of the clause without its opening. */
export function shortenYears(clause: string, years: number, yearsEnd: number, yearsStart: number): string {
  const after = clause
    .slice(yearsEnd)
    .replace(/^[\s'\u2019),;]*(?:min(?:imum)?\b\.?,?\s*)?(?:of\b(?: (?:them|those|which)\b)?)?\s*/i, '')
  const before = clause.slice(0, yearsStart).replace(/[\s:,(\u2013-]+$/, '')
  const amount = years < 1 ? `${Math.round(years * 12)}+ months` : `${years}+ years`
  const spoken = after
    .replace(/\s+/g, ' ')
    .replace(/,? please\b.*$/i, '')
    // "at their Peabody office" says where, not what.
    .replace(
      /,? (?:at|in|from|for) (?:our|their|the|your)(?: [\p{L}-]+){0,3} (?:offices?|location|site|facility|headquarters|campus)\b.*$/iu,
      '',
    )
    .replace(/^((?:\p{L}+ )?experience) (?:with|and) (?:an? )?(?:B\.?[AS]|M\.?[AS]|BSc|MSc|degree)\b.*$/iu, '$1')
    .replace(/^(?:of )?(?:[\p{L}-]+ )?experience (?:(?:in|with|of|on) (?:an? )?|(?=as ))/iu, '')
  const rest = limit(cutAtJoint(spoken.replace(TAIL, ''))).replace(/[\s,;:.(]+$/, '')
  const useful = rest.replace(
    /^(?:experience|relevant|exp\b\.?|of|in|work(?:ing)?|professional|industry|minimum|required|preferred|or more|plus|\s)+$/i,
    '',
  )
  if (useful)
    return `${amount} ${/^(?:in|as|with|on|at|experience|working|managing|leading)\b/i.test(rest) ? '' : isPlace(rest) ? 'in ' : 'of '}${rest}`
  const lead = /^if\b/i.test(before) ? '' : dropOpening(before)
  return lead.length > 2 ? `${amount} of ${limit(lead)}` : `${amount} of experience`
}

/** "the advertising industry", "PR role": worked in, not years of. */
const isPlace = (text: string): boolean =>
  /^(?:the|an?) |^(?:[\p{L}-]+ ){0,2}(?:industry|role|roles|position|environment|environments|settings?|sector|fields?)\b/iu.test(
    text,
  )

const cutAtJoint = (text: string): string => {
  const joint = text.length > MAX_LENGTH / 2 ? CUT.exec(text) : undefined
  return joint && joint.index >= 12 ? text.slice(0, joint.index) : text
}

function limit(text: string): string {
  if (text.length <= MAX_LENGTH) return text
  const comma = text.lastIndexOf(',', MAX_LENGTH)
  const space = text.lastIndexOf(' ', MAX_LENGTH)
  return text.slice(0, comma > MAX_LENGTH / 2 ? comma : space > 0 ? space : MAX_LENGTH)
}

const capitalise = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const LEVEL_WORDS = {
  high_school: 'High school diploma',
  associate: "Associate's degree",
  bachelor: "Bachelor's degree",
  master: "Master's degree",
  doctorate: 'Doctorate',
  other: 'Degree or diploma',
} as const

/** "Bachelor's degree in accounting". */
export const educationText = (level: keyof typeof LEVEL_WORDS, field: string | undefined): string =>
  limit(field ? `${LEVEL_WORDS[level]} in ${field}` : LEVEL_WORDS[level])
