import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbedder } from '../../embedder/index.ts'
import { type CandidateEvaluation, createEngine, type EvaluationResult } from '../../engine/index.ts'
import { loadLexicon } from '../../engine/lexicon/load.ts'

/**
 * Evaluates the invented resumes beside each invented job description and writes what the built-in writer makes of them,
 * one page a job. Run it after a change of the writer and read the difference: `npm run docs:examples`.
 */
const here = import.meta.dirname
const read = (job: string, name: string): string => readFileSync(join(here, job, `${name}.txt`), 'utf8')

const embedder = await openEmbedder({})
const engine = createEngine({ embed: (texts) => embedder.embed(texts), lexicon: loadLexicon() })
for (const entry of readdirSync(here, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue
  const result = await engine.evaluate({
    job_description: read(entry.name, 'job-description'),
    resumes: ['strong', 'middle', 'weak'].map((id) => ({ id, text: read(entry.name, id) })),
    as_of: '2026-11-01',
  })
  writeFileSync(join(here, `${entry.name}.md`), pageOf(entry.name, result))
}
await embedder.close()

function pageOf(job: string, result: EvaluationResult): string {
  const title = read(job, 'job-description').split('\n', 1)[0]!
  const candidates = ['strong', 'middle', 'weak'].map((id) => result.candidates.find((c) => c.id === id)!)
  const { question_details, boolean_search_string, xray_search_string } = candidates[0]!
  return [
    `# ${title}`,
    `Written by \`npm run docs:examples\` from the [job description](${job}/job-description.txt) and three invented resumes.`,
    '## Asked of everyone',
    questions(question_details!.filter(({ scope }) => scope === 'core')),
    ...candidates.flatMap((candidate) => sectionOf(job, candidate)),
    '## Searches',
    `LinkedIn Recruiter:\n\n\`\`\`text\n${boolean_search_string}\n\`\`\``,
    `Web search engine:\n\n\`\`\`text\n${xray_search_string}\n\`\`\`\n`,
  ].join('\n\n')
}

function sectionOf(job: string, candidate: CandidateEvaluation): string[] {
  return [
    `## The ${candidate.id} resume`,
    `[Resume](${job}/${candidate.id}.txt)`,
    questions(candidate.question_details!.filter(({ scope }) => scope === 'candidate')),
    `**${candidate.subject}**`,
    `> ${candidate.linkedin_outreach_draft}`,
  ]
}

function questions(details: NonNullable<CandidateEvaluation['question_details']>): string {
  return details.map((d) => `- ${d.question}\n  - ${d.competency}, ${d.type}; from: “${d.why_asked}”`).join('\n')
}
