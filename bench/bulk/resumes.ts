import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ResumeFile {
  name: string
  bytes: Buffer
}

/** The PDFs of the data folder again and again, each with a comment of its own after the end: no two have the same bytes. */
export function distinctPdfs(data: string, count: number): ResumeFile[] {
  const folder = join(data, 'files/pdf')
  const files = readdirSync(folder).sort()
  const read = files.map((name) => readFileSync(join(folder, name)))
  return Array.from({ length: count }, (_, i) => ({
    name: `${i}-${files[i % files.length]}`,
    bytes: Buffer.concat([read[i % read.length]!, Buffer.from(`\n% copy ${i}\n`)]),
  }))
}

/** Files that were made to hurt: the first so many of the data folder. */
export function hostileFiles(data: string, count: number): ResumeFile[] {
  const folder = join(data, 'files/hostile')
  const names = readdirSync(folder).sort()
  return Array.from({ length: count }, (_, i) => {
    const name = names[i % names.length]!
    return { name: `hostile-${i}-${name}`, bytes: readFileSync(join(folder, name)) }
  })
}

/** A posting of our own, of usual length. */
export const jobDescription = `Senior Backend Engineer

We build logistics software for regional carriers and look for an engineer who owns services end to end.

Responsibilities
- Design, build and run HTTP services in Python and Go
- Model data in PostgreSQL and keep queries fast
- Review code, write tests, and mentor two junior engineers
- Work with product managers on requirements

Requirements
- 5+ years of backend development
- Strong Python, SQL and REST API design
- Docker and continuous integration
- Bachelor's degree in computer science or equivalent experience
- Fluent English

Nice to have
- Kubernetes, AWS or another cloud
- Kafka or RabbitMQ
- Experience in logistics`
