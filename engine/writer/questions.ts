import type { Requirement, RequirementResult, RequirementStatus } from '../types.ts'
import type { FamilyId } from './families.ts'
import { guidance } from './guidance.ts'
import { isLawful } from './lint.ts'
import {
  clarifications,
  coreQuestions,
  credentialCore,
  educationCore,
  languageCore,
  strengthProbes,
  type Template,
} from './question-bank.ts'
import { speakableQuote, tellsOfWork } from './quote.ts'
import { inSentence, type Topic, topicOf, withArticle } from './topic.ts'
import type { CandidateFacts, JobFacts, QuestionDetail, QuestionType } from './types.ts'

const coreSize = 4
const mostClarifications = 3
const least = 5
const most = 8
/** What fills up a job description that asks for little: ways of working that every job needs. */
const alwaysUseful: readonly FamilyId[] = ['problem_solving', 'communication', 'organisation', 'learning']

/**
 * 5 to 8 questions: a core that all candidates of the job share, so that like is compared with like (structured
 * interviews predict best: Sackett et al. 2022), then what this resume leaves open, then depth on what it claims.
 */
export function writeQuestions(job: JobFacts, candidate: CandidateFacts): QuestionDetail[] {
  const topics = topicsOf(job)
  const core = coreOf(job, topics)
  const open = clarificationsOf(topics, candidate).slice(0, mostClarifications)
  const strengths = strengthsOf(topics, candidate, core).slice(0, Math.max(1, most - core.length - open.length))
  const own = [...open, ...strengths].filter(({ question, why_asked }) => isLawful(question) && isLawful(why_asked))
  return [...core, ...own].slice(0, most)
}

function topicsOf(job: JobFacts): Topic[] {
  return job.requirements
    .flatMap((requirement) => topicOf(requirement, job.kinds[requirement.id]) ?? [])
    .sort((a, b) => weightOf(b.requirement) - weightOf(a.requirement))
}

const weightOf = (r: Requirement): number => (r.is_knockout ? 2 : r.kind === 'must' ? 1 : 0) + (r.importance ?? 0.5)

/** Depends on the job alone. Few questions a field, at most one on a way of working, kinds of question in turn. */
function coreOf(job: JobFacts, topics: readonly Topic[]): QuestionDetail[] {
  const core: QuestionDetail[] = []
  const used = new Set<string>()
  const count = new Map<string, number>()
  const asked = new Set<Topic>()
  const wanted: readonly Template['type'][] = ['behavioural', 'technical', 'situational', 'behavioural']
  const add = (detail: QuestionDetail | undefined, group: string): void => {
    if (!detail || !isLawful(`${detail.question} ${detail.why_asked}`)) return
    count.set(group, (count.get(group) ?? 0) + 1)
    core.push(detail)
  }
  for (const perFamily of [1, 2])
    for (const topic of topics) {
      if (core.length >= coreSize) break
      const group = topic.family.isSoft ? 'soft' : groupOf(topic)
      const limit = group === 'soft' || group === 'fixed' ? 1 : perFamily
      if ((count.get(group) ?? 0) < limit && !asked.has(topic)) {
        asked.add(topic)
        add(coreQuestion(topic, used, wanted[core.length]!), group)
      }
    }
  // A job description with few demands still gets a whole interview.
  for (const family of alwaysUseful) {
    if (core.length >= coreSize) break
    const template = coreQuestions[family].find((t) => !used.has(t.ask))!
    const why = job.title ?? job.requirements[0]?.quote ?? 'every job'
    add(detailOf(template.ask, template.type, 'core', labelOf(family), why), 'soft')
  }
  return core
}

const groupOf = ({ requirement, family }: Topic): string =>
  requirement.type === 'credential' || requirement.type === 'language' || requirement.type === 'education'
    ? 'fixed'
    : family.id

const labelOf = (family: FamilyId): string =>
  ({ problem_solving: 'Problem solving', communication: 'Communication', organisation: 'Organising work' })[
    family as 'problem_solving'
  ] ?? 'Learning'

function coreQuestion(topic: Topic, used: Set<string>, wanted: Template['type']): QuestionDetail | undefined {
  const { requirement, family, phrase, form, competency } = topic
  const why = requirement.quote
  if (requirement.type === 'credential')
    return detailOf(credentialCore.replace('{x}', phrase), 'clarification', 'core', competency, why)
  if (requirement.type === 'language')
    return detailOf(languageCore.replace('{x}', phrase), 'behavioural', 'core', competency, why)
  if (requirement.type === 'education') return detailOf(educationCore, 'behavioural', 'core', competency, why)
  const fits = (t: Template): boolean =>
    t.ask.includes('{x}') || t.ask.includes('{ax}')
      ? phrase !== '' && (t.form === undefined || t.form.includes(form[0]!))
      : true
  const isFresh = (t: Template): boolean => fits(t) && !used.has(t.ask)
  const own = coreQuestions[family.id].filter(isFresh)
  const open = own.length > 0 ? own : coreQuestions.general.filter(isFresh)
  const template = open.find((t) => t.type === wanted) ?? open[0]
  if (template) used.add(template.ask)
  return template && detailOf(say(template.ask, phrase), template.type, 'core', competency, why)
}

/** `{ax}` is the phrase with its article. */
const say = (template: string, phrase: string): string =>
  template.replace('{x}', phrase).replace('{ax}', withArticle(phrase))

/** What this resume leaves open, gravest first. Ways of working are no gaps: nobody writes that they cannot listen. */
function clarificationsOf(topics: readonly Topic[], candidate: CandidateFacts): QuestionDetail[] {
  const results = new Map(candidate.results.map((result) => [result.requirement_id, result]))
  const gaps = topics
    .map((topic) => ({ topic, result: results.get(topic.requirement.id) }))
    .filter(
      (gap): gap is { topic: Topic; result: RequirementResult } =>
        gap.result !== undefined && isGap(gap.result, gap.topic),
    )
    .sort((a, b) => gravity(b.topic.requirement, b.result.status) - gravity(a.topic.requirement, a.result.status))
  const turn = new Map<string, number>()
  const next = (name: keyof typeof clarifications): string | undefined => {
    const i = turn.get(name) ?? 0
    turn.set(name, i + 1)
    return clarifications[name][i]
  }
  return gaps.flatMap(({ topic, result }) => {
    const asked = clarification(topic, result, next)
    if (!asked) return []
    const why = result.evidence[0]?.quote ?? topic.requirement.quote
    return [detailOf(asked, 'clarification', 'candidate', topic.competency, why)]
  })
}

const isGap = (result: RequirementResult, topic: Topic): boolean =>
  result.status !== 'matched' && !topic.family.isSoft && topic.phrase !== ''

const gravity = (r: Requirement, status: RequirementStatus): number =>
  (r.is_knockout ? 4 : r.kind === 'must' ? 2 : 0) + { missing: 1, adjacent: 0.8, unclear: 0.6, matched: 0 }[status]

function clarification(
  { requirement, phrase, form }: Topic,
  result: RequirementResult,
  next: (name: keyof typeof clarifications) => string | undefined,
): string | undefined {
  const isUnclear = result.status === 'unclear'
  const ask = (name: keyof typeof clarifications): string | undefined => {
    const template = next(name)
    return template && say(template, phrase)
  }
  if (requirement.type === 'credential') return ask(isUnclear ? 'credential_unclear' : 'credential_missing')
  if (requirement.type === 'education') return ask('education_missing')
  if (requirement.type === 'language') return ask('language_missing')
  if (requirement.years_min !== undefined && result.status !== 'missing')
    return next('years')?.replace('{years}', yearsOf(requirement, phrase))
  const quote = result.evidence[0] && speakableQuote(result.evidence[0])
  if (result.status === 'adjacent' && quote && tellsOfWork(quote)) {
    const asked = ask('adjacent')
    if (asked) return asked.replace('{quote}', quote)
  }
  return ask(`${isUnclear ? 'unclear' : 'missing'}_${form}`)
}

function yearsOf({ years_min }: Requirement, phrase: string): string {
  const amount =
    years_min! < 1 ? `${Math.round(years_min! * 12)} months` : `${years_min} ${years_min === 1 ? 'year' : 'years'}`
  return /^(?:experience|work)$/i.test(phrase) ? `${amount} of experience` : `${amount} of ${phrase}`
}

/** Depth on what the resume claims: one question a passage, the most important requirement first. */
function strengthsOf(
  topics: readonly Topic[],
  candidate: CandidateFacts,
  core: readonly QuestionDetail[],
): QuestionDetail[] {
  const results = new Map(candidate.results.map((result) => [result.requirement_id, result]))
  const said = new Set<string>()
  const details: QuestionDetail[] = []
  for (const topic of topics) {
    const result = results.get(topic.requirement.id)
    if (result?.status !== 'matched' || topic.requirement.type === 'education') continue
    const quote = result.evidence.map(speakableQuote).find((q) => q !== undefined && tellsOfWork(q) && !said.has(q))
    const template = strengthProbes[details.length]
    if (quote === undefined || template === undefined) continue
    said.add(quote)
    details.push(detailOf(template.replace('{quote}', quote), 'behavioural', 'candidate', topic.competency, quote))
    if (details.length >= 2) break
  }
  if (details.length > 0 || core.length >= least) return details
  const held = candidate.roles.find((role) => role.is_known_title)?.title
  const ask = held
    ? `You have worked as ${withArticle(inSentence(readable(held)))}. Which part of that work prepares you best for this role?`
    : 'Which of your jobs so far prepares you best for this role, and which part of it exactly?'
  return [detailOf(ask, 'behavioural', 'candidate', 'Relevant experience', held ?? 'the resume names no job title')]
}

/** A job title in the middle of a sentence; capitals throughout are taken back. */
export const readable = (title: string): string =>
  title === title.toUpperCase() && title.length > 5
    ? title.toLowerCase().replace(/(?:^|[ /-])\p{L}/gu, (c) => c.toUpperCase())
    : title

function detailOf(
  question: string,
  type: QuestionType,
  scope: QuestionDetail['scope'],
  competency: string,
  why_asked: string,
): QuestionDetail {
  const { probes, anchors } = guidance[type]
  return {
    question: question.slice(0, 1).toUpperCase() + question.slice(1),
    competency,
    type,
    scope,
    why_asked,
    probes: [...probes],
    anchors: { ...anchors },
  }
}
