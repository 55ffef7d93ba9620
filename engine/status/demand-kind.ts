/** Kinds of demand that readers judge otherwise than a named skill; 1 or 0 each. */
export interface DemandKind {
  /** Leading, hiring or coaching people. */
  leadership: number
  /** Communication, collaboration, a way of working: rarely stated word for word, often shown. */
  softSkill: number
  /** Place, hours, travel, permission to work: no resume's content answers them. */
  circumstance: number
}

const ASKS_LEADERSHIP =
  /\b(?:lead|leader(?:s|ship)?|manag(?:e|es|ing|er|ers|erial)|supervis\w{1,8}|mentor\w{0,4}|coach\w{0,4}|hire|hiring)\b/i
const ASKS_CIRCUMSTANCE =
  /\b(?:located|location|travel\w{0,4}|shifts?|weekends?|authori[sz]ed|remote|on-?site|local|based in|relocat\w{1,4}|lift|hours|citizen\w{0,4}|clearance|availab(?:le|ility)|overtime|territory)\b/i
const SOFT_SKILL =
  /\b(?:communicat\w{1,5}|interpersonal|team ?work|team player|collaborat\w{1,5}|presentations?|organi[sz]ational|problem[- ]solv\w{1,3}|detail[- ]oriented|attention to detail|self[- ](?:starter|motivated)|time management|multi-?task\w{0,3}|analytical|leadership)\b/gi
const LEADS =
  /\b(?:led|leads?|leading|manag(?:e[drs]?|ing|ers|ement)|supervis\w{1,5}|mentor\w{0,4}|coach\w{0,4}|direct reports|director|overs(?:ee\w{0,3}|aw)|hired|hiring|train(?:ed|ing) (?:new|staff|employees|team))\b/gi

/** What kind of demand a requirement's words make. */
export const demandKindOf = (text: string): DemandKind => ({
  leadership: ASKS_LEADERSHIP.test(text) ? 1 : 0,
  softSkill: text.search(SOFT_SKILL) >= 0 ? 1 : 0,
  circumstance: ASKS_CIRCUMSTANCE.test(text) ? 1 : 0,
})

/** How much of leading people a resume speaks, 0-1; eight mentions are plenty. */
export const leadershipShown = (text: string): number => Math.min(1, Array.from(text.matchAll(LEADS)).length / 8)

/** How many different personal skills a resume claims, 0-1; five are plenty. */
export const softSkillsShown = (text: string): number =>
  Math.min(1, new Set(Array.from(text.matchAll(SOFT_SKILL), (m) => m[0].toLowerCase().slice(0, 8))).size / 5)
