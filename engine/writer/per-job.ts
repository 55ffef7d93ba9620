import type { JobFacts } from './types.ts'

/**
 * Remembers what is made of a job alone for as long as its facts live: it is asked for with every candidate. What is made must
 * not be changed by who asks for it.
 */
export function perJob<T>(make: (job: JobFacts) => T): (job: JobFacts) => T {
  const made = new WeakMap<JobFacts, { value: T }>()
  return (job) => {
    const known = made.get(job) ?? { value: make(job) }
    made.set(job, known)
    return known.value
  }
}
