import type { Range } from '../text/tokens.ts'

/** Months since year 0, both ends included. */
export interface Period {
  first: number
  last: number
}

/** A statement of the candidate, where it stands and what it is about. */
export interface Place {
  /** Index of the reply in the order of the interview. */
  reply: number
  range: Range
  /** Stems of the words that tell what it is about. */
  subject: ReadonlySet<string>
}

/** From when the candidate has been somewhere, as told in one sentence. */
export interface Start extends Place {
  period: Period
  /** At a place of work, rather than in a role or with a subject. */
  isOfPlace: boolean
  /** At the present place of work. */
  isCurrent: boolean
}

/** Something that the candidate took part in at a known time. */
export interface Event extends Place {
  period: Period
}

/** How long the candidate has done something, in months. */
export interface Length extends Place {
  months: number
}

/** How many of something the candidate has or leads. */
export interface Count extends Place {
  /** Stem of what is counted. */
  unit: string
  value: number
  /** Said to be the only one. */
  isOnly: boolean
}

/** What the candidate says never happened, or that none of it was there. */
export interface Denial extends Place {
  /** Stems of what is denied. */
  denied: readonly string[]
}

/** A thing that was new a short time ago, in months at most. */
export interface Novelty extends Place {
  months: number
}

/** All that one interview states. */
export interface Facts {
  starts: Start[]
  events: Event[]
  lengths: Length[]
  counts: Count[]
  denials: Denial[]
  novelties: Novelty[]
}

/** Two statements that cannot both hold as they are said. */
export interface Clash {
  kind: 'dates' | 'lengths' | 'counts' | 'denial' | 'papers'
  earlier: Place
  later: Place
  /** 0-1: how much the two are about the same thing. */
  strength: number
}
