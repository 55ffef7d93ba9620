import { interpolate } from '../meaning/similarity.ts'
import type { Assessed } from '../status/assess.ts'
import { importanceOf } from '../status/job-profile.ts'
import type { ScorePart } from '../types.ts'
import { DEFAULT_YEARS, MUST_KNOTS, PART_WEIGHTS, type PartName } from './weights.ts'

/** What the score is made of. */
export interface ScoreFacts {
  assessed: readonly Assessed[]
  yearsRelevant: number | null
  yearsAsked: number | undefined
  /** 0-1, or undefined when job or resume has no title. */
  roleFit: number | undefined
  /** The title in the resume that is nearest. */
  nearestTitle: string | undefined
  /** 0-1. */
  semanticSimilarity: number
}

interface Part {
  name: PartName
  value: number
  reason: string
}

/** The score, an integer 0-100, and the visible parts that it is the sum of. */
export function scoreCandidate(facts: ScoreFacts): { score: number; breakdown: ScorePart[] } {
  const parts = partsOf(facts)
  const total = parts.reduce((sum, part) => sum + PART_WEIGHTS[part.name], 0)
  const breakdown = parts.map(({ name, value, reason }) => {
    const weight = round(PART_WEIGHTS[name] / total, 4)
    const shown = round(value, 3)
    return { part: name, weight, value: shown, points: round(weight * shown * 100, 1), reason }
  })
  const sum = breakdown.reduce((points, part) => points + part.weight * part.value * 100, 0)
  return { score: Math.min(100, Math.max(0, Math.round(sum))), breakdown }
}

function partsOf(facts: ScoreFacts): Part[] {
  const parts: Part[] = []
  const must = facts.assessed.filter((a) => a.probe.requirement.kind === 'must')
  const nice = facts.assessed.filter((a) => a.probe.requirement.kind === 'nice')
  if (must.length > 0) {
    const { value, reason } = meanCredit(must)
    parts.push({ name: 'must_haves', value: interpolate(MUST_KNOTS, value), reason })
  }
  if (nice.length > 0) parts.push({ name: 'nice_to_haves', ...meanCredit(nice) })
  if (facts.assessed.length > 0 && facts.roleFit !== undefined)
    parts.push({
      name: 'role_fit',
      value: facts.roleFit,
      reason: facts.nearestTitle ? `Nearest title held: ${facts.nearestTitle}.` : 'No title in the resume comes near.',
    })
  if (facts.assessed.length > 0 && facts.yearsRelevant !== null) {
    const asked = facts.yearsAsked ?? DEFAULT_YEARS
    parts.push({
      name: 'experience',
      value: Math.min(1, facts.yearsRelevant / Math.max(asked, 0.5)),
      reason: `${facts.yearsRelevant} relevant years; ${facts.yearsAsked === undefined ? `${asked} taken as enough, none stated` : `${asked} asked`}.`,
    })
  }
  parts.push({
    name: 'semantic_fit',
    value: facts.semanticSimilarity,
    reason: 'Closeness in meaning of the resume to the job description.',
  })
  return parts
}

function meanCredit(assessed: readonly Assessed[]): Pick<Part, 'value' | 'reason'> {
  let sum = 0
  let weights = 0
  for (const a of assessed) {
    const weight = importanceOf(a.probe)
    sum += weight * a.credit
    weights += weight
  }
  const count = (status: Assessed['status']): number => assessed.filter((a) => a.status === status).length
  const told = (['matched', 'adjacent', 'unclear', 'missing'] as const).flatMap((s) =>
    count(s) > 0 ? [`${count(s)} ${s}`] : [],
  )
  return {
    value: weights > 0 ? sum / weights : 0,
    reason: `Of ${assessed.length}: ${told.join(', ')}; weighted by importance.`,
  }
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits
