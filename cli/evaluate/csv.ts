import type { EvaluationResult } from '@innohire/engine'
import { stringify } from 'csv-stringify/sync'

/**
 * The ranking as CSV (RFC 4180), a line a candidate; lists are joined by `; `. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe: the words come from resumes.
 */
export function toCsv(result: EvaluationResult): string {
  const rows = result.candidates.map((one) => ({
    rank: one.rank,
    candidate: one.id,
    score: one.overall_score,
    band: one.band,
    confidence: one.confidence,
    semantic_similarity: one.semantic_similarity,
    years: one.experience_years_relevant ?? '',
    matched: one.matched_skills.join('; '),
    missing: one.missing_skills.map((skill) => `${skill} (${one.gap_severity[skill]})`).join('; '),
    unclear: one.unclear_skills.join('; '),
    integrity_flags: one.integrity_flags.map((flag) => flag.code).join('; '),
  }))
  return stringify(rows, { header: true, escape_formulas: true })
}
