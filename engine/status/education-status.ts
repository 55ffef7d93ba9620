import type { WordVectors } from '../meaning/word-vectors.ts'
import { stemOf, wordsOf } from '../meaning/words.ts'
import { type EducationAsked, LEVEL_RANK } from '../requirements/education-asked.ts'
import type { Education } from '../resume/types.ts'
import type { Judgement } from './judgement.ts'
import { type ResumeView, wordSimilarity } from './resume-view.ts'

/** Word-vector likeness of two subjects from which one counts as the other's field. */
const SAME_FIELD = 0.72
/** Words of a list of subjects that name none. */
const NO_FIELD = new Set(
  'related field relevant discipline technical business any equivalent degree science or and a an the of in area similar'.split(
    ' ',
  ),
)

/**
 * Level and field against what is asked. A finished degree of the level in a fitting field is a match; another field,
 * an unfinished one, or experience where it is accepted instead, comes near.
 */
export function judgeEducation(asked: EducationAsked, view: ResumeView, words: WordVectors): Judgement {
  const enough = view.parsed.education.filter((e) => LEVEL_RANK[e.level] >= LEVEL_RANK[asked.level])
  const best = pick(enough, asked, view, words)
  if (best) {
    const isMatch = best.fits && !best.education.is_unfinished
    return {
      status: isMatch ? 'matched' : 'adjacent',
      rule: isMatch
        ? 'education_level_and_field'
        : best.education.is_unfinished
          ? 'education_unfinished'
          : 'education_other_field',
      span: best.education,
    }
  }
  const below = view.parsed.education.find(
    (e) => LEVEL_RANK[e.level] === LEVEL_RANK[asked.level] - 1 && e.level !== 'high_school',
  )
  if (below) return { status: 'adjacent', rule: 'education_level_below', span: below }
  if (
    view.parsed.education.length === 0 &&
    asked.allowsExperience &&
    (view.parsed.total_years ?? 0) >= 5 &&
    view.parsed.roles[0]
  )
    return {
      status: 'adjacent',
      rule: 'experience_instead_of_degree',
      span: view.parsed.roles[0].date_span ?? view.parsed.roles[0],
    }
  return { status: 'missing', rule: 'education_not_found', span: undefined }
}

function pick(candidates: readonly Education[], asked: EducationAsked, view: ResumeView, words: WordVectors) {
  const judged = candidates.map((education) => ({ education, fits: fitsField(education, asked, view, words) }))
  return judged.find((j) => j.fits && !j.education.is_unfinished) ?? judged.find((j) => j.fits) ?? judged[0]
}

function fitsField(education: Education, asked: EducationAsked, view: ResumeView, words: WordVectors): boolean {
  if (!asked.field) return true
  const told = education.field ?? view.text.slice(education.start, education.end)
  const wanted = wordsOf(asked.field).filter((w) => !NO_FIELD.has(w))
  if (wanted.length === 0) return true
  const held = new Set(wordsOf(told).map(stemOf))
  if (wanted.some((w) => held.has(stemOf(w)))) return true
  return asked.field
    .split(/,|\/|\bor\b/)
    .some((field) => wordSimilarity(words.vectorOf(field), words.vectorOf(told)) >= SAME_FIELD)
}
