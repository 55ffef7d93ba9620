import { isAsk } from './asks.ts'
import { nameParts, roleOfLabel } from './parse/labels.ts'
import type { ParsedTranscript, Turn } from './parse/turns.ts'
import { readSpeech, type Speech } from './text/tokens.ts'
import type { SpeakerFinding, SpeakerRole } from './types.ts'

export interface SpokenTurn extends Turn {
  role: SpeakerRole
  speech: Speech
  asks: boolean
}

export interface Roles {
  turns: SpokenTurn[]
  speakers: SpeakerFinding[]
  /** Undefined when nobody in the transcript can be the candidate. */
  candidate: string | undefined
  /** Whether `candidate_name` named one of the speakers; undefined when none was given. */
  isNameFound: boolean | undefined
}

interface Behaviour {
  key: string
  turns: number
  words: number
  asking: number
  /** Turns that follow another speaker's question without asking one. */
  answering: number
  /** Turns that ask and are then answered by someone else. */
  answered: number
}

/** Finds the one candidate among the speakers: who answers, as opposed to who asks. Names and accents play no part. */
export function assignRoles(
  text: string,
  parsed: ParsedTranscript,
  allCapitals: boolean,
  candidateName: string | undefined,
): Roles {
  const turns = parsed.turns.map((turn) => {
    const speech = readSpeech(text, turn.ranges, allCapitals)
    return { ...turn, role: 'other' as SpeakerRole, speech, asks: speech.sentences.some((s) => isAsk(speech, s)) }
  })
  const behaviours = observe(turns)
  const keys = new Set(behaviours.map(({ key }) => key))
  const named = candidateName === undefined ? undefined : findNamed(candidateName, behaviours)
  const scores = behaviours.map((behaviour) => ({
    ...behaviour,
    score: candidateScore(behaviour, behaviours, roleOfLabel(behaviour.key, keys)) + (behaviour.key === named ? 8 : 0),
  }))
  const ranked = [...scores].sort((a, b) => b.score - a.score || b.words - a.words || (a.key < b.key ? -1 : 1))
  const best = ranked[0]
  const isCandidate = best !== undefined && best.words > 0 && best.score > (ranked.length === 1 ? 0 : -1)
  const candidate = isCandidate ? best.key : undefined
  const margin = best === undefined ? 0 : best.score - (ranked[1]?.score ?? -1)
  const confidence = Math.round(100 / (1 + Math.exp(-1.2 * margin))) / 100
  const roleOf = (key: string, asking: number, words: number): SpeakerRole =>
    key === candidate
      ? 'candidate'
      : asking > 0 || words >= 30 || roleOfLabel(key, keys) === 'interviewer'
        ? 'interviewer'
        : 'other'
  const speakers = scores.map(({ key, turns: count, words, asking }) => ({
    label: parsed.names.get(key) ?? key,
    role: roleOf(key, asking, words),
    confidence: parsed.format === 'unmarked' ? Math.min(confidence, 0.5) : confidence,
    turns: count,
    words,
  }))
  const roles = new Map(scores.map(({ key, asking, words }) => [key, roleOf(key, asking, words)]))
  for (const turn of turns) turn.role = roles.get(turn.speaker)!
  return {
    turns,
    speakers,
    candidate,
    isNameFound: candidateName === undefined ? undefined : named !== undefined,
  }
}

function observe(turns: readonly SpokenTurn[]): Behaviour[] {
  const byKey = new Map<string, Behaviour>()
  turns.forEach((turn, i) => {
    const own = byKey.get(turn.speaker) ?? {
      key: turn.speaker,
      turns: 0,
      words: 0,
      asking: 0,
      answering: 0,
      answered: 0,
    }
    byKey.set(turn.speaker, own)
    const before = turns[i - 1]
    const after = turns[i + 1]
    own.turns++
    own.words += turn.speech.tokens.length
    if (turn.asks) own.asking++
    if (!turn.asks && before?.asks === true && before.speaker !== turn.speaker) own.answering++
    if (turn.asks && after !== undefined && !after.asks && after.speaker !== turn.speaker) own.answered++
  })
  return [...byKey.values()]
}

/** Higher for who answers at length and rarely asks; a label that states the role outweighs behaviour. */
function candidateScore(
  { turns, words, asking, answering, answered }: Behaviour,
  all: readonly Behaviour[],
  stated: 'interviewer' | 'candidate' | undefined,
): number {
  const totalWords = all.reduce((sum, other) => sum + other.words, 0)
  const totalAnswering = all.reduce((sum, other) => sum + other.answering, 0)
  const share = totalWords === 0 ? 0 : words / totalWords
  const answers = totalAnswering === 0 ? 0 : answering / totalAnswering
  const asks = turns === 0 ? 0 : asking / turns
  const label = stated === 'candidate' ? 4 : stated === 'interviewer' ? -4 : 0
  return 2 * share + 2 * answers - 2 * asks - answered / Math.max(1, turns) + label
}

/** The speaker whose label shares a name with `candidate_name`, or is its initials. */
function findNamed(candidateName: string, behaviours: readonly Behaviour[]): string | undefined {
  const wanted = nameParts(candidateName.toLowerCase().replaceAll('.', '').replace(/\s+/g, ' ').trim())
  const initials = wanted.map((part) => part[0]).join('')
  let best: string | undefined
  let bestShared = 0
  for (const { key } of behaviours) {
    const parts = nameParts(key)
    const shared =
      parts.filter((part) => wanted.includes(part)).length || (initials.length > 1 && key === initials ? 1 : 0)
    if (shared > bestShared) {
      best = key
      bestShared = shared
    }
  }
  return best
}
