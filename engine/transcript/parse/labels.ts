/** Speaker labels that say the role themselves. */
const INTERVIEWER =
  /^(?:interviewer|int|ir|q|question|recruiter|moderator|host|hiring manager|hr|panel|panell?ist)\s?[#-]?\s?\d{0,2}$/
const CANDIDATE = /^(?:candidate|interviewee|applicant|res|respondent|participant|ie|a|answer)\s?[#-]?\s?\d{0,2}$/
/** `I:` and `R:` or `C:` only mean a role as a pair; alone they are initials. */
const PAIRED = new Map([
  ['i', 'interviewer'],
  ['r', 'candidate'],
  ['c', 'candidate'],
] as const)
/** Words before a colon that head a paragraph or a form field, not a speaker. */
const NOT_SPEAKERS = new Set(
  (
    'note notes ps example action actions result results situation task tasks date time subject position role duration location ' +
    'transcript interview company http https summary agenda meeting title job warning tip reason steps system assistant ' +
    'attendees participants recording file'
  ).split(' '),
)
const TITLES = new Set(['dr', 'mr', 'mrs', 'ms', 'miss', 'prof', 'professor', 'sir', 'councillor', 'cllr', 'rev'])

export interface Label {
  /** As written, without markdown, brackets and role in parentheses. */
  name: string
  /** Comparable form. */
  key: string
}

/** Reads a speaker label ("**Dr Helen Rudd (GP partner)**"); undefined when the words cannot name a speaker. */
export function readLabel(raw: string): Label | undefined {
  let name = raw.replaceAll('*', '').replaceAll('_', '').replaceAll('#', '').trim()
  const bracket = name.indexOf('(')
  if (bracket > 0) name = name.slice(0, bracket).trim()
  if (name === '' || name.length > 60 || !/^\p{L}/u.test(name) || /[!?;,"“”<>=/]/.test(name)) return undefined
  const words = name.split(/\s+/)
  if (words.length > 5) return undefined
  if (words.some((word, i) => word.endsWith('.') && word.length > 4 && i < words.length - 1)) return undefined
  const key = name.toLowerCase().replaceAll('.', '').replace(/\s+/g, ' ')
  return NOT_SPEAKERS.has(key) ? undefined : { name, key }
}

/** The role that a label states by itself; `keys` are all labels of the transcript, for the pair I and R. */
export function roleOfLabel(key: string, keys: ReadonlySet<string>): 'interviewer' | 'candidate' | undefined {
  if (INTERVIEWER.test(key)) return 'interviewer'
  if (CANDIDATE.test(key)) return key === 'a' && !keys.has('q') ? undefined : 'candidate'
  const paired = PAIRED.get(key as 'i')
  if (paired === 'interviewer') return keys.has('r') || keys.has('c') ? paired : undefined
  return paired !== undefined && keys.has('i') ? paired : undefined
}

/** Words like "Interviewer" or "Q" that may be trusted as a label on one sight. */
export function isRoleWord(key: string): boolean {
  return INTERVIEWER.test(key) || CANDIDATE.test(key)
}

/** A person's name by its looks: one to five words, each with a capital or a digit. */
export function looksLikeName(name: string): boolean {
  return name
    .split(/\s+/)
    .every((word) => /^[\p{Lu}\d]/u.test(word) || /^(?:de|van|von|der|den|la|le|bin|al|da|dos)$/.test(word))
}

/** The parts of a name without titles, lower case. */
export function nameParts(key: string): string[] {
  return key.split(' ').filter((part) => part !== '' && !TITLES.has(part))
}
