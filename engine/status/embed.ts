import { chooseLines } from '../meaning/choose-lines.ts'
import { dot } from '../meaning/word-vectors.ts'
import type { Embed } from '../types.ts'
import { type FieldScores, fieldScores, meanScores } from './career-fields.ts'
import type { JobProfile } from './job-profile.ts'
import { likenesses, lineTable } from './likeness.ts'
import type { ResumeView, ViewLine } from './resume-view.ts'
import { wordSimilarity } from './resume-view.ts'
import type { Embedded } from './signals.ts'

/**
 * Lines of a resume that the sentence model reads, besides its titles. Four lines rank judged pairs as well as all of
 * them do (bench/quality/RESULTS.md), because the word vectors choose them.
 */
export const LINE_BUDGET = 4

/** Characters of a line that the model reads, about 25 tokens: longer ones rank no better and cost more. */
const EMBEDDED_CHARS = 120

export interface EmbeddedJob {
  /** One vector a phrase of the profile. */
  phrases: readonly Float32Array[]
  digest: Float32Array
  title: Float32Array | undefined
  /** Fields of work that title and digest speak of. */
  fields: FieldScores
}

export async function embedJob(profile: JobProfile, embed: Embed): Promise<EmbeddedJob> {
  const [digest, ...rest] = await embed([profile.digest, ...profile.phrases, ...(profile.title ? [profile.title] : [])])
  const title = profile.title ? rest.at(-1) : undefined
  return {
    digest: digest!,
    phrases: rest.slice(0, profile.phrases.length),
    title,
    fields: meanScores([digest!, ...(title ? [title] : [])].map(fieldScores)),
  }
}

/** Embeds the digest, the chosen lines and the titles of one resume, each title once. */
export async function embedResume(
  profile: JobProfile,
  job: EmbeddedJob,
  view: ResumeView,
  embed: Embed,
  budget: number = LINE_BUDGET,
): Promise<Embedded> {
  const words = lineTable(profile.probes, view)
  const table =
    profile.probes.length > 0 ? likenesses(words) : [Float32Array.from(view.lines, (l) => likenessToJob(profile, l))]
  const weights = profile.probes.length > 0 ? profile.weights : [1]
  const chosen = chooseLines(table, weights, view.lines.length, budget)
  const titles = [...view.titles, ...view.longestTitles.filter((title) => !view.titles.includes(title))]
  const [digest, ...rest] = await embed([
    view.digest,
    ...chosen.map((line) => opening(view.lines[line]!.plain)),
    ...titles,
  ])
  const titleVectors = rest.slice(chosen.length)
  return {
    probes: job.phrases,
    digest: Math.max(0, dot(job.digest, digest!)),
    digestVector: digest!,
    words,
    lines: chosen.map((line, i) => ({ line, vector: rest[i]! })),
    titles: titleVectors.slice(0, view.titles.length),
    byTitle: new Map(titles.map((title, i) => [title, titleVectors[i]!])),
  }
}

const likenessToJob = (profile: JobProfile, line: ViewLine): number => wordSimilarity(profile.vector, line.vector)

function opening(line: string): string {
  if (line.length <= EMBEDDED_CHARS) return line
  const space = line.lastIndexOf(' ', EMBEDDED_CHARS)
  return line.slice(0, space > 0 ? space : EMBEDDED_CHARS)
}
