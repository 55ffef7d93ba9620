import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const folder = import.meta.dirname
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

/** The text of evaluate.json: the job description and all resumes of this folder as one request. */
export function evaluateRequestText(): string {
  const resumes = globSync('resumes/*.txt', { cwd: folder })
    .sort()
    .map((name) => ({ id: basename(name, '.txt'), text: read(name) }))
  return `${JSON.stringify({ job_description: read('job-description.txt'), resumes }, null, 2)}\n`
}
