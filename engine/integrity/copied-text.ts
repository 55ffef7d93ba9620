import type { Span } from '../resume/types.ts'
import type { RawFinding } from './find-integrity-flags.ts'
import { type Word, wordsOf } from './words.ts'

/** Words in one shingle: shorter runs are shared by honest texts of one trade. */
const shingle = 5
/** A run of the job description in the resume counts from this many words. */
const minRun = 18
/** Two runs with at most this many other words between them are one: a few swapped words do not hide a copy. */
const maxBreak = 4

/**
 * Long runs of the job description inside the resume, word for word or with a few words changed. Shared phrases and
 * lists of tools are not a copy; whole sentences of it are.
 */
export function findCopiedText(resume: string, jobDescription: string): RawFinding | undefined {
  const source = new Set(shinglesOf(wordsOf(jobDescription)))
  if (source.size === 0) return undefined
  const words = wordsOf(resume)
  const isCopied = new Uint8Array(words.length)
  const own = shinglesOf(words)
  own.forEach((value, index) => {
    if (source.has(value)) isCopied.fill(1, index, index + shingle)
  })
  const runs: { first: number; last: number; copied: number }[] = []
  for (let i = 0; i < words.length; i++) {
    if (isCopied[i] === 0) continue
    const run = runs.at(-1)
    if (run !== undefined && i - run.last <= maxBreak + 1) {
      run.last = i
      run.copied++
    } else runs.push({ first: i, last: i, copied: 1 })
  }
  const long = runs.filter((run) => run.copied >= minRun)
  const [longest] = [...long].sort((a, b) => b.copied - a.copied || a.first - b.first)
  if (longest === undefined) return undefined
  const spanOf = (run: { first: number; last: number }): Span => ({
    start: words[run.first]!.start,
    end: words[run.last]!.end,
  })
  // Beside a proven copy the shorter runs are part of it as well.
  return {
    code: 'copied_job_description',
    message: `${long.reduce((sum, run) => sum + run.copied, 0)} words of the job description stand word for word in the resume; they bring no credit.`,
    shown: spanOf(longest),
    excluded: runs.filter((run) => run.copied >= shingle).map(spanOf),
  }
}

const shinglesOf = (words: readonly Word[]): string[] => {
  const shingles: string[] = []
  for (let i = 0; i + shingle <= words.length; i++) {
    let value = words[i]!.value
    for (let k = 1; k < shingle; k++) value += ` ${words[i + k]!.value}`
    shingles.push(value)
  }
  return shingles
}
