import { isLawful } from './lint.ts'
import { best, isSayable, readable, telling } from './questions.ts'
import { toldToYou } from './quote.ts'
import { coreTitle } from './search-terms.ts'
import { stemsOf } from './stems.ts'
import { type Topic, titleInSentence, topicByRequirement, withArticle } from './topic.ts'
import type { CandidateFacts, JobFacts } from './types.ts'

/** Messages under 400 characters are answered most (LinkedIn, InMails of May 2021 to April 2022). */
const maxMessage = 400
const subjectLength = { least: 25, most: 40 }

/**
 * A first message: one true detail of this resume, one reason why the role fits, one easy question. `[Name]` and
 * `[Company]` are for the sender to fill in. It says nothing of gaps, age, origin or the like, and does not flatter.
 */
export function writeOutreach(job: JobFacts, candidate: CandidateFacts): { subject: string; message: string } {
  const role = job.title ? lawfulOr(spokenTitle(job.title), 'open') : 'open'
  const matched = matchedTopics(job, candidate)
  const details = openingsFor(job, candidate, matched)
  const isReason = (topic: Topic): boolean => isSpoken(topic) && saysMoreThanTitle(topic, job.title ?? '')
  const reasons = [...reasonsFor(job, matched.filter(isReason)), '']
  const ask = 'Would you be open to a 15-minute call this week or next?'
  const offer = `[Company] is looking for ${withArticle(role === 'open' ? 'new colleague' : role)}.`
  const drafts = details.flatMap((detail) =>
    reasons.map((reason) => `Hi [Name], ${detail} ${offer}${reason && ` ${reason}`} ${ask}`),
  )
  const plain = `Hi [Name], ${offer.slice(0, -1)}. Could I tell you more in a short call?`
  const message = drafts.find((draft) => draft.length <= maxMessage && isLawful(draft)) ?? plain
  return { subject: subjectFor(role), message }
}

const lawfulOr = (text: string, other: string): string => (isLawful(text) ? text : other)

/** "Registered Nurse" in the middle of a sentence: "registered nurse"; abbreviations keep their capitals. */
const spokenTitle = (title: string): string => {
  const core = readable(coreTitle(title))
  return core.length > 60 || core === '' ? 'open' : titleInSentence(core)
}

function matchedTopics(job: JobFacts, candidate: CandidateFacts): Topic[] {
  const matched = new Set(candidate.results.filter((r) => r.status === 'matched').map((r) => r.requirement_id))
  const order = { must: 0, nice: 1 }
  return job.requirements
    .filter((r) => matched.has(r.id) && (r.type === 'skill' || r.type === 'experience'))
    .sort((a, b) => order[a.kind] - order[b.kind] || (b.importance ?? 0.5) - (a.importance ?? 0.5))
    .flatMap((r) => topicByRequirement(job).get(r) ?? [])
    .filter((topic) => !topic.family.isSoft && !topic.is_document)
}

/** True details of this resume, the most telling first: something done, else a job held, else a matter known. */
function openingsFor(job: JobFacts, candidate: CandidateFacts, matched: readonly Topic[]): string[] {
  const deeds = candidate.deeds ?? []
  const [told] = matched.length > 0 ? telling(matched, job, candidate).map(({ quote }) => quote) : []
  const other = best(deeds, job)
  const held = candidate.roles.find(
    (role) => isSayable(role) && coreTitle(role.title!).toLowerCase() !== coreTitle(job.title ?? '').toLowerCase(),
  )
  const openings: string[] = []
  if (told !== undefined) openings.push(sayDeed(told))
  if (held?.title && held.is_current) openings.push(sayRole('work', held.title))
  // What somebody achieved says more than a job they left.
  if (other?.has_figure) openings.push(sayDeed(other.quote))
  if (held?.title && !held.is_current) openings.push(sayRole('have worked', held.title))
  const known = matched.find(isSpoken)
  if (known) openings.push(`I saw in your profile that you know ${known.phrase}.`)
  return openings.length > 0 ? openings : ['I came across your profile.']
}

/** In the words of the resume: as part of the sentence where they make one, else in quotation marks. */
function sayDeed(quote: string): string {
  const you = toldToYou(quote)
  return you === undefined ? `I read “${quote}” in your profile.` : `I saw in your profile that ${you}.`
}

const sayRole = (verb: string, title: string): string =>
  `I saw that you ${verb} as ${withArticle(titleInSentence(readable(title)))}.`

/** Why the role fits, the fullest first: what it demands that the resume shows, else what would be welcome, else what it is about. */
function reasonsFor(job: JobFacts, matched: readonly Topic[]): string[] {
  const involves = ({ phrase }: Topic): string => `The role involves ${phrase}`
  const sayable = matched.filter(({ form }) => form !== 'choice')
  const [first, ...rest] = sayable.filter(isDemanded)
  if (first) {
    // Two pairs joined by a third "and" would be hard to read.
    const second = rest.find(
      ({ form, phrase }) => form === first.form && !`${first.phrase} ${phrase}`.includes(' and '),
    )
    const ending = first.form === 'doing' ? 'as your work does' : 'which your profile shows'
    return [
      ...(second ? [`${involves(first)} and ${second.phrase}, both of which your profile shows.`] : []),
      `${involves(first)}, ${ending}.`,
    ]
  }
  const welcome = sayable.find(({ form }) => form !== 'doing')
  if (welcome) return [`Experience of ${welcome.phrase}, which your profile shows, would be welcome.`]
  const asked = job.requirements
    .flatMap((r) => topicByRequirement(job).get(r) ?? [])
    .find(
      (t) =>
        isDemanded(t) &&
        !t.family.isSoft &&
        !t.is_document &&
        t.form !== 'choice' &&
        isSpoken(t) &&
        isWork(t) &&
        saysMoreThanTitle(t, job.title ?? ''),
    )
  return asked ? [`${involves(asked)}.`] : []
}

const isDemanded = ({ requirement }: Topic): boolean => requirement.kind === 'must'

/** "Backend development" is no news to who is asked to be a backend developer. */
function saysMoreThanTitle({ phrase }: Topic, title: string): boolean {
  const known = stemsOf(title)
  const said = [...stemsOf(phrase)]
  return said.length === 0 || said.some((stem) => !known.has(stem))
}

const isSpoken = ({ phrase }: Topic): boolean =>
  phrase !== '' && phrase.length <= 48 && !/ or /.test(phrase) && isLawful(phrase)
const isWork = ({ requirement: { type } }: Topic): boolean => type === 'skill' || type === 'experience'

/** 25 to 40 characters, which phones show whole. */
function subjectFor(role: string): string {
  const name = role === 'open' ? 'A role' : role.slice(0, 1).toUpperCase() + role.slice(1)
  const short = name.split(' ').slice(-2).join(' ')
  const tries = [
    `${name} role at [Company]`,
    `${name} at [Company]`,
    `${name} role`,
    name,
    `A ${name.toLowerCase()} role at [Company]`,
    `Your next role at [Company]: ${name}`,
    `${short.slice(0, 1).toUpperCase()}${short.slice(1)} role at [Company]`,
  ]
  const fits = tries.find((t) => t.length >= subjectLength.least && t.length <= subjectLength.most)
  return fits ?? 'A role at [Company] that may suit you'
}
