import type { Assessed } from './assess.ts'
import type { RelevantExperience } from './relevant-roles.ts'
import type { ResumeView } from './resume-view.ts'
import { headOf } from './role-head.ts'

/**
 * Years of experience that no words of the resume showed are near, not missing, where the relevant years suffice: the two must
 * not contradict each other. Of 18 such judgements readers called 7 missing, 9 partial and 2 met. The job that
 * counts most is quoted; the credit stays that of the words.
 */
export function withYearsOfField(
  assessed: readonly Assessed[],
  { years, shares }: RelevantExperience,
  view: ResumeView,
): Assessed[] {
  const most = shares.indexOf(Math.max(...shares))
  const role = view.parsed.roles[most]
  return assessed.map((a) => {
    const { requirement, years: asked } = a.probe
    const isShown = a.rule !== 'nothing_found' || requirement.type !== 'experience' || asked === undefined
    if (isShown || role === undefined || years === null || years < asked) return a
    return { ...a, status: 'adjacent', rule: 'years_in_the_field', span: headOf(role, view.text) }
  })
}
