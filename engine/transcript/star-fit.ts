import type { Answer } from './answers.ts'
import { STAR_LEARNED } from './learned-star.ts'
import type { StarReading, StarValues } from './star.ts'
import { ASKS_RESULT, DUTY_STATED, HABIT, OUTCOME, SETTING, UNKNOWN_END, VAGUE_OUTCOME } from './star-cues.ts'
import { ownSteps, pastKind } from './text/past.ts'
import { findPhrases, hasPhrase, type PhraseSet } from './text/phrases.ts'
import { starWeights as w } from './weights.ts'

export const STAR_PARTS = ['situation', 'task', 'action', 'result'] as const

const saturate = (count: number, half: number): number => count / (count + half)
/** Rises through the middle third: where a part is neither clearly there nor clearly absent. */
const ramp = (strength: number): number => Math.min(1, Math.max(0, 2 * strength - 0.5))

const WE = new Set("we we'd we've our us".split(' '))
const OWN = new Set("i i'd i've my me".split(' '))
const OPEN = new Set("i'd would if".split(' '))

/**
 * What the fit of the STAR parts sees of an answer: the strengths weighed by hand, and counts that level off, so that one
 * misheard word moves little.
 */
export function starSigns(answer: Answer, strength: StarValues): number[] {
  const { tokens } = answer.speech
  const zone = Math.floor(answer.replies[0]!.speech.tokens.length * w.outcomeZone)
  const count = (words: PhraseSet, from = 0): number => findPhrases(tokens, words, from).length
  const steps = ownSteps(tokens)
  let we = 0
  let own = 0
  let past = 0
  let open = 0
  let numbers = 0
  tokens.forEach(({ text, isNumber }, i) => {
    if (WE.has(text)) we++
    else if (OWN.has(text)) own++
    if (pastKind(text) !== undefined) past++
    if (HABIT.has(text) || OPEN.has(text)) open++
    if (isNumber && i >= zone) numbers++
  })
  const further = answer.replies.slice(1)
  const ends = further.filter((reply) => hasPhrase(reply.questionSpeech.tokens, ASKS_RESULT))
  const strengths = STAR_PARTS.map((part) => strength[part])
  return [
    1,
    ...strengths,
    ...strengths.map(ramp),
    saturate(steps.filter(({ weight }) => weight >= 0.7).length, 2),
    saturate(steps.length, 3),
    saturate(count(OUTCOME, zone), 1),
    saturate(count(VAGUE_OUTCOME, zone), 1),
    saturate(count(UNKNOWN_END, zone), 1),
    saturate(count(DUTY_STATED), 1),
    saturate(count(SETTING), 1),
    saturate(numbers, 2),
    saturate(we, 3),
    saturate(own, 4),
    we / (we + own + 1),
    saturate(past, 5),
    saturate(open, 2),
    saturate(further.length, 1),
    ends.length > 0 ? 1 : 0,
    ends.some((reply) => hasPhrase(reply.speech.tokens, UNKNOWN_END)) ? 1 : 0,
  ]
}

/** Fitted strength of each part, 0-1. A part of which no word can be shown is absent; a task may be implied by the rest. */
export function fitStar(signs: readonly number[], at: StarReading['at']): StarValues {
  const strength = (part: keyof StarValues): number => {
    if (part !== 'task' && at[part] === undefined) return 0
    const sum = STAR_LEARNED[part].reduce((total, weight, i) => total + weight * signs[i]!, 0)
    return Math.min(1, Math.max(0, sum))
  }
  return {
    situation: strength('situation'),
    task: strength('task'),
    action: strength('action'),
    result: strength('result'),
  }
}
