import { isLawful } from './lint.ts'
import { isSayable, readable, shown } from './questions.ts'
import { coreTitle } from './search-terms.ts'
import { type Topic, titleInSentence, topicOf, withArticle } from './topic.ts'
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
  const reasons = [...reasonsFor(job, matched), '']
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
    .flatMap((r) => topicOf(r, job.kinds[r.id]) ?? [])
    .filter((topic) => !topic.family.isSoft && isSpoken(topic))
}

/** True details of this resume, the most telling first: something done, else a job held, else a matter known. */
function openingsFor(job: JobFacts, candidate: CandidateFacts, matched: readonly Topic[]): string[] {
  const figure = matched.length > 0 ? candidate.deeds?.find((d) => d.has_figure)?.quote : undefined
  const deed = shown(matched, job, candidate)[0]?.quote ?? figure
  const held = candidate.roles.find(isSayable)
  const openings: string[] = []
  if (deed !== undefined) openings.push(`I read “${deed}” in your profile.`)
  if (held?.title) {
    const title = withArticle(titleInSentence(readable(held.title)))
    openings.push(`I read that you ${held.is_current ? 'work' : 'have worked'} as ${title}.`)
  }
  if (matched[0]) openings.push(`I read in your profile that you know ${matched[0].phrase}.`)
  return openings.length > 0 ? openings : ['I came across your profile.']
}

/** Why the role fits, the fullest first: what it asks that the resume shows, else what it is about. */
function reasonsFor(job: JobFacts, matched: readonly Topic[]): string[] {
  const [first, ...rest] = matched.filter(({ form }) => form !== 'choice')
  // Two pairs joined by a third "and" would be hard to read.
  const second = rest.find(({ form, phrase }) => form === first?.form && !`${first.phrase} ${phrase}`.includes(' and '))
  const spend = ({ form, phrase }: Topic, more = ''): string =>
    form === 'tool'
      ? `You would work with ${phrase}${more}`
      : `You would spend much of your time ${form === 'doing' ? '' : 'on '}${phrase}${more}`
  if (first && second)
    return [
      `${spend(first, ` and ${second.phrase}`)}, both of which you know from your work so far.`,
      `${spend(first)}, as in your work so far.`,
    ]
  if (first) return [`${spend(first)}, as in your work so far.`]
  const asked = job.requirements
    .flatMap((r) => topicOf(r, job.kinds[r.id]) ?? [])
    .find((t) => !t.family.isSoft && t.form !== 'choice' && isSpoken(t) && isWork(t))
  return asked ? [`${spend(asked)}.`] : []
}

const isSpoken = ({ phrase }: Topic): boolean => phrase !== '' && phrase.length <= 48 && isLawful(phrase)
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
