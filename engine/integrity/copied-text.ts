import type { Span } from '../resume/types.ts'
import { findReworded, neighbours, rewordedBeside } from './reworded-text.ts'
import type { RawFinding } from './types.ts'
import { mergeRanges, type WordRange } from './word-ranges.ts'
import type { Word } from './words.ts'

/** Words in one shingle: shorter runs are shared by honest texts of one trade. */
const shingle = 5
/** A run of the job description in the resume counts from this many words. */
const minRun = 18
/** Sentences with words changed count from this many, with this many telling words that stand as in the source. */
const minSentences = 3
const minReworded = 16
/** So few words between two parts of a proven copy are what is left of its sentences. */
const maxLeft = 8
/** Two runs with at most this many other words between them are one: a few swapped words do not hide a copy. */
const maxBreak = 4

/** A job description prepared for looking up runs of its words. */
export interface CopySource {
  /** Number of each of its words. */
  ids: ReadonlyMap<string, number>
  shingles: ReadonlySet<string>
  /** Pairs of its telling words that stand near one another. */
  pairs: ReadonlySet<string>
}

/** Prepares a job description's words, once for all resumes. */
export function copySource(words: readonly Word[]): CopySource {
  const ids = new Map<string, number>()
  for (const { value } of words) if (!ids.has(value)) ids.set(value, ids.size)
  const shingles = new Set<string>()
  for (let i = 0; i + shingle <= words.length; i++) shingles.add(keyAt(words, i, ids)!)
  return { ids, shingles, pairs: neighbours(words) }
}

/** The shingle that starts at a word, or undefined when one of its words is not in the source. */
function keyAt(words: readonly Word[], at: number, ids: ReadonlyMap<string, number>): string | undefined {
  let key = ''
  for (let k = at; k < at + shingle; k++) {
    const id = ids.get(words[k]!.value)
    if (id === undefined) return undefined
    key += `${id},`
  }
  return key
}

/**
 * Long runs of the job description inside the resume, word for word or with a few words changed, and sentences that
 * say the same in its order with other words between. Shared phrases and lists of tools are not a copy; whole
 * sentences of it are.
 */
export function findCopiedText(
  words: readonly Word[],
  units: readonly WordRange[],
  source: CopySource,
): RawFinding | undefined {
  const isCopied = new Uint8Array(words.length)
  for (let i = 0; i + shingle <= words.length; i++) {
    const key = keyAt(words, i, source.ids)
    if (key !== undefined && source.shingles.has(key)) isCopied.fill(1, i, i + shingle)
  }
  const runs: (WordRange & { copied: number })[] = []
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
  const reworded = findReworded(words, units, source.pairs)
  const shown =
    longest ??
    (reworded.words >= minReworded && reworded.sentences.length >= minSentences ? reworded.sentences[0] : undefined)
  if (shown === undefined) return undefined
  const spanOf = ({ first, last }: WordRange): Span => ({ start: words[first]!.start, end: words[last]!.end })
  // Beside a proven copy the shorter runs are part of it as well, and so are reworded lines next to it.
  const proven = mergeRanges([...long, ...reworded.sentences])
  const copied = long.reduce((sum, run) => sum + run.copied, 0)
  return {
    code: 'copied_job_description',
    message:
      copied > 0
        ? `${copied} words of the job description stand word for word in the resume; they bring no credit.`
        : 'Sentences of the job description stand in the resume with a few words changed; they bring no credit.',
    shown: spanOf(shown),
    excluded: mergeRanges([...runs, ...proven, ...rewordedBeside(words, units, source.pairs, proven)], maxLeft).map(
      spanOf,
    ),
  }
}
