import { interpolate, meanBestCosine } from './meaning/similarity.ts'
import { dot } from './meaning/word-vectors.ts'
import { type PreparedJob, prepareJob } from './prepare-job.ts'
import { labelsOf } from './requirements/label.ts'
import { confidenceOf } from './score/confidence.ts'
import { gapSeverity } from './score/gap-severity.ts'
import { rankCandidates } from './score/rank.ts'
import { scoreCandidate } from './score/score.ts'
import { AVERAGE_FIELD_OVERLAP, FIELD_WEIGHT, SIMILARITY_KNOTS, TITLE_KNOTS } from './score/weights.ts'
import { type Assessed, assess } from './status/assess.ts'
import { fieldOverlap, fieldScores } from './status/career-fields.ts'
import { type EmbeddedJob, embedResume } from './status/embed.ts'
import { relevantExperience } from './status/relevant-roles.ts'
import { resultOf } from './status/requirement-result.ts'
import { type ResumeView, viewResume } from './status/resume-view.ts'
import { withYearsOfField } from './status/years-of-field.ts'
import { cleanText } from './text/clean-text.ts'
import { quoter } from './text/quote-span.ts'
import type { TitleLexicon } from './titles/types.ts'
import type { Tools } from './tools.ts'
import type {
  CandidateEvaluation,
  EvaluationInput,
  EvaluationResult,
  GapSeverity,
  IntegrityFlag,
  RequirementResult,
  ResumeInput,
} from './types.ts'
import { ENGINE_VERSION } from './version.ts'
import { deedsOf } from './writer/deeds.ts'
import type { CandidateFacts } from './writer/types.ts'
import { heldTitle } from './writer-facts.ts'

/** Resumes whose lines wait for the embedder at the same time; more would only hold memory. */
const IN_FLIGHT = 8

/** Evaluates resumes against one job description, best first. The same input gives the same bytes. */
export async function evaluate(
  input: EvaluationInput,
  tools: Tools,
  onProgress?: (evaluated: number) => void,
): Promise<EvaluationResult> {
  // The job description: what it asks, and what of it is compared.
  const job = await prepareJob(input.job_description, tools)

  // Each resume by itself, a few at a time: its score does not know who else applied.
  const candidates: CandidateEvaluation[] = []
  const waiting: Promise<CandidateEvaluation>[] = []
  let evaluated = 0
  for (const resume of input.resumes) {
    const evaluating = evaluateResume(resume, { input, job }, tools).then((candidate) => {
      onProgress?.(++evaluated)
      return candidate
    })
    // One that fails while another is waited for is reported when its turn comes.
    evaluating.catch(() => {})
    waiting.push(evaluating)
    if (waiting.length >= IN_FLIGHT) candidates.push(await waiting.shift()!)
  }
  for (const rest of waiting) candidates.push(await rest)

  return {
    requirements: job.requirements,
    warnings: job.warnings,
    engine_version: ENGINE_VERSION,
    as_of: input.as_of,
    candidates: rankCandidates(candidates),
  }
}

interface Context {
  input: EvaluationInput
  job: PreparedJob
}

async function evaluateResume(
  resume: ResumeInput,
  { input, job }: Context,
  tools: Tools,
): Promise<CandidateEvaluation> {
  const { profile, embedded: embeddedJob } = job
  // Safe text, signs of manipulation, and the resume read without what they cover.
  const clean = cleanText(resume.text)
  const findings = job.findIntegrityFlags(clean)
  const asOf = resume.as_of ?? input.as_of
  const view = viewResume(
    clean.text,
    findings.flatMap((f) => f.excluded),
    { ...tools, as_of: asOf },
  )
  const flags: IntegrityFlag[] = [
    ...findings.map(({ code, message, quote }) => ({ code, message, quote })),
    ...(resume.integrity_flags ?? []),
  ]

  // The few lines that the sentence model reads.
  const embedded = await embedResume(profile, embeddedJob, view, tools.embed)

  // Status of each requirement, years, closeness, score.
  const byWords = assess(profile.probes, view, embedded, tools)
  const experience = relevantExperience({ view, job: profile, embeddedJob, embedded, assessed: byWords }, tools)
  const yearsRelevant = experience.years
  const assessed = withYearsOfField(byWords, experience, view)
  const vectors = [...embedded.lines.map((l) => l.vector), ...embedded.titles]
  const closeness = (embedded.digest + meanBestCosine(embeddedJob.phrases, profile.weights, vectors)) / 2
  const similarity = round2(interpolate(SIMILARITY_KNOTS, closeness))
  const title = nearestTitle(embeddedJob, embedded.titles, view)
  const { score, breakdown } = scoreCandidate({
    assessed,
    yearsRelevant,
    yearsAsked: profile.yearsAsked,
    roleFit: title && roleFit(title.cosine, fieldOverlap(embeddedJob.fields, fieldScores(embedded.digestVector))),
    nearestTitle: title?.text,
    semanticSimilarity: similarity,
  })

  const quote = quoter(clean)
  const results = assessed.map((a) => resultOf(a, view, quote))
  return {
    id: resume.id,
    rank: 0,
    overall_score: score,
    semantic_similarity: similarity,
    ...skillLists(assessed),
    experience_years_relevant: yearsRelevant,
    ...written(results, view, yearsRelevant, { input, job }, tools),
    requirement_results: results,
    score_breakdown: breakdown,
    confidence: confidenceOf(view, assessed, flags.length > 0),
    band: 0,
    integrity_flags: flags,
    warnings: [...clean.warnings, ...view.parsed.warnings.map(({ code, message }) => ({ code, message }))],
  }
}

const roleFit = (titleCosine: number, overlap: number): number =>
  interpolate(TITLE_KNOTS, titleCosine + FIELD_WEIGHT * (overlap - AVERAGE_FIELD_OVERLAP))

function nearestTitle(
  job: EmbeddedJob,
  titles: readonly Float32Array[],
  view: ResumeView,
): { cosine: number; text: string } | undefined {
  if (!job.title || titles.length === 0) return undefined
  const cosines = titles.map((t) => dot(job.title!, t))
  const cosine = Math.max(...cosines)
  return { cosine, text: view.titles[cosines.indexOf(cosine)]! }
}

/** Every requirement stands in exactly one list, under its label: matched, missing (or adjacent), unclear. */
function skillLists(
  assessed: readonly Assessed[],
): Pick<CandidateEvaluation, 'matched_skills' | 'missing_skills' | 'gap_severity' | 'unclear_skills'> {
  const labels = labelsOf(assessed.map((a) => a.probe.requirement))
  const labelOf = (a: Assessed): string => labels[assessed.indexOf(a)]!
  const texts = (of: readonly Assessed[]): string[] => of.map(labelOf)
  const gaps = assessed.filter((a) => a.status === 'missing' || a.status === 'adjacent')
  const severity: Record<string, GapSeverity> = {}
  for (const a of gaps) severity[labelOf(a)] = gapSeverity(a.probe.requirement, a.status as 'missing' | 'adjacent')
  return {
    matched_skills: texts(assessed.filter((a) => a.status === 'matched')),
    missing_skills: texts(gaps),
    gap_severity: severity,
    unclear_skills: texts(assessed.filter((a) => a.status === 'unclear')),
  }
}

type Written = Pick<
  CandidateEvaluation,
  | 'screening_questions'
  | 'question_details'
  | 'boolean_search_string'
  | 'xray_search_string'
  | 'linkedin_outreach_draft'
  | 'subject'
>

function written(
  results: RequirementResult[],
  view: ResumeView,
  yearsRelevant: number | null,
  { input, job }: Context,
  tools: Tools,
): Written {
  const { generate_questions = true, generate_boolean_string = true, generate_outreach = true } = input.options ?? {}
  const { writer } = tools
  const { facts } = job
  const candidate = { results, roles: latestFirst(view, tools.titles), yearsRelevant, deeds: deedsOf(view.lines) }
  const out: Written = {}
  if (generate_questions) {
    out.question_details = writer.writeQuestions(facts, candidate)
    out.screening_questions = out.question_details.map(({ question }) => question)
  }
  if (generate_boolean_string) {
    out.boolean_search_string = writer.writeBoolean(facts)
    out.xray_search_string = writer.writeXraySearch(facts)
  }
  if (generate_outreach) {
    const { subject, message } = writer.writeOutreach(facts, candidate)
    out.linkedin_outreach_draft = message
    out.subject = subject
  }
  return out
}

/** Jobs held, the latest first. */
const latestFirst = (view: ResumeView, titles: TitleLexicon): CandidateFacts['roles'] =>
  [...view.parsed.roles]
    .sort(
      (a, b) =>
        Number(b.is_current) - Number(a.is_current) || (b.to?.year ?? 0) - (a.to?.year ?? 0) || a.start - b.start,
    )
    .map((role) => ({ ...heldTitle(role.title, titles), is_current: role.is_current }))

const round2 = (value: number): number => Math.round(value * 100) / 100
