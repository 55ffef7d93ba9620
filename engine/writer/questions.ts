import type { Requirement, RequirementResult, RequirementStatus } from '../types.ts'
import { names } from './deeds.ts'
import { type FamilyId, fieldOfTitle } from './families.ts'
import { guidance } from './guidance.ts'
import { isLawful } from './lint.ts'
import { perJob } from './per-job.ts'
import {
  clarifications,
  coreQuestions,
  dutyProbes,
  figureProbe,
  strengthProbes,
  type Template,
  transferProbe,
} from './question-bank.ts'
import { isAchievement, isPast, speakableQuote, tellsOfWork } from './quote.ts'
import { stemsOf } from './stems.ts'
import { type Topic, titleInSentence, topicByRequirement, withArticle } from './topic.ts'
import type { CandidateFacts, Deed, JobFacts, QuestionDetail, QuestionType } from './types.ts'

const coreSize = 4
const mostClarifications = 3
const mostStrengths = 2
const least = 5
const most = 8
/** What fills up a job description that asks for little: ways of working that every job needs. */
const alwaysUseful: readonly FamilyId[] = ['organisation', 'communication', 'problem_solving', 'learning']

/**
 * 5 to 8 questions: a core that all candidates of the job share, so that like is compared with like (structured
 * interviews predict best: Sackett et al. 2022), then what this resume leaves open, then depth on what it claims.
 */
export function writeQuestions(job: JobFacts, candidate: CandidateFacts): QuestionDetail[] {
  const topics = topicsOf(job)
  const core = coreOf(job, topics)
  const said = new Set<string>()
  const strengths = strengthsOf(topics, job, candidate, said)
  const open = clarificationsOf(unasked(topics, core), candidate, said)
  const clarified = open.slice(0, strengths.length > 1 ? 2 : mostClarifications)
  const own = [...clarified, ...strengths.slice(0, most - core.length - clarified.length)].filter(
    ({ question, why_asked }) => isLawful(question) && isLawful(why_asked),
  )
  const enough = core.length + own.length >= least ? own : [...own, relevanceOf(candidate)]
  return [...core, ...enough].slice(0, most)
}

function topicsOf(job: JobFacts): Topic[] {
  return job.requirements
    .flatMap((requirement) => topicByRequirement(job).get(requirement) ?? [])
    .sort((a, b) => weightOf(b.requirement) - weightOf(a.requirement))
}

/** What the core already asks by name is not asked again. */
const unasked = (topics: readonly Topic[], core: readonly QuestionDetail[]): Topic[] =>
  topics.filter(({ phrase }) => !core.some(({ question }) => phrase !== '' && names(question, [phrase])))

const weightOf = (r: Requirement): number => (r.is_knockout ? 2 : r.kind === 'must' ? 1 : 0) + (r.importance ?? 0.5)

/**
 * Depends on the job alone. The field of the title first, few questions a field, at most one on a way of working, kinds
 * of question and their openings in turn. Licences, degrees and languages are no matter for it: a document shows them,
 * and who does not show them is asked.
 */
function coreOf(job: JobFacts, topics: readonly Topic[]): QuestionDetail[] {
  const core: QuestionDetail[] = []
  const used = new Set<string>()
  const count = new Map<string, number>()
  const asked = new Set<Topic>()
  const wanted: readonly Template['type'][] = ['behavioural', 'technical', 'situational', 'behavioural']
  const add = (family: FamilyId, group: string, topic: Topic | undefined, competency: string, why: string): void => {
    const template = templateFor(family, topic, used, wanted[core.length]!)
    const question = template && say(template.ask, topic?.phrase ?? '')
    if (!template || !question || !isLawful(`${question} ${why}`)) return
    used.add(template.ask).add(openingOf(template.ask)).add(family)
    count.set(group, (count.get(group) ?? 0) + 1)
    const isNamed = topic !== undefined && /\{(?:x|all)\}/.test(template.ask)
    core.push(detailOf(question, template.type, 'core', isNamed ? topic.competency : competency, why))
  }
  const field = job.title === undefined ? undefined : fieldOfTitle(job.title)
  const work = topics.filter(
    ({ requirement: { type } }) => type === 'skill' || type === 'experience' || type === 'other',
  )
  const demanded = work.filter(({ requirement }) => requirement.kind === 'must')
  // What is only welcome is asked about where nothing is demanded, or where it is the field of the job.
  const welcome = work.filter(
    ({ requirement, family }) => requirement.kind === 'nice' && (demanded.length === 0 || family.id === field?.id),
  )
  const workTopics = [...demanded, ...welcome].filter(({ is_document }) => !is_document)
  const fieldsAsked = (group: string): number => count.get(group) ?? 0
  const askField = (): void => {
    if (field && core.length < coreSize) add(field.id, field.id, undefined, field.competency, job.title!)
  }
  if (field && !workTopics.some(({ family, requirement }) => family.id === field.id && requirement.kind === 'must'))
    askField()
  for (const perFamily of [1, 2]) {
    for (const topic of workTopics) {
      if (core.length >= coreSize) break
      const group = topic.family.isSoft ? 'soft' : topic.family.id
      const most = group === 'soft' || group === 'office_tools' ? 1 : perFamily
      if (asked.has(topic) || fieldsAsked(group) >= most) continue
      asked.add(topic)
      add(topic.family.id, group, topic, topic.family.competency, topic.requirement.quote)
    }
    if (field && fieldsAsked(field.id) <= perFamily) askField()
  }
  // A further question of the trade is worth more than one that fits every job.
  for (const [group, topic] of new Map(workTopics.toReversed().map((t) => [t.family.id, t] as const))) {
    if (core.length >= coreSize) break
    const isTrade = !topic.family.isSoft && group !== 'office_tools' && group !== 'general'
    if (isTrade) add(group, group, topic, topic.family.competency, topic.requirement.quote)
  }
  // A job description with few demands still gets a whole interview.
  for (const family of alwaysUseful) {
    if (core.length >= coreSize) break
    add(family, 'soft', undefined, labelOf(family), job.title ?? job.requirements[0]?.quote ?? 'every job')
  }
  return core
}

const labelOf = (family: FamilyId): string =>
  ({ problem_solving: 'Problem solving', communication: 'Communication', organisation: 'Organising work' })[
    family as 'problem_solving'
  ] ?? 'Learning'

/** "Tell me about", "How do you": two questions of one interview should not begin alike. */
const openingOf = (ask: string): string => ask.split(' ').slice(0, 3).join(' ')

function templateFor(
  family: FamilyId,
  topic: Topic | undefined,
  used: ReadonlySet<string>,
  wanted: Template['type'],
): Template | undefined {
  const isFresh = (t: Template): boolean => !used.has(t.ask) && fits(t, topic)
  const own = coreQuestions[family].filter(isFresh)
  const open = own.length > 0 || topic === undefined ? own : coreQuestions.general.filter(isFresh)
  const fresh = open.filter((t) => !used.has(openingOf(t.ask)))
  // The first tool of a field is asked about by its name.
  const named = topic?.form === 'tool' && !used.has(family) ? fresh.find((t) => t.ask.includes('{x}')) : undefined
  return named ?? fresh.find((t) => t.type === wanted) ?? fresh[0] ?? open.find((t) => t.type === wanted) ?? open[0]
}

const fits = (t: Template, topic: Topic | undefined): boolean =>
  !/\{(?:x|all)\}/.test(t.ask) || (topic !== undefined && topic.phrase !== '' && t.form!.includes(topic.form[0]!))

/** `{ax}` is the phrase with its article, `{all}` a choice as a list. */
const say = (template: string, phrase: string): string =>
  template
    .replace('{x}', phrase)
    .replace('{ax}', withArticle(phrase))
    .replace('{all}', phrase.replace(/ or (?=[^,]*$)/, ' and '))
    .replace('{either}', phrase.includes(',') ? 'any of them' : 'either')
    .replace('{them}', / and | or /.test(phrase) ? 'them' : 'it')

/** What this resume leaves open, gravest first. Ways of working are no gaps: nobody writes that they cannot listen. */
function clarificationsOf(topics: readonly Topic[], candidate: CandidateFacts, said: Set<string>): QuestionDetail[] {
  const results = new Map(candidate.results.map((result) => [result.requirement_id, result]))
  const gaps = topics
    .map((topic) => ({ topic, result: results.get(topic.requirement.id) }))
    .filter(
      (gap): gap is { topic: Topic; result: RequirementResult } =>
        gap.result !== undefined && isGap(gap.result, gap.topic),
    )
    .sort((a, b) => gravity(b.topic.requirement, b.result.status) - gravity(a.topic.requirement, a.result.status))
  const seen = new Set<string>()
  const turn = new Map<string, number>()
  const next = (name: keyof typeof clarifications): string | undefined => {
    const i = turn.get(name) ?? 0
    turn.set(name, i + 1)
    return clarifications[name][i]
  }
  return gaps.flatMap(({ topic, result }) => {
    // Two requirements may come down to one matter.
    const matter = topic.phrase.toLowerCase()
    if ([...seen].some((other) => names(other, [matter]) || names(matter, [other]))) return []
    const asked = clarification(topic, result, next, said)
    if (!asked) return []
    seen.add(matter)
    const why = result.evidence[0]?.quote ?? topic.requirement.quote
    return [detailOf(asked, 'clarification', 'candidate', topic.competency, why)]
  })
}

const isGap = (result: RequirementResult, topic: Topic): boolean =>
  result.status !== 'matched' &&
  !topic.family.isSoft &&
  topic.phrase !== '' &&
  // Who wrote the resume in it knows it.
  !(topic.requirement.type === 'language' && /^english$/i.test(topic.requirement.text))

const gravity = (r: Requirement, status: RequirementStatus): number =>
  (r.is_knockout ? 4 : r.kind === 'must' ? 2 : 0) + { missing: 1, adjacent: 0.8, unclear: 0.6, matched: 0 }[status]

function clarification(
  { requirement, phrase, form, is_document }: Topic,
  result: RequirementResult,
  next: (name: keyof typeof clarifications) => string | undefined,
  said: Set<string>,
): string | undefined {
  // Who has something near is not told that nothing was found.
  const isOpen = result.status !== 'missing'
  const ask = (name: keyof typeof clarifications): string | undefined => {
    const template = next(name)
    return template && say(template, phrase)
  }
  if (is_document) {
    const isNice = requirement.kind === 'nice'
    return ask(isOpen ? 'credential_unclear' : isNice ? 'credential_nice' : 'credential_missing')
  }
  if (requirement.type === 'education') return ask('education_missing')
  if (requirement.type === 'language') return ask('language_missing')
  if (requirement.years_min !== undefined && result.status !== 'missing')
    return next('years')?.replace('{years}', yearsOf(requirement, phrase))
  const quote = result.evidence[0] && speakableQuote(result.evidence[0])
  if (result.status === 'adjacent' && quote && tellsOfWork(quote) && !said.has(quote)) {
    const asked = ask('adjacent')
    said.add(quote)
    if (asked) return asked.replace('{quote}', quote)
  }
  const mention = mentioned(result)
  if (mention !== undefined) {
    const isNamed = names(mention, requirement.any_of ?? [requirement.text])
    const asked = next(isNamed ? 'named' : 'related')
    if (asked) return say(asked.replace('{quote}', mention), phrase)
  }
  return ask(`${isOpen ? 'unclear' : 'missing'}_${form}`)
}

/** The bare name that made a requirement adjacent: a related skill, or the skill itself where it is only touched upon. */
function mentioned({ status, evidence: [first] }: RequirementResult): string | undefined {
  if (status !== 'adjacent' || !first || !/^(?:named|related_skill)/.test(first.rule)) return undefined
  const isSayable = first.quote.length <= 40 && !/[\n"“”]/.test(first.quote) && isLawful(first.quote)
  return isSayable ? first.quote : undefined
}

function yearsOf({ years_min }: Requirement, phrase: string): string {
  const amount =
    years_min! < 1 ? `${Math.round(years_min! * 12)} months` : `${years_min} ${years_min === 1 ? 'year' : 'years'}`
  return /^(?:experience|work)$/i.test(phrase) ? `${amount} of experience` : `${amount} of ${phrase}`
}

/** Depth on what the resume claims: the most telling deeds, those that show a requirement before the others. */
function strengthsOf(
  topics: readonly Topic[],
  job: JobFacts,
  candidate: CandidateFacts,
  said: Set<string>,
): QuestionDetail[] {
  const details: QuestionDetail[] = []
  const isMatched = candidate.results.some(({ status }) => status === 'matched')
  for (const { topic, quote } of telling(topics, job, candidate)) {
    if (details.length >= mostStrengths || said.has(quote)) continue
    // Where nothing is matched, one question on what the person did elsewhere is enough.
    if (topic === undefined && details.length > 0 && !isMatched) break
    const probe = topic === undefined && !isMatched ? transferProbe : probeFor(quote, details.length)
    said.add(quote)
    const competency = topic?.competency ?? 'Relevant experience'
    details.push(detailOf(probe.replace('{quote}', quote), 'behavioural', 'candidate', competency, quote))
  }
  return details
}

function probeFor(quote: string, turn: number): string {
  if (!isAchievement(quote)) {
    const [is, auxiliary, makes] = isPast(quote) ? ['was', 'did', 'made'] : ['is', 'do', 'makes']
    return dutyProbes[turn]!.replace('{is}', is!).replace('{do}', auxiliary!).replace('{makes}', makes!)
  }
  return turn === 0 && /\d ?%|\$ ?\d|\bpercent\b/.test(quote) ? figureProbe : strengthProbes[turn]!
}

/** What the resume tells, the most telling first; of equals what shows a requirement, then the order of the requirements. */
export function telling(topics: readonly Topic[], job: JobFacts, candidate: CandidateFacts): Shown[] {
  const deeds = candidate.deeds ?? []
  const weight = weigherFor(job, deeds)
  const proved = shown(topics, job, candidate)
  const quoted = new Set(proved.map(({ quote }) => quote))
  const other = best(
    deeds.filter(({ quote }) => !quoted.has(quote)),
    job,
    deeds,
  )
  const weighed = [
    ...proved.map((item) => ({ ...item, weight: weight(item.quote, true) + 0.5 })),
    ...(other ? [{ topic: undefined, quote: other.quote, weight: weight(other.quote, false) }] : []),
  ]
  return weighed.sort((a, b) => b.weight - a.weight).map(({ topic, quote }) => ({ topic, quote }))
}

/** So many deeds at the head of a resume are those of its latest job. */
const latestDeeds = 6

const stemsOfJob = perJob((job) =>
  stemsOf([job.title ?? '', ...job.requirements.map(({ text, quote }) => `${text} ${quote}`)].join(' ')),
)

/** What is near the job, what changed something, figures and the latest job make a deed telling. */
function weigherFor(job: JobFacts, deeds: readonly Deed[]): (quote: string, isNamed: boolean) => number {
  const wanted = stemsOfJob(job)
  const latest = new Set(deeds.slice(0, latestDeeds).map(({ quote }) => quote))
  return (quote, isNamed) =>
    (isNamed || [...stemsOf(quote)].some((stem) => wanted.has(stem)) ? 2 : 0) +
    (isAchievement(quote) ? 2 : 0) +
    (/\d/.test(quote) ? 1 : 0) +
    (latest.has(quote) ? 1 : 0)
}

/** The most telling of these deeds of a resume; of equals the first, which is the latest. */
export function best(some: readonly Deed[], job: JobFacts, all: readonly Deed[] = some): Deed | undefined {
  const weight = weigherFor(job, all)
  let found: Deed | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const deed of some) {
    const telling = weight(deed.quote, false)
    if (telling > most) [found, most] = [deed, telling]
  }
  return found
}

interface Shown {
  topic: Topic | undefined
  quote: string
}

/** For each matched requirement the best words of the resume: its evidence, else a deed that names it. */
export function shown(topics: readonly Topic[], job: JobFacts, candidate: CandidateFacts): Shown[] {
  const results = new Map(candidate.results.map((result) => [result.requirement_id, result]))
  const found = topics.flatMap((topic): (Shown & { isNamed: boolean })[] => {
    const { requirement } = topic
    const result = results.get(requirement.id)
    if (result?.status !== 'matched' || topic.family.isSoft) return []
    if (requirement.type === 'education' || requirement.type === 'language') return []
    const wanted = [
      ...(requirement.any_of ?? [requirement.text]),
      ...(job.aliases[requirement.id] ?? []),
      ...result.evidence.map(({ quote }) => quote).filter((quote) => quote.length <= 40),
    ]
    const own = result.evidence.map(speakableQuote).find((quote) => quote !== undefined && tellsOfWork(quote))
    const deed = deedNaming(candidate.deeds ?? [], wanted, job)
    const quote = deed && (own === undefined || !names(own, wanted)) ? deed.quote : own
    return quote === undefined ? [] : [{ topic, quote, isNamed: names(quote, wanted) }]
  })
  // Words that name the matter go before words that only mean it.
  return found.sort((a, b) => Number(b.isNamed) - Number(a.isNamed)).map(({ topic, quote }) => ({ topic, quote }))
}

/** A deed whose quoted words name the matter, else one whose line does. */
function deedNaming(deeds: readonly Deed[], wanted: readonly string[], job: JobFacts): Deed | undefined {
  const quoted = deeds.filter(({ quote }) => names(quote, wanted))
  const told =
    quoted.length > 0
      ? quoted
      : deeds.filter(({ quote, sentence }) => sentence.length <= 2 * quote.length && names(sentence, wanted))
  return best(told, job, deeds)
}

/** For a resume that tells of no deed. */
function relevanceOf(candidate: CandidateFacts): QuestionDetail {
  const role = candidate.roles.find(isSayable)
  const held = role?.title
  const ask = held
    ? `You ${role?.is_current ? 'work' : 'have worked'} as ${withArticle(titleInSentence(readable(held)))}. Which part of that work prepares you best for this job?`
    : 'Which of your jobs so far prepares you best for this one, and which part of it exactly?'
  return detailOf(ask, 'behavioural', 'candidate', 'Relevant experience', held ?? 'the resume names no job title')
}

/** People served and groups, which headings of resumes put where a title would stand. */
const noTitle =
  /^(?:clients?|customers?|compan(?:y|ies)|employers?|members?|students?|users?|projects?|teams?|volunteers?|patients?|guests?|technologies|environment|roles?|positions?|others?)$/i

/** A field of work where a title would stand: nobody works as a quality control. */
const field =
  /(?:ing|ment|tion|ance|ence|ship|ity|control|services?|sales|support|care|security|finance|staff|operations|law|sciences?)$/i

/** Whether a role has a title that can be said to the person. */
export const isSayable = (role: CandidateFacts['roles'][number]): boolean =>
  role.is_known_title &&
  role.title !== undefined &&
  !field.test(role.title.trim()) &&
  !noTitle.test(role.title.trim()) &&
  isLawful(role.title)

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
