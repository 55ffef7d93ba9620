import type { JobProfile } from './status/job-profile.ts'
import type { JobFacts } from './writer/types.ts'

/** What the writer is told of the job. */
export const jobFacts = (profile: JobProfile): JobFacts => ({
  title: profile.title,
  requirements: profile.probes.map((p) => p.requirement),
  aliases: Object.fromEntries(
    profile.probes.flatMap((p) => {
      const concept = p.concepts.find((c) => c.name === p.requirement.text)
      return concept ? [[p.requirement.id, concept.aliases] as const] : []
    }),
  ),
  titleAliases: [],
})
