import type { Span } from '../resume/types.ts'
import type { RequirementStatus } from '../types.ts'

/** How one requirement stands before its quote is cut out. */
export interface Judgement {
  status: RequirementStatus
  /** Name of the rule that decided; it travels with the evidence. */
  rule: string
  /** UTF-16 span of the cleaned resume that supports it; without one there is no credit. */
  span: Span | undefined
  /** Expected credit, 0-1; default: that of the status. */
  credit?: number
}

/** What a status is worth where nothing finer is known. Adjacent is half, a plausible silence a quarter. */
export const STATUS_CREDIT: Readonly<Record<RequirementStatus, number>> = {
  matched: 1,
  adjacent: 0.5,
  unclear: 0.25,
  missing: 0,
}
