import { subjectsOfDegree } from '../education/short-degrees.ts'
import type { WordVectors } from '../meaning/word-vectors.ts'
import { stemOf, wordsOf } from '../meaning/words.ts'
import { type EducationAsked, LEVEL_RANK } from '../requirements/education-asked.ts'
import { findYears } from '../requirements/years.ts'
import type { Education } from '../resume/types.ts'
import type { Judgement } from './judgement.ts'
import { type ResumeView, wordSimilarity } from './resume-view.ts'
import { headOf } from './role-head.ts'

/** Word-vector likeness of two subjects from which one counts as the other, and from which it comes near. */
const SAME_FIELD = 0.72
const NEAR_FIELD = 0.5
/** Words of a list of subjects that name none. */
const NO_FIELD = new Set(
  'related field fields relevant discipline any equivalent degree science sciences arts applied general studies or and a an the of in area similar experience practical bachelor bachelors master masters university college'.split(
    ' ',
  ),
)
/** What job descriptions mean by a broad word. */
const BROAD: readonly [RegExp, RegExp][] = [
  [
    /\btechnical\b|\bscientific\b|\bSTEM\b|\bIT\b/,
    /comput|engineer|informati|scien(?!ce university)|math|physic|software|electr|technolog|systems|statist|network|programm|\bMCA\b|\bBCA\b/i,
  ],
  [/\bengineering\b/, /engineer|technolog|comput|software|electr|mechan/i],
  [
    /\bquantitative\b|\banalytical\b/,
    /econom|financ|math|statist|physic|engineer|comput|account|analytic|data|operations research/i,
  ],
  [
    /\bbusiness\b|\bmanagement\b/,
    /business|manage|econom|financ|account|market|commerce|administrat|entrepreneur|\bMBA\b|\bBBA\b/i,
  ],
  [/\bCS\b/, /comput|software|informati/i],
  [/\bMIS\b|\bIS\b/, /informati|comput|systems/i],
]
/** Subjects of one faculty: a degree in one of them comes near another. */
const BUSINESS_FIELD = /business|account|financ|econom|commerce|\bMBA\b|\bBBA\b/i

type Fit = 'same' | 'near' | 'other'

/**
 * Level and field against what is asked. A finished degree of the level in a fitting field is a match; a neighbouring
 * field, an unfinished degree or an associate degree in place of a bachelor's comes near, as does long experience where it is accepted instead:
 * experience of the field, that is (`background`, 0-1, the likeness of the whole resume to the whole demand).
 */
export function judgeEducation(
  text: string,
  asked: EducationAsked,
  view: ResumeView,
  words: WordVectors,
  background: number,
): Judgement {
  const fits: { education: Education; fit: Fit }[] = view.parsed.education
    .filter((e) => LEVEL_RANK[e.level] >= LEVEL_RANK[asked.level])
    .map((education) => ({ education, fit: fitOf(text, asked, education, view, words) }))
  const finished = fits.filter((f) => !f.education.is_unfinished)
  const same = finished.find((f) => f.fit === 'same')
  if (same) return { status: 'matched', rule: 'education_level_and_field', span: same.education }
  const started = fits.find((f) => f.fit === 'same')
  if (started) return { status: 'adjacent', rule: 'education_unfinished', span: started.education }
  const near = finished.find((f) => f.fit === 'near')
  if (near) return { status: 'adjacent', rule: 'education_near_field', span: near.education }
  const [role] = view.parsed.roles
  const enough = findYears(text)?.years ?? ENOUGH_EXPERIENCE
  if (asked.allowsExperience && role && background >= IN_FIELD && (view.parsed.total_years ?? 0) >= enough)
    return {
      status: finished.length > 0 || findYears(text) ? 'matched' : 'adjacent',
      rule: 'experience_instead_of_degree',
      span: headOf(role, view.text),
    }
  const below = view.parsed.education.find(
    (e) =>
      asked.level === 'bachelor' &&
      e.level === 'associate' &&
      !e.is_unfinished &&
      asked.field !== undefined &&
      fitOf(text, asked, e, view, words) === 'same',
  )
  if (below) return { status: 'adjacent', rule: 'education_level_below', span: below }
  return { status: 'missing', rule: 'education_not_found', span: undefined }
}

/** Years of work that stand in for a degree where the job description accepts experience instead. */
const ENOUGH_EXPERIENCE = 8
/** Likeness of the digests from which that experience is of the field asked. */
const IN_FIELD = 0.5

function fitOf(text: string, asked: EducationAsked, education: Education, view: ResumeView, words: WordVectors): Fit {
  const field = asked.field ?? subjectsOfDegree(text)[0]
  if (!field) return 'same'
  const line = view.text.slice(education.start, education.end)
  const subjects = [education.field ?? line, ...subjectsOfDegree(line)]
  const told = subjects.join(' ')
  if (BROAD.some(([asks, holds]) => asks.test(`${text} ${field}`) && holds.test(told))) return 'same'
  const wanted = wordsOf(field)
    .filter((w) => !NO_FIELD.has(w))
    .map(stemOf)
  if (wanted.length === 0) return 'same'
  const held = new Set(
    wordsOf(told)
      .filter((w) => !NO_FIELD.has(w))
      .map(stemOf),
  )
  if (wanted.some((w) => held.has(w))) return 'same'
  const likeness = Math.max(
    ...field
      .split(/,|\/|\bor\b/)
      .flatMap((one) => [...subjects, told].map((own) => wordSimilarity(words.vectorOf(one), words.vectorOf(own)))),
  )
  const isNear = likeness >= NEAR_FIELD || (BUSINESS_FIELD.test(field) && BUSINESS_FIELD.test(told))
  return likeness >= SAME_FIELD ? 'same' : isNear ? 'near' : 'other'
}
