import { findShortDegree } from '../education/short-degrees.ts'

export type DegreeLevel = 'high_school' | 'associate' | 'bachelor' | 'master' | 'doctorate' | 'other'

export interface EducationAsked {
  /** The lowest level that is enough. */
  level: DegreeLevel
  /** Subject in the words of the text, lower case; undefined when any subject will do. */
  field?: string
  /** "or equivalent practical experience". */
  allowsExperience: boolean
}

const LEVELS: readonly [DegreeLevel, RegExp][] = [
  ['high_school', /\bhigh[ -]school|\bGED\b|secondary school|\bgcse/i],
  ['associate', /\bassociate(?:'s|\u2019s|s)? (?:degree|of|in)|\bA\.?A\.?S?\.? degree/i],
  [
    'bachelor',
    /\bbachelor|\bbaccalaureate|\bB\.?A\.?\b(?= ?\/|,| in| or| degree)|\bB\.?S\.?c?\b(?= ?\/|,| in| or| degree)|\bBA\/BS|\bBS\/BA|\bB\.?S\.?N\b|\bB\.?Tech\b|\bB\.E\.(?= |,)|\bB\.?E\.?\/|\b(?:university|college|four[ -]year|4[ -]year|undergraduate) degree|\bBBA\b|\bBCA\b/i,
  ],
  [
    'master',
    /\bmaster(?:'s|\u2019s|s)?\b(?! data)(?= degree| of | in |,| or |$)|\bMBA\b|\bM\.?S\.?c?\b(?= ?\/|,| in| or| degree)|\bM\.?Tech\b|\bMCA\b|\bMSN\b/i,
  ],
  ['doctorate', /\bph\.? ?d\b|\bdoctora(?:te|l)|\bdoctor of\b|\bJ\.?D\.?\b(?= |,|$)|\bjuris doctor|\bPharm\.?D/i],
]
const MENTIONS_EDUCATION =
  /\bdegree(?! of (?!arts|science|engineering|business))|\bbachelor|\bmaster(?:'s|\u2019s|s)\b|\bdiploma|\bph\.? ?d\b|\bdoctora|\b(?:master|doctor|associate) of (?:science|arts|education|engineering|business|nursing|pharmacy|law|public|social|fine|applied|physical|medicine)\b|\bMBA\b|\bBA\/BS|\bB\.?S\.?N\b|\bGED\b|\bhigh[ -]school|\bgraduate (?:in|of|from)|\b(?:BS|BA|BSc|MS|MSc|B\.S\.|B\.A\.|M\.S\.)(?: ?\/|,? (?:in|or)\b| degree)|\bjuris doctor|\bbaccalaureate|\bB\.?Tech\b|\bMCA\b|\bBCA\b/i
const FIELD =
  /(?:degree|bachelor(?:'s|\u2019s|s)?|master(?:'s|\u2019s|s)?|diploma|BS|BA|MS|ph\.?d\.?|B\.S\.|M\.S\.|BSc|MSc|B\.?Tech)[^.;:]{0,25}? (?:in|of) (?!arts\b|science (?:degree|in)\b)((?:a |an |the )?[\p{L}][^.;:()]{2,90})/iu

/** "Law degree", but not "university degree". */
const SUBJECT_BEFORE =
  /\b(?!(?:bachelor|master|doctora|associate|doctor|universit|college|graduate|undergraduate|postgraduate|advanced|related|relevant|equivalent|technical|year|required|preferred|higher|honou?rs|professional|any|completed|accredited|appropriate|recent|level|high|the|relevant|similar|formal|school)\p{L}*)(\p{L}{3,20}) degree\b/iu

/** What a clause asks of education, or undefined when it asks nothing of the kind. */
export function findEducation(clause: string): EducationAsked | undefined {
  const short = findShortDegree(clause)
  if (!short && !MENTIONS_EDUCATION.test(clause)) return undefined
  const level =
    LEVELS.find(([, pattern]) => pattern.test(clause))?.[0] ??
    short?.level ??
    (/\bdegree\b/i.test(clause) ? 'bachelor' : 'other')
  const named = (FIELD.exec(clause)?.[1] ?? SUBJECT_BEFORE.exec(clause)?.[1])
    ?.replace(/,? (?:or|and) (?:an? )?(?:equivalent|related|similar|relevant|other|comparable).*$/i, '')
    .replace(/,? (?:is |are )?(?:required|preferred|desired|a plus|a must|with|from|and \d|or \d|plus).*$/i, '')
    .trim()
  // "MSW" says its subject itself.
  const field = named ?? (short?.level === level ? short.field : undefined)
  return {
    level,
    ...(field && !/^(?:a|an|the)? ?(?:related|relevant|technical|any) field|\bexperience\b/i.test(field)
      ? { field: field.toLowerCase() }
      : {}),
    allowsExperience:
      /equivalent|in lieu|or (?:\d{1,2}\+? years? (?:of )?)?(?:relevant |related |practical )?(?:work )?experience/i.test(
        clause,
      ),
  }
}

/** From least to most; an unlevelled diploma stands beside an associate degree. */
export const LEVEL_RANK: Readonly<Record<DegreeLevel, number>> = {
  high_school: 1,
  other: 2,
  associate: 2,
  bachelor: 3,
  master: 4,
  doctorate: 5,
}
