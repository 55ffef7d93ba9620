import { shorten } from '../requirements/wording.ts'
import { inSentence } from '../writer/topic.ts'
import type { Competency } from './competencies.ts'
import type { AnswerDetail, CompetencyDetail, ConcernDetail, RoleAlignment, TranscriptAnalysis } from './types.ts'

export interface SummaryFacts {
  answers: readonly AnswerDetail[]
  candidateWords: number
  competencies: Record<Competency, CompetencyDetail>
  levels: Record<Competency, number>
  starAverage: number | null
  concerns: readonly ConcernDetail[]
  alignment: RoleAlignment | undefined
  limits: readonly string[]
}

const NAMES: Record<Competency, string> = {
  technical_depth: 'technical depth',
  communication_clarity: 'clarity',
  problem_solving: 'problem solving',
}
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const QUOTE_WORDS = 18
const MAX_WORDS = 130
const BASIS = 'This describes what was said and is no recommendation'

/** About 120 words for the interviewer: coverage, strengths, gaps, what to verify, limits. Never a verdict on hiring. */
export function writeSummary(facts: SummaryFacts): string {
  const sentences = [coverage(facts), ...strengths(facts), gaps(facts), ...verify(facts), limits(facts)]
  let text = ''
  let words = 0
  for (const sentence of sentences) {
    if (sentence === '') continue
    const length = sentence.split(' ').length
    if (words + length > MAX_WORDS) continue
    text += `${text === '' ? '' : ' '}${sentence}`
    words += length
  }
  return text
}

/**
 * The sentences of a summary that are computed and not worded: what was covered, what of the role did not come up, and how
 * far the text carries. Another writer puts its own between them.
 */
export function summaryFrame(
  analysis: Pick<TranscriptAnalysis, 'answers' | 'star_completeness_avg' | 'role_alignment' | 'interviewer_summary'>,
): { opening: string; open: string; closing: string } {
  const { answers, star_completeness_avg, role_alignment, interviewer_summary } = analysis
  const at = interviewer_summary.lastIndexOf(BASIS)
  return {
    opening: coverage({ answers, starAverage: star_completeness_avg }),
    open: notCovered(role_alignment),
    closing: at < 0 ? `${BASIS}.` : interviewer_summary.slice(at),
  }
}

function count(n: number, noun: string): string {
  return `${WORDS[n] ?? n} ${noun}${n === 1 ? '' : 's'}`
}

function list(items: readonly string[]): string {
  return items.length <= 1 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** Words of the transcript inside quotation marks, cut at a word; their own marks become single ones. */
function quoted(quote: string): string {
  const words = quote.replace(/\s+/g, ' ').replaceAll('"', "'").trim().split(' ')
  const cut = words
    .slice(0, QUOTE_WORDS)
    .join(' ')
    .replace(/[.,;:]+$/, '')
  return words.length > QUOTE_WORDS ? `“${cut} …”` : `“${cut}”`
}

function capital(text: string): string {
  return text === '' ? '' : text[0]!.toUpperCase() + text.slice(1)
}

function coverage({ answers, starAverage }: Pick<SummaryFacts, 'answers' | 'starAverage'>): string {
  const kinds = (['behavioural', 'technical', 'other'] as const)
    .map((kind) => ({ kind, n: answers.filter((answer) => answer.kind === kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => `${WORDS[n] ?? n} ${kind === 'other' ? 'general' : kind}`)
  const star =
    starAverage === null
      ? 'no answer called for a past example'
      : `past examples covered ${starAverage.toFixed(1)} of 4 STAR parts on average`
  return `The interview covered ${count(answers.length, 'question')} (${list(kinds)}); ${star}.`
}

function strengths({ competencies, levels }: SummaryFacts): string[] {
  const ranked = (Object.keys(NAMES) as Competency[]).sort((a, b) => levels[b] - levels[a] || (a < b ? -1 : 1))
  const strong = ranked.filter(
    (competency) => competencies[competency].level >= 3.5 && competencies[competency].quotes.length > 0,
  )
  const used = new Set<string>()
  const shown = (strong.length > 0 ? strong : ranked.slice(0, 1)).slice(0, 2).flatMap((competency) => {
    const quote = competencies[competency].quotes.find((item) => !used.has(item.quote))
    if (quote === undefined) return []
    used.add(quote.quote)
    return [{ competency, quote: quoted(quote.quote) }]
  })
  const [first, second] = shown
  if (first === undefined) return ['The answers gave little to quote as evidence.']
  if (strong.length === 0)
    return [`No area stood out; the most concrete evidence, for ${NAMES[first.competency]}, was ${first.quote}.`]
  return [
    `Evidence was strongest for ${NAMES[first.competency]}: ${first.quote}.`,
    ...(second === undefined ? [] : [`${capital(NAMES[second.competency])} shows in ${second.quote}.`]),
  ]
}

function gaps({ alignment, concerns, competencies, levels }: SummaryFacts): string {
  const lacking = alignment?.requirements.filter((r) => r.status === 'lacking').map((r) => named(r.text)) ?? []
  const open = notCovered(alignment)
  if (lacking.length > 0)
    return `Against the role, the candidate's own words point to a gap in ${list(lacking.slice(0, 2))}.`
  if (open !== '') return open
  const weakest = (Object.keys(NAMES) as Competency[]).sort((a, b) => levels[a] - levels[b] || (a < b ? -1 : 1))[0]!
  if (competencies[weakest].level < 3) return `Evidence was thinnest for ${NAMES[weakest]}.`
  return concerns.length === 0 ? 'No concern stood out in the answers.' : ''
}

function notCovered(alignment: RoleAlignment | undefined): string {
  const open = alignment?.requirements.filter((r) => r.status === 'not_covered').map((r) => named(r.text)) ?? []
  return open.length === 0 ? '' : `Of the role's requirements, ${list(open.slice(0, 2))} did not come up.`
}

/** A demand in the middle of a sentence: "You will run discovery" is "run discovery" there. */
const named = (demand: string): string => inSentence(shorten(demand))

function verify({ concerns }: SummaryFacts): string[] {
  const shown = concerns.filter((concern) => concern.code !== 'poor_transcript_quality').slice(0, 2)
  return shown.map((concern, i) => `${i === 0 ? 'To verify' : 'Also'}: ${concern.label} (${quoted(concern.quote)}).`)
}

function limits({ limits: known, candidateWords }: SummaryFacts): string {
  const all = [...known, ...(candidateWords < 150 ? ['the candidate said little'] : [])]
  return all.length === 0 ? `${BASIS}.` : `${BASIS}; ${list(all.slice(0, 2))}.`
}
