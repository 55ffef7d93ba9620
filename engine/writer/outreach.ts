import { isLawful } from './lint.ts'
import { readable } from './questions.ts'
import { coreTitle } from './search-terms.ts'
import { inSentence, type Topic, topicOf, withArticle } from './topic.ts'
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
  const held = candidate.roles.find((r) => r.is_known_title && isLawful(r.title!))
  const opening = openingFor(held, matched)
  const used = held ? 0 : 1
  const reason = reasonFor(job, matched.slice(used))
  const ask = 'Would you be open to a 15-minute call this week or next?'
  const offer = `[Company] is looking for ${withArticle(role === 'open' ? 'new colleague' : role)}`
  const drafts = [
    `Hi [Name], ${opening} ${offer}${reason}. ${ask}`,
    `Hi [Name], ${opening} ${offer}. ${ask}`,
    `Hi [Name], ${offer}. Could I tell you more in a short call?`,
  ]
  const message = drafts.find((draft) => draft.length <= maxMessage && isLawful(draft)) ?? drafts[2]!
  return { subject: subjectFor(role, matched), message }
}

const lawfulOr = (text: string, other: string): string => (isLawful(text) ? text : other)

/** "Registered Nurse" in the middle of a sentence: "registered nurse"; abbreviations keep their capitals. */
const spokenTitle = (title: string): string => {
  const core = readable(coreTitle(title))
  return core.length > 60 || core === '' ? 'open' : inSentence(core)
}

function matchedTopics(job: JobFacts, candidate: CandidateFacts): Topic[] {
  const matched = new Set(candidate.results.filter((r) => r.status === 'matched').map((r) => r.requirement_id))
  const order = { must: 0, nice: 1 }
  return job.requirements
    .filter((r) => matched.has(r.id) && r.type !== 'education' && r.type !== 'language' && r.type !== 'credential')
    .sort((a, b) => order[a.kind] - order[b.kind] || (b.importance ?? 0.5) - (a.importance ?? 0.5))
    .flatMap((r) => topicOf(r, job.kinds[r.id]) ?? [])
    .filter(
      (topic) => topic.phrase !== '' && !topic.family.isSoft && topic.phrase.length <= 48 && isLawful(topic.phrase),
    )
}

function openingFor(held: CandidateFacts['roles'][number] | undefined, matched: readonly Topic[]): string {
  if (held?.title) {
    const title = withArticle(inSentence(readable(held.title)))
    return `I read that you ${held.is_current ? 'work' : 'worked'} as ${title}.`
  }
  if (matched[0]) return `your profile shows ${matched[0].form === 'doing' ? '' : 'work with '}${matched[0].phrase}.`
  return 'I came across your profile.'
}

function reasonFor(job: JobFacts, matched: readonly Topic[]): string {
  const [first, second] = matched
  if (first && second)
    return `, and much of the work is ${first.phrase} and ${second.phrase}, which you have done before`
  if (first) return `, and much of the work is ${first.phrase}, which you have done before`
  const asked = job.requirements
    .flatMap((r) => topicOf(r, job.kinds[r.id]) ?? [])
    .find((topic) => !topic.family.isSoft && topic.phrase !== '' && topic.phrase.length <= 48 && isLawful(topic.phrase))
  return asked ? `, with ${asked.phrase} at the centre of the work` : ''
}

/** 25 to 40 characters, which phones show whole. */
function subjectFor(role: string, matched: readonly Topic[]): string {
  const name = role === 'open' ? 'A role' : role.slice(0, 1).toUpperCase() + role.slice(1)
  const skill = matched[0] && matched[0].form !== 'doing' ? matched[0].phrase : undefined
  const tries = [
    ...(skill ? [`${name} role: ${skill} and more`, `${name}, ${skill}, at [Company]`] : []),
    `${name} role at [Company]`,
    `${name} at [Company]`,
    `A ${name.toLowerCase()} role at [Company]`,
    `Your next role at [Company]: ${name}`,
    'An open role at [Company] for you',
  ]
  return tries.find((t) => t.length >= subjectLength.least && t.length <= subjectLength.most) ?? tries.at(-1)!
}
