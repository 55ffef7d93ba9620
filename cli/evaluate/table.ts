import type { CandidateEvaluation, EvaluationResult } from '@innohire/engine'
import Table from 'cli-table3'
import { printable } from '../printable.ts'

/** Columns of fixed width, their padding included, and what the borders take. */
const fixed = { rank: 6, score: 7, years: 7 }
const borders = 7
const narrowest = 60

/** The ranking for a terminal of so many columns, followed by the signs of manipulation, whose candidates bear a `!`. */
export function toTable(result: EvaluationResult, columns: number): string {
  const rest = Math.max(columns, narrowest) - fixed.rank - fixed.score - fixed.years - borders
  const candidate = Math.floor(rest * 0.26)
  const matched = Math.floor((rest - candidate) / 2)
  const table = new Table({
    head: ['Rank', 'Candidate', 'Score', 'Matched', 'Missing', 'Years'],
    colWidths: [fixed.rank, candidate, fixed.score, matched, rest - candidate - matched, fixed.years],
    colAligns: ['right', 'left', 'right', 'left', 'left', 'right'],
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [] },
  })
  for (const one of result.candidates)
    table.push([
      one.rank,
      one.integrity_flags.length > 0 ? `${printable(one.id)} !` : printable(one.id),
      one.overall_score,
      printable(one.matched_skills.join(', ')) || '-',
      printable(one.missing_skills.map((skill) => withSeverity(one, skill)).join(', ')) || '-',
      one.experience_years_relevant?.toFixed(1) ?? '?',
    ])
  return [table.toString(), ...result.candidates.flatMap(flagLines), ''].join('\n')
}

const withSeverity = (one: CandidateEvaluation, skill: string) =>
  one.gap_severity[skill] === 'critical' ? `${skill} (critical)` : skill

/** A line for each sign that a resume was made to mislead a machine, with its words. */
const flagLines = (one: CandidateEvaluation) =>
  one.integrity_flags.map(({ code, message, quote }) =>
    printable(`! ${one.id}: ${code}: ${message}${quote ? ` "${quote}"` : ''}`),
  )
