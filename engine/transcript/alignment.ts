import type { SkillConcept, SkillFinder } from '../skills/types.ts'
import type { Requirement } from '../types.ts'
import type { Answer } from './answers.ts'
import { sentenceWeight } from './competencies.ts'
import { topicsOf } from './concerns/practical.ts'
import type { ConcernHit } from './concerns/types.ts'
import type { Range } from './text/tokens.ts'

export interface AlignedRequirement {
  text: string
  isMust: boolean
  status: 'mentioned' | 'lacking' | 'not_covered'
  evidence: Range | undefined
}

type Wanted = Pick<Requirement, 'text' | 'quote' | 'kind'>

/** Which requirements the candidate's own words touch. A mention is not proof of skill, only that it was talked about. */
export function alignRequirements(
  text: string,
  requirements: readonly Wanted[],
  answers: readonly Answer[],
  mismatches: readonly ConcernHit[],
  findSkills: SkillFinder | undefined,
): AlignedRequirement[] {
  const sentences = answers.flatMap((answer) =>
    answer.speech.sentences.map((sentence) => ({
      sentence,
      topics: new Set(topicsOf(answer.speech.tokens.slice(sentence.from, sentence.to).map((token) => token.text))),
      weight: sentenceWeight(answer.speech, sentence.from, sentence.to, 'technical_depth'),
    })),
  )
  const mentions = findSkills === undefined ? [] : mentionsOf(text, answers, findSkills)
  return requirements.map((requirement) => {
    const topics = topicsOf(requirement.text.toLowerCase().split(/[^\p{L}\p{N}+#&'-]+/u))
    const base = { text: requirement.text, isMust: requirement.kind === 'must' }
    const denied = mismatches.find((hit) => hit.about === requirement.text)
    if (denied !== undefined) return { ...base, status: 'lacking', evidence: denied.range }
    const concepts = findSkills === undefined ? [] : findSkills.find(requirement.text).map((mention) => mention.concept)
    const mention = mentions.find(({ concept }) => concepts.some((wanted) => isSame(concept, wanted, findSkills!)))
    if (mention !== undefined) return { ...base, status: 'mentioned', evidence: mention.range }
    const needed = Math.max(1, Math.ceil(topics.length / 2))
    const best = sentences
      .map((item) => ({ ...item, shared: topics.filter((topic) => item.topics.has(topic)).length }))
      .filter((item) => topics.length > 0 && item.shared >= needed)
      .sort((a, b) => b.shared - a.shared || b.weight - a.weight || a.sentence.start - b.sentence.start)[0]
    return best === undefined
      ? { ...base, status: 'not_covered', evidence: undefined }
      : { ...base, status: 'mentioned', evidence: { start: best.sentence.start, end: best.sentence.end } }
  })
}

function isSame(concept: SkillConcept, wanted: SkillConcept, finder: SkillFinder): boolean {
  return concept.id === wanted.id || finder.impliedBy(wanted).some((stronger) => stronger.id === concept.id)
}

function mentionsOf(
  text: string,
  answers: readonly Answer[],
  finder: SkillFinder,
): { concept: SkillConcept; range: Range }[] {
  return answers.flatMap((answer) =>
    answer.speech.sentences.flatMap((sentence) =>
      finder
        .find(text.slice(sentence.start, sentence.end))
        .filter((mention) => mention.stance === 'has')
        .map(({ concept }) => ({ concept, range: { start: sentence.start, end: sentence.end } })),
    ),
  )
}

/** 0-100: share of the requirements that were talked about; musts count double, a denied one counts nothing. */
export function alignmentScore(aligned: readonly AlignedRequirement[]): number {
  const weight = ({ isMust }: AlignedRequirement): number => (isMust ? 2 : 1)
  const total = aligned.reduce((sum, item) => sum + weight(item), 0)
  const met = aligned.reduce((sum, item) => sum + (item.status === 'mentioned' ? weight(item) : 0), 0)
  return total === 0 ? 0 : Math.round((100 * met) / total)
}
