import type { Assessed } from '../status/assess.ts'
import type { ResumeView } from '../status/resume-view.ts'

/** Words below which a resume is too thin to judge by. */
const THIN_RESUME = 60
/** Requirements below which a job description is too thin to rank by. */
const FEW_REQUIREMENTS = 4
/** Share of unclear requirements from which silence, not evidence, decides. */
const MUCH_UNCLEAR = 0.35

/** How far the score can be relied on, by what could be read and how much had to stay open. */
export function confidenceOf(
  view: ResumeView,
  assessed: readonly Assessed[],
  hasIntegrityFlags: boolean,
): 'high' | 'medium' | 'low' {
  const words = view.text.split(/\s+/).length
  const { language, roles } = view.parsed
  const isForeign = language !== 'en' && language !== 'und'
  if (assessed.length === 0 || words < THIN_RESUME || isForeign) return 'low'
  const unclear = assessed.filter((a) => a.status === 'unclear').length / assessed.length
  const doubts = [
    assessed.length < FEW_REQUIREMENTS,
    roles.length === 0,
    view.parsed.total_years === null,
    unclear > MUCH_UNCLEAR,
    hasIntegrityFlags,
  ].filter(Boolean).length
  return doubts === 0 ? 'high' : doubts === 1 ? 'medium' : 'low'
}
