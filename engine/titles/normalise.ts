import { nameWords, nounKey } from '../skills/names.ts'
import type { Seniority } from './types.ts'

/** Abbreviations and spellings folded before titles are compared. */
const expand: Record<string, string> = {
  mgr: 'manager',
  eng: 'engineer',
  engr: 'engineer',
  dev: 'developer',
  rep: 'representative',
  asst: 'assistant',
  coord: 'coordinator',
  tech: 'technician',
  admin: 'administrator',
  acct: 'accountant',
  supv: 'supervisor',
  dir: 'director',
  exec: 'executive',
  frontend: 'front end',
  backend: 'back end',
  fullstack: 'full stack',
  cyber: 'cyber',
  cybersecurity: 'cyber security',
  helpdesk: 'help desk',
  hr: 'human resource',
  it: 'it',
  ict: 'it',
  centre: 'center',
  programmer: 'programmer',
  qa: 'qa',
  ops: 'operation',
  vp: 'vice president',
  svp: 'vice president',
  evp: 'vice president',
  avp: 'vice president',
}

/** Words that tell rank or terms of work, not the work; `undefined` leaves the rank as it is. */
const rank: Record<string, Seniority | undefined> = {
  intern: 0,
  internship: 0,
  trainee: 0,
  apprentice: 0,
  graduate: 1,
  junior: 1,
  jr: 1,
  entry: 1,
  level: undefined,
  associate: 1,
  mid: 2,
  intermediate: 2,
  senior: 3,
  sr: 3,
  snr: 3,
  staff: undefined,
  principal: 4,
  lead: 4,
  experienced: undefined,
  certified: undefined,
  licensed: undefined,
  bilingual: undefined,
  freelance: undefined,
  contract: undefined,
  contractor: undefined,
  temporary: undefined,
  temp: undefined,
  interim: undefined,
  acting: undefined,
  part: undefined,
  full: undefined,
  time: undefined,
  remote: undefined,
  onsite: undefined,
  hybrid: undefined,
  i: undefined,
  ii: undefined,
  iii: undefined,
  iv: undefined,
  '1': undefined,
  '2': undefined,
  '3': undefined,
  the: undefined,
  a: undefined,
}

/** Nouns that carry a rank of their own and stay part of the title. */
const rankNouns: Record<string, Seniority> = {
  supervisor: 4,
  foreman: 4,
  superintendent: 4,
  leader: 4,
  charge: 3,
  manager: 5,
  head: 5,
  director: 6,
  chief: 6,
  president: 6,
  vp: 6,
  ceo: 6,
  cto: 6,
  cfo: 6,
  coo: 6,
  cio: 6,
  partner: 6,
}

/** Titles in which "manager" is the work and not a rank over people. */
const contributorManagers = new Set([
  'product',
  'project',
  'program',
  'account',
  'case',
  'success',
  'community',
  'property',
])

/** The part of a title line that names the work: before a bracket, comma, bar, dash, "at" or "for". */
export function titleHead(line: string): string {
  const cut = /[,|([;\n]| [-–—/@] | at | for | @/i.exec(line)
  return cut === null || cut.index < 3 ? line : line.slice(0, cut.index)
}

/** Words of a title, singular and with abbreviations written out. */
export function titleWords(title: string): string[] {
  return nameWords(title).flatMap((word) => (Object.hasOwn(expand, word) ? expand[word]!.split(' ') : [nounKey(word)]))
}

export const isRankWord = (word: string): boolean => Object.hasOwn(rank, word)

/** Seniority by the words of a title; the highest word wins, "assistant manager" counts as the manager's helper. */
export function seniorityOf(words: readonly string[]): Seniority {
  let level: Seniority | undefined
  words.forEach((word, i) => {
    let own = Object.hasOwn(rank, word) ? rank[word] : undefined
    if (Object.hasOwn(rankNouns, word)) own = rankNouns[word]
    if (word === 'manager' && i > 0 && contributorManagers.has(words[i - 1]!)) own = undefined
    // "lead generation" and "lead auditor": a rank only before a noun of work, which the first word of a title has.
    if (own !== undefined && (level === undefined || own > level)) level = own
  })
  if (words[0] === 'assistant' && level !== undefined && level >= 4) return (level - 1) as Seniority
  return level ?? 2
}
