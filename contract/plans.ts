/** What each plan allows. Unlimited is `null`, never a large number. */
export const plans = {
  starter: { name: 'Starter', requests_per_minute: 30, resumes_per_call: 10, resumes_per_bulk_call: 10 },
  pro: { name: 'Pro', requests_per_minute: 120, resumes_per_call: 100, resumes_per_bulk_call: 100 },
  enterprise: { name: 'Enterprise', requests_per_minute: null, resumes_per_call: null, resumes_per_bulk_call: 1000 },
} as const satisfies Record<string, PlanLimits>

export interface PlanLimits {
  name: string
  /** Accepted requests in any 60 seconds, for the workspace. */
  requests_per_minute: number | null
  /** Resumes in one call of POST /v1/evaluate. */
  resumes_per_call: number | null
  /** Resumes in one call of POST /v1/bulk-screen. */
  resumes_per_bulk_call: number
}

export type PlanName = keyof typeof plans
export const planNames = Object.keys(plans) as PlanName[]

/** Who words questions, outreach and interview summaries: the built-in writer, or the language model that the operator has set up. */
export const writerNames = ['builtin', 'llm'] as const
export type WriterName = (typeof writerNames)[number]
