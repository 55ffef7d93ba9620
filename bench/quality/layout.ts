import { evaluate } from '@innohire/engine/evaluate.ts'
import { headingKind } from '@innohire/engine/resume/headings.ts'
import type { Tools } from '@innohire/engine/tools.ts'
import type { Figure } from './experience.ts'
import { type JudgedJob, latestYear } from './judged.ts'
import { mean } from './ranks.ts'

/** Width at which many PDFs and e-mails break lines, in characters. */
const WIDTH = 70
/** Lines that a printed page holds. */
const PAGE = 45

const byLine =
  (change: (line: string) => string) =>
  (text: string): string =>
    text.split('\n').map(change).join('\n')

/** A line that describes work and so may be a bullet: a long sentence without one. */
const isDescription = (line: string): boolean => /^\s*\p{L}.{40,}\.\s*$/u.test(line)
const bulleted = (sign: string): ((text: string) => string) =>
  byLine((line) => (isDescription(line) ? `${sign} ${line.trim()}` : line))

/** Breaks lines between words so that none is longer than `WIDTH`. */
function wrapped(text: string): string {
  return byLine((line) => {
    const rows: string[] = ['']
    for (const word of line.split(' ')) {
      const row = rows.at(-1)!
      if (row.length > 0 && row.length + word.length >= WIDTH) rows.push(word)
      else rows[rows.length - 1] = row.length > 0 || rows.length > 1 ? `${row} ${word}` : word
    }
    return rows.join('\n')
  })(text)
}

/** After every page its foot, as extractors of PDFs leave it between two lines. */
function paged(text: string, foot: (page: number, of: number) => string): string {
  const lines = wrapped(text).split('\n')
  const pages = Math.ceil(lines.length / PAGE)
  return Array.from({ length: pages }, (_, i) => [...lines.slice(i * PAGE, (i + 1) * PAGE), foot(i + 1, pages)])
    .flat()
    .join('\n')
}

/** The same resume, written otherwise: as given, and what it is compared with. */
export const LAYOUTS: Readonly<Record<string, (resume: string) => string>> = {
  'lower case': (text) => text.toLowerCase(),
  capitals: (text) => text.toUpperCase(),
  'headings in capitals': byLine((line) => (headingKind(line.trim()) ? line.toUpperCase() : line)),
  'headings in small letters': byLine((line) => (headingKind(line.trim()) ? line.toLowerCase() : line)),
  [`wrapped at ${WIDTH} characters`]: wrapped,
  'double-spaced lines': (text) => text.replaceAll('\n', '\n\n'),
  'bullets -': bulleted('-'),
  'bullets \u2022': bulleted('\u2022'),
  'bullets *': bulleted('*'),
  'page numbers': (text) => `${text}\nPage 1 of 1`,
  'feet of wrapped pages': (text) => paged(text, (page, of) => `Curriculum vitae \u00b7 page ${page} of ${of}`),
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
}

/** Points that a score may move before it counts as moved. */
const MOVED = 2
/** Every how many-th pair is tried, to keep the bench short. */
const STEP = 4

/** How far the score moves when the same resume is laid out otherwise: 0 is the aim, capitals that tell names apart are the limit. */
export async function benchLayout(jobs: readonly JudgedJob[], tools: Tools, step: number = STEP): Promise<Figure[]> {
  const score = async (job: JudgedJob, text: string, as_of: string): Promise<number> =>
    (
      await evaluate(
        {
          job_description: job.text,
          resumes: [{ id: 'x', text }],
          as_of,
          options: { generate_questions: false, generate_boolean_string: false, generate_outreach: false },
        },
        tools,
      )
    ).candidates[0]!.overall_score
  const pairs = jobs
    .flatMap((job) => job.pairs.map((pair) => ({ job, resume: pair.resume })))
    .filter((_, i) => i % step === 0)
  const figures: Figure[] = []
  const before: number[] = []
  for (const { job, resume } of pairs) before.push(await score(job, resume, latestYear(resume)))
  for (const [name, change] of Object.entries(LAYOUTS)) {
    const moves: number[] = []
    for (const [i, { job, resume }] of pairs.entries())
      moves.push(Math.abs((await score(job, change(resume), latestYear(resume))) - before[i]!))
    figures.push({
      figure: `layout, share moved by more than ${MOVED} points: ${name}`,
      set: 'judged',
      n: pairs.length,
      value: mean(moves.map((m) => (m > MOVED ? 1 : 0))),
      aim: '0',
      baselines: { 'mean points moved': mean(moves), most: Math.max(...moves) },
    })
  }
  return figures
}
