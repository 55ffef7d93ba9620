import type { Answer, Reply } from './answers.ts'
import { readContent, readSpecifics, substance } from './content.ts'
import type { Placement } from './meanings.ts'
import { hasPhrase, phraseSet } from './text/phrases.ts'
import type { Speech, Token } from './text/tokens.ts'
import type { CompetencyScores } from './types.ts'
import { competencyWeights, featureScale, halfCount, levelScale } from './weights.ts'

export type Competency = keyof CompetencyScores
type Feature = keyof typeof featureScale

export const COMPETENCIES = ['technical_depth', 'communication_clarity', 'problem_solving'] as const

/** The last question of an interview and the greetings: the reply shows nothing of the competencies. */
const CLOSING = phraseSet(`
(any|anything|some|your|what) (questions|question)
questions for
(like|want) to ask
anything (for|from) (me|us|you)
hear me
like to be called
`)
/** Only by itself is it a greeting: "How are you with stocktakes?" asks something. */
const GREETING = phraseSet(`
how are you
`)
const GREETING_WORDS = 6

export function isClosing(question: Speech): boolean {
  return (
    hasPhrase(question.tokens, CLOSING) ||
    (question.tokens.length <= GREETING_WORDS && hasPhrase(question.tokens.slice(-3), GREETING)) ||
    (question.tokens.length <= 2 && question.tokens[0]?.text.startsWith('question') === true)
  )
}

const saturate = (count: number, half: number): number => count / (count + half)

function featuresOf(
  reply: Reply,
  placement: Placement | undefined,
  isTerm: (token: Token) => boolean,
): Record<Feature, number> {
  const content = readContent(reply.speech, isTerm)
  return {
    facts: saturate(content.numbers, halfCount.facts),
    terms: saturate(content.terms, halfCount.terms),
    reasoning: saturate(content.reasons + content.conditions + content.alternatives, halfCount.reasoning),
    sequence: saturate(content.sequence, halfCount.sequence),
    verification: saturate(content.verification + content.learning, halfCount.verification),
    steps: saturate(content.steps, halfCount.steps),
    unknowing: saturate(content.unknowing, halfCount.unknowing),
    generic: saturate(content.generic, halfCount.generic),
    digressions: saturate(content.digressions, halfCount.digressions),
    specifics: specificsOf(reply.speech, isTerm),
    expert: placement?.expert ?? 0,
    method: placement?.method ?? 0,
    clear: placement?.clear ?? 0,
    relevance: placement?.relevance ?? 0,
  }
}

/** How much the sentences of a reply name something, on average: not how many there are, so that length alone gains nothing. */
function specificsOf({ tokens, sentences }: Speech, isTerm: (token: Token) => boolean): number {
  const sum = sentences.reduce((total, { from, to }) => {
    const { numbers, steps, terms } = readSpecifics(tokens.slice(from, to), isTerm)
    return total + saturate(numbers + steps + 0.5 * terms, halfCount.specifics)
  }, 0)
  return sum / Math.max(1, sentences.length)
}

/** What takes away counts by reply; what adds counts by the root of a reply's length, so that long ones do not drown short ones. */
const BY_REPLY: ReadonlySet<Feature> = new Set(['unknowing', 'generic'])

/** Continuous levels, about 1 to 5, not rounded and not clipped; undefined without a reply to judge. */
export function readLevels(
  answers: readonly Answer[],
  placements: ReadonlyMap<Reply, Placement>,
  isTerm: (token: Token) => boolean,
): Record<Competency, number> | undefined {
  const replies = judgedReplies(answers)
  if (replies.length === 0) return undefined
  const rows = replies.map((reply) => ({
    weight: Math.sqrt(reply.speech.tokens.length),
    features: featuresOf(reply, placements.get(reply), isTerm),
  }))
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  const scaled = (feature: Feature): number => {
    const mean = BY_REPLY.has(feature)
      ? rows.reduce((sum, row) => sum + row.features[feature], 0) / rows.length
      : rows.reduce((sum, row) => sum + row.weight * row.features[feature], 0) / total
    const { mean: middle, spread } = featureScale[feature]
    return Math.max(-3, Math.min(3, (mean - middle) / spread))
  }
  const levelOf = (competency: Competency): number => {
    let sum = 0
    let weights = 0
    for (const [feature, weight] of Object.entries(competencyWeights[competency]) as [Feature, number][]) {
      sum += weight * scaled(feature)
      weights += Math.abs(weight)
    }
    return levelScale[competency].base + (levelScale[competency].slope * sum) / weights
  }
  return {
    technical_depth: levelOf('technical_depth'),
    communication_clarity: levelOf('communication_clarity'),
    problem_solving: levelOf('problem_solving'),
  }
}

/** Replies with words, without greetings and the candidate's own questions at the end. */
function judgedReplies(answers: readonly Answer[]): Reply[] {
  const spoken = answers.flatMap((answer) => answer.replies).filter((reply) => reply.speech.tokens.length > 0)
  const judged = spoken.filter((reply) => !isClosing(reply.questionSpeech))
  return judged.length > 0 ? judged : spoken
}

/** Score 0-100 of a continuous level: 20 points a level, the middle of level 3 at 50. */
export function scoreOf(level: number): number {
  return Math.max(0, Math.min(100, 50 + 20 * (level - 3)))
}

/** Published level of a continuous one: 1-5 in steps of 0.5. */
export function publishedLevel(level: number): number {
  return Math.max(1, Math.min(5, Math.round(level * 2) / 2))
}

/** How well one sentence shows a competency; used to choose quotes. */
export function sentenceWeight(speech: Speech, from: number, to: number, competency: Competency): number {
  const part: Speech = { tokens: speech.tokens.slice(from, to), sentences: [] }
  const content = readContent(part)
  const words = to - from
  if (words < 5 || words > 45) return 0
  const base = substance(content) - content.unknowing - content.generic - content.digressions
  if (competency === 'technical_depth') return 0.4 * base + content.terms + 0.5 * content.numbers + content.reasons
  if (competency === 'problem_solving')
    return (
      0.3 * base +
      content.reasons +
      content.alternatives +
      content.conditions +
      content.verification +
      content.learning +
      0.5 * content.sequence
    )
  return 0.5 * base + content.steps + content.sequence + 0.5 * content.numbers - Math.abs(words - 18) / 18
}
