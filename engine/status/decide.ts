import type { RequirementStatus } from '../types.ts'
import { type Background, featuresOf } from './features.ts'
import { type Judgement, STATUS_CREDIT } from './judgement.ts'
import type { Models } from './models.ts'
import type { Probe } from './probe.ts'
import type { ResumeView } from './resume-view.ts'
import type { Signals } from './signals.ts'

export const STATUSES: readonly RequirementStatus[] = ['matched', 'adjacent', 'missing', 'unclear']

/** Probability of each status, in the order of STATUSES: a softmax over linear scores, fitted on judged pairs. */
export function probabilities(features: readonly number[], model: Models['status']): number[] {
  const scores = model.map((row) => row.reduce((sum, weight, i) => sum + weight * features[i]!, 0))
  const top = Math.max(...scores)
  const raised = scores.map((s) => Math.exp(s - top))
  const total = raised.reduce((a, b) => a + b, 0)
  return raised.map((r) => r / total)
}

/**
 * Factors on the probabilities, in the order of STATUSES, before the likeliest status is named. Adjacent and unclear are
 * rare, and without a lift hardly ever named: with it held-out accuracy is the same and macro-F1 0.01-0.02 higher, twice
 * as much costs accuracy. The credit stays that of the probabilities.
 */
const LIFT = [1, 1.1, 1, 1.35] as const

const ASKS_LITTLE = /\bfamiliar|\bbasic\b|\bexposure|\bawareness|\bsome (?:knowledge|experience)/i

/** Judges a skill, an experience or another demand; the words or the meaning that decided name the rule. */
export function decide(
  probe: Probe,
  signals: Signals,
  view: ResumeView,
  background: Background,
  model: Models['status'],
): Judgement {
  if (signals.isDenied) return { status: 'missing', rule: 'said_to_lack', span: undefined, credit: 0 }
  const chances = probabilities(featuresOf(probe, signals, background, view), model)
  const credit = STATUSES.reduce((sum, status, i) => sum + chances[i]! * STATUS_CREDIT[status], 0)
  const lifted = chances.map((chance, i) => chance * LIFT[i]!)
  const status = STATUSES[lifted.indexOf(Math.max(...lifted))]!
  const named = plainlyNamed(probe, signals)
  if (named) return { ...named, span: signals.bestMention, credit: Math.max(credit, STATUS_CREDIT[named.status]) }
  if (status === 'missing' || status === 'unclear')
    return { status, rule: status === 'missing' ? 'nothing_found' : 'silent_in_field', span: undefined, credit }
  const support = supportOf(probe, signals, view, status)
  // No quote, no credit.
  // "Familiar with Docker" is not having it, unless the job description asks for no more than that.
  if (status === 'matched' && support?.rule === 'named_weakly' && !ASKS_LITTLE.test(probe.requirement.quote))
    return { status: 'adjacent', ...support, credit: Math.min(credit, STATUS_CREDIT.adjacent) }
  return support ? { status, ...support, credit } : { status: 'missing', rule: 'nothing_found', span: undefined }
}

/**
 * A demand that is a name and nothing more ("PostgreSQL", "Epic or Cerner") stands or falls with the name; of several names
 * one that is known is enough, whatever the others are.
 */
function plainlyNamed(
  { requirement, conceptShare, years, isChoice, alternatives }: Probe,
  s: Signals,
): (Pick<Judgement, 'rule'> & { status: 'matched' | 'adjacent' }) | undefined {
  if (requirement.type !== 'skill' || years !== undefined || s.bestMention === undefined) return undefined
  if (conceptShare < 0.9 && !alternatives.has(s.bestMention.concept.id)) return undefined
  const isNamed = isChoice ? s.namedBest >= NAMED_WEAKLY : s.allNamed === 1
  if (!isNamed) return undefined
  const isWeak = s.bestMention.stance === 'weak' && !ASKS_LITTLE.test(requirement.quote)
  return isWeak ? { status: 'adjacent', rule: 'named_weakly' } : { status: 'matched', rule: 'named' }
}
/** Credit of a weak mention (signals.ts). */
const NAMED_WEAKLY = 0.5

function supportOf(
  probe: Probe,
  s: Signals,
  view: ResumeView,
  status: RequirementStatus,
): Pick<Judgement, 'rule' | 'span'> | undefined {
  const line = view.lines[s.bestLine]
  const isNamed = s.bestMention !== undefined && s.named >= 0.5
  if (isNamed && (probe.conceptShare >= 0.5 || !line))
    return { rule: s.bestMention!.stance === 'weak' ? 'named_weakly' : 'named', span: s.bestMention }
  if (status === 'adjacent' && s.relatedMention && s.related >= 0.5)
    return { rule: 'related_skill', span: s.relatedMention }
  if (line) return { rule: s.lineCoverage >= 0.6 ? 'same_words' : 'same_meaning', span: line }
  return isNamed ? { rule: 'named', span: s.bestMention } : undefined
}
