import { dot } from '../meaning/word-vectors.ts'
import type { Mention, SkillConcept, SkillFinder } from '../skills/types.ts'
import { evidenceLine, mentionToQuote } from './evidence-line.ts'
import { coverage, type LineTable } from './likeness.ts'
import type { Probe } from './probe.ts'
import { type ResumeView, wordSimilarity } from './resume-view.ts'

/** The vectors of what was chosen for embedding, for one resume and one job description. */
export interface Embedded {
  /** Vector of each probe's phrase. */
  probes: readonly Float32Array[]
  /** Cosine of the resume's digest and the job's. */
  digest: number
  digestVector: Float32Array
  /** Likeness of lines by words. */
  words: LineTable
  /** Chosen lines: index into the view's lines, and vector. */
  lines: readonly { line: number; vector: Float32Array }[]
  titles: readonly Float32Array[]
  /** Vectors of the view's `titles` and `longestTitles`. */
  byTitle: ReadonlyMap<string, Float32Array>
}

/** What speaks for a requirement being met: numbers between 0 and 1, and where the best support stands. */
export interface Signals {
  /** Credit for direct mentions of the requirement's concepts (or of what implies them). */
  named: number
  /** The best credit among the concepts. */
  namedBest: number
  /** Likeness of the nearest concept that is mentioned, where the concept itself is not. */
  related: number
  hasConcept: number
  lineCoverage: number
  resumeCoverage: number
  wordMeaning: number
  /** Mean over all lines: a demand that is near to everything is proven by nothing. */
  wordMeaningMean: number
  /** Mean of the three lines nearest by words. */
  wordMeaningTop3: number
  meaning: number
  /** Mean of the three best cosines: one lucky line is worth less than several. */
  meaningTop3: number
  titleMeaning: number
  /** Word-vector likeness of the nearest title held. */
  titleWords: number
  /** Likeness of the nearest job held, by its title or by a line of it. */
  roleLikeness: number
  /** Years of the jobs that are near the requirement, ten or more being 1. */
  roleYears: number
  /** Word-vector likeness of all that is said of the nearest job, of the whole resume, and of the jobs by their years. */
  roleText: number
  wholeText: number
  careerText: number
  /** The line nearest to it tells of a dated or titled job, not of a list. */
  isFromJob: number
  /** Those years over the years asked, at most 1; 0 where none are asked. */
  yearsShare: number
  /** All of its concepts are named. */
  allNamed: number
  /** Mean over its concepts of 1 where named, else the likeness of the nearest one that is. */
  relatedMean: number
  /** Lines that speak of it, five or more being 1. */
  support: number
  /** Mentions of its concepts, four or more being 1. */
  mentions: number
  /** The resume names it only to say that the person lacks it or wants to learn it. */
  isDenied: boolean
  bestMention: Mention | undefined
  relatedMention: Mention | undefined
  /** Index of the line that speaks best for it, -1 without lines. */
  bestLine: number
  /** Index of the line of the best cosine, -1 where none is above 0. */
  nearestRead: number
}

/** Likeness (words and word vectors, half each) from which a line counts as speaking of a requirement. */
const SPEAKS_OF_IT = 0.5
/** The same likeness, of a job's title or of a line of it, from which the job counts for a requirement's years. */
const NEAR_ROLE = 0.4
/** Credit from which a concept counts as named: a weak mention. */
const NAMED = 0.5
const STANCE_CREDIT = { has: 1, weak: 0.6, wants: 0.1, lacks: 0 } as const

/** Collects the signals of one requirement in one resume. */
export function findSignals(
  probe: Probe,
  index: number,
  view: ResumeView,
  embedded: Embedded,
  finder: SkillFinder,
): Signals {
  const concepts = probe.concepts.map((concept) => creditOf(concept, view, finder))
  const named = average(concepts, probe.isChoice)
  let lineCoverage = 0
  let wordMeaning = 0
  let wordMeaningSum = 0
  const wordMeanings: number[] = []
  const roles = view.roleTitles.map((title) => (title ? wordSimilarity(probe.vector, title) : 0))
  const titleWords = Math.max(0, ...roles)
  const coveredBy = embedded.words.covered[index]!
  const meantBy = embedded.words.meant[index]!
  let support = 0
  view.lines.forEach((line, i) => {
    const covered = coveredBy[i]!
    const meant = meantBy[i]!
    lineCoverage = Math.max(lineCoverage, covered)
    wordMeaning = Math.max(wordMeaning, meant)
    wordMeaningSum += meant
    wordMeanings.push(meant)
    const likeness = 0.5 * covered + 0.5 * meant
    if (line.role !== undefined) roles[line.role] = Math.max(roles[line.role]!, likeness)
    if (likeness >= SPEAKS_OF_IT) support++
  })
  let meaning = 0
  const cosines = new Map(embedded.lines.map(({ line, vector }) => [line, dot(embedded.probes[index]!, vector)]))
  let nearestRead = -1
  for (const [line, cosine] of cosines) if (cosine > meaning) [nearestRead, meaning] = [line, cosine]
  const years = roles.reduce((sum, near, role) => sum + (near >= NEAR_ROLE ? view.roleYears[role]! : 0), 0)
  const roleTexts = view.roleTexts.map((text) => wordSimilarity(probe.vector, text))
  const allYears = view.roleYears.reduce((sum, some) => sum + some, 0)
  const mentions = concepts.flatMap((c) => c.mentions)
  const bestLine = evidenceLine({ covered: coveredBy, meant: meantBy, cosines, mentions }, view)
  const strongest = concepts.reduce<Credit | undefined>((a, b) => (a && a.credit >= b.credit ? a : b), undefined)
  const nearest = concepts.reduce<Credit | undefined>((a, b) => (a && a.related >= b.related ? a : b), undefined)
  return {
    named,
    namedBest: strongest?.credit ?? 0,
    related: nearest?.related ?? 0,
    hasConcept: concepts.length > 0 ? 1 : 0,
    lineCoverage,
    resumeCoverage: coverage(probe, view.stems),
    wordMeaning,
    wordMeaningMean: view.lines.length > 0 ? wordMeaningSum / view.lines.length : 0,
    wordMeaningTop3: top3(wordMeanings),
    meaning,
    meaningTop3: top3([...cosines.values()]),
    support: Math.min(1, support / 5),
    mentions: Math.min(1, probe.concepts.reduce((sum, c) => sum + (view.mentions.get(c.id)?.length ?? 0), 0) / 4),
    titleMeaning: Math.max(0, ...embedded.titles.map((v) => dot(embedded.probes[index]!, v))),
    titleWords,
    roleText: Math.max(0, ...roleTexts),
    wholeText: wordSimilarity(probe.vector, view.wholeText),
    careerText:
      allYears > 0 ? roleTexts.reduce((sum, near, role) => sum + near * view.roleYears[role]!, 0) / allYears : 0,
    isFromJob: view.lines[nearestRead >= 0 ? nearestRead : bestLine]?.role === undefined ? 0 : 1,
    roleLikeness: Math.max(0, ...roles),
    roleYears: Math.min(1, years / 10),
    yearsShare: probe.years ? Math.min(1, years / probe.years) : 0,
    allNamed: concepts.length > 0 && concepts.every((c) => c.credit >= NAMED) ? 1 : 0,
    relatedMean:
      concepts.length > 0
        ? concepts.reduce((sum, c) => sum + (c.credit >= NAMED ? 1 : c.related), 0) / concepts.length
        : 0,
    isDenied: (strongest?.credit ?? 0) < NAMED && probe.concepts.some((c) => view.mentions.has(c.id)),
    bestMention: strongest && mentionToQuote(strongest.mentions, bestLine, view),
    relatedMention: nearest?.relatedMention,
    bestLine,
    nearestRead,
  }
}

/** So many parts named show a suite (Word and Excel: Microsoft Office); one is as near to it as a good substitute. */
const PARTS_OF_SUITE = 2
const ONE_PART = 0.6

interface Credit {
  concept: SkillConcept
  credit: number
  /** The mentions that bring this credit. */
  mentions: readonly Mention[]
  related: number
  relatedMention: Mention | undefined
}

function creditOf(concept: SkillConcept, view: ResumeView, finder: SkillFinder): Credit {
  let credit = 0
  let mentions: Mention[] = []
  for (const candidate of [concept, ...finder.impliedBy(concept)])
    for (const m of view.mentions.get(candidate.id) ?? []) {
      const value = STANCE_CREDIT[m.stance]
      if (value > credit) [credit, mentions] = [value, [m]]
      // What is named itself is quoted before what implies it.
      else if (value === credit && m.concept.id === mentions[0]?.concept.id) mentions.push(m)
    }
  const parts = finder
    .partsOf(concept)
    .flatMap((part) => view.mentions.get(part.id)?.find((m) => STANCE_CREDIT[m.stance] === 1) ?? [])
  if (credit < 1 && parts.length >= PARTS_OF_SUITE) [credit, mentions] = [1, parts]
  let [related, relatedMention] = parts.length > 0 ? [ONE_PART, parts[0]] : [0, undefined]
  if (credit < 1)
    for (const { concept: neighbour, strength } of finder.related(concept)) {
      if (strength <= related) break
      const m = view.mentions.get(neighbour.id)?.find((x) => x.stance === 'has' || x.stance === 'weak')
      if (m) {
        related = strength
        relatedMention = m
      }
    }
  return { concept, credit, mentions, related, relatedMention }
}

/** Telling concepts weigh more; where one is enough, the best one stands for all. */
function average(credits: readonly Credit[], isChoice: boolean): number {
  if (credits.length === 0) return 0
  if (isChoice) return Math.max(...credits.map((c) => c.credit))
  let sum = 0
  let weights = 0
  for (const { concept, credit } of credits) {
    const weight = 0.1 + concept.specificity
    sum += weight * credit
    weights += weight
  }
  return sum / weights
}

const top3 = (values: number[]): number => {
  const best = values.sort((a, b) => b - a).slice(0, 3)
  return best.length > 0 ? Math.max(0, best.reduce((sum, v) => sum + v, 0) / 3) : 0
}
