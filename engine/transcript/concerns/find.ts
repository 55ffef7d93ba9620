import type { Range } from '../text/tokens.ts'
import { CONCERNS } from './catalogue.ts'
import { findContradictions, findScopeInflation, findUnsupported } from './claims.ts'
import { findUnlawfulQuestions } from './compliance.ts'
import { findMissingResults, findUnanswered } from './evasion.ts'
import { findPoorQuality } from './integrity.ts'
import { findTechnicalErrors } from './knowledge.ts'
import { findBlame, findLowOwnership } from './ownership.ts'
import { findAvailability, findRequirementMismatches } from './practical.ts'
import type { ConcernContext, ConcernHit } from './types.ts'
import { weighConcerns } from './weigh.ts'

/** One plain sign decides. */
const PLAIN: readonly ((context: ConcernContext) => ConcernHit[])[] = [findUnlawfulQuestions, findPoorQuality]
/** Lists of phrases: what they find is one sign among others. */
const CUES: readonly ((context: ConcernContext) => ConcernHit[])[] = [
  findRequirementMismatches,
  findAvailability,
  findContradictions,
  findScopeInflation,
  findTechnicalErrors,
  findUnanswered,
  findUnsupported,
  findLowOwnership,
  findBlame,
  findMissingResults,
]
/** More places of one code tell the reader nothing new. */
const PLACES_PER_CODE = 3
const order = Object.keys(CONCERNS)

/** What the lists of phrases find. */
export const findCues = (context: ConcernContext): ConcernHit[] => CUES.flatMap((detect) => detect(context))

/** All concerns, codes in the catalogue's order, the most telling place of each code first. */
export function findConcerns(context: ConcernContext): ConcernHit[] {
  const hits = [
    ...context.instructions,
    ...PLAIN.flatMap((detect) => detect(context)),
    ...weighConcerns(context, findCues(context)),
  ]
  hits.sort(
    (a, b) =>
      order.indexOf(a.code) - order.indexOf(b.code) ||
      b.strength - a.strength ||
      a.range.start - b.range.start ||
      a.range.end - b.range.end,
  )
  const kept: ConcernHit[] = []
  const named = hits.filter((hit) => hit.code !== 'vague_answer')
  for (const hit of hits) {
    // Vagueness is the weakest of the codes: where another one names what is wrong, it adds nothing.
    if (hit.code === 'vague_answer' && named.some((other) => overlaps(other.range, hit.range))) continue
    const same = kept.filter((other) => other.code === hit.code)
    if (same.length >= PLACES_PER_CODE || same.some((other) => other.range.start === hit.range.start)) continue
    kept.push(hit)
  }
  return kept
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}
