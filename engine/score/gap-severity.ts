import type { GapSeverity, Requirement, RequirementStatus } from '../types.ts'

/**
 * How much a gap weighs, by importance of the requirement and status:
 *
 * | the job description says        | missing  | adjacent |
 * |---------------------------------|----------|----------|
 * | legal licence or knock-out      | critical | critical |
 * | must, stated                    | critical | moderate |
 * | part of the work, not demanded  | moderate | moderate |
 * | nice to have                    | minor    | minor    |
 */
export function gapSeverity(
  requirement: Requirement,
  status: Extract<RequirementStatus, 'missing' | 'adjacent'>,
): GapSeverity {
  if (requirement.is_knockout) return 'critical'
  if (requirement.kind === 'nice') return 'minor'
  const isStated = (requirement.importance ?? 0.8) > 0.6
  return isStated && status === 'missing' ? 'critical' : 'moderate'
}
