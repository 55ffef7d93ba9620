import type { TranscriptAnalysis } from '@innohire/engine'
import { blankIdentity } from '@innohire/engine/integrity/identity-free-text.ts'

/** All that leaves the machine about one interview: quotes that the analysis rests on, and what each was found to show. */
export interface SummaryMaterial {
  competencies: { name: string; level: number; means: string; candidate_said: string[] }[]
  stories: { parts_found: string[]; parts_missing: string[]; candidate_said: string[] }[]
  concerns: { label: string; candidate_said: string; other_reading: string }[]
  role: { asks: string; status: string }[]
}

/** Orders to the machine and the interviewer's own faults are reported elsewhere and are no matter for a writer. */
const leftOut: ReadonlySet<string> = new Set(['prompt_injection', 'interviewer_compliance', 'poor_transcript_quality'])
const mostConcerns = 6
const mostStories = 8
const mostRequirements = 12

/** The quotes of an analysis with names of speakers, contact data and schools cut out; what is left is verbatim. */
export function summaryMaterialFor(analysis: TranscriptAnalysis): SummaryMaterial {
  const withoutIdentity = redactorFor(analysis.speakers.map(({ label }) => label))
  const orders = analysis.concern_details.filter(({ code }) => code === 'prompt_injection')
  const quotes = (items: readonly ({ quote: string; start: number; end: number } | null)[]): string[] =>
    items
      .filter((item) => item !== null)
      .filter(({ start, end }) => !orders.some((order) => order.start < end && start < order.end))
      .map(({ quote }) => withoutIdentity(quote))
      .filter((quote) => quote.length > 2)
  const names = ['technical_depth', 'problem_solving', 'communication_clarity'] as const
  return {
    competencies: names.map((name) => {
      const { level, anchor, quotes: found } = analysis.competency_details[name]
      return { name: name.replaceAll('_', ' '), level, means: anchor, candidate_said: quotes(found) }
    }),
    stories: analysis.answers
      .flatMap(({ star }) => (star === null ? [] : [Object.entries(star)]))
      .slice(0, mostStories)
      .map((parts) => ({
        parts_found: parts.filter(([, { score }]) => score === 1).map(([name]) => name),
        parts_missing: parts.filter(([, { score }]) => score === 0).map(([name]) => name),
        candidate_said: [...new Set(quotes(parts.map(([, { evidence }]) => evidence)))],
      })),
    concerns: analysis.concern_details
      .filter(({ code }) => !leftOut.has(code))
      .slice(0, mostConcerns)
      .flatMap((concern) =>
        quotes([concern]).map((quote) => ({
          label: concern.label,
          candidate_said: quote,
          other_reading: concern.alternative_explanation,
        })),
      ),
    role: (analysis.role_alignment?.requirements ?? [])
      .slice(0, mostRequirements)
      .map(({ text, status }) => ({ asks: text, status })),
  }
}

/** Words of labels that name a part in the talk and no person. */
const parts = /^(?:interviewer|interviewee|candidate|applicant|speaker|host|hr|recruiter|manager|panel|the|and)$/i

/** Cuts out who is speaking; a cut shows as [...], so that no quote runs across it. */
function redactorFor(labels: readonly string[]): (text: string) => string {
  const names = new Set(
    labels
      .flatMap((label) => label.split(/[^\p{L}'’-]+/u))
      .filter((word) => word.length > 2 && !parts.test(word))
      .map((word) => word.toLowerCase()),
  )
  return (text) =>
    blankIdentity(text)
      .split(/(\s+)/)
      .map((piece) =>
        names.has(piece.toLowerCase().replace(/^[^\p{L}]+|(?:['’]s)?[^\p{L}]*$/gu, ''))
          ? '[...]'
          : piece.length > 2 && piece.trim() === ''
            ? ' [...] '
            : piece,
      )
      .join('')
      .trim()
}
