import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SkillFinder } from '../../skills/types.ts'

/** The texts that counts are taken from; only numbers derived from them are written. */
export function readCorpus(input: string): string[] {
  const files = globSync(['resumes/*.jsonl', 'job-descriptions/*.jsonl'], { cwd: input }).sort()
  return files.flatMap((file) =>
    readFileSync(join(input, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) =>
        Object.values(JSON.parse(line) as Record<string, unknown>)
          .filter((value): value is string => typeof value === 'string')
          .join('\n'),
      ),
  )
}

/** How often each word occurs all in lower case and with a capital. */
export function caseCounts(texts: readonly string[]): Map<string, { lower: number; upper: number }> {
  const counts = new Map<string, { lower: number; upper: number }>()
  for (const text of texts)
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const key = word.toLowerCase()
      let entry = counts.get(key)
      if (entry === undefined) {
        entry = { lower: 0, upper: 0 }
        counts.set(key, entry)
      }
      if (key === word) entry.lower++
      else entry.upper++
    }
  return counts
}

/** In how many texts each concept is mentioned. */
export function documentFrequencies(texts: readonly string[], finder: SkillFinder): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const id of new Set(finder.find(text).map((m) => m.concept.id))) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** 1 for a concept that no text mentions, 0 for one that every text mentions; logarithmic between. */
export const specificityOf = (frequency: number, texts: number): number =>
  Math.log((texts + 1) / (frequency + 1)) / Math.log(texts + 1)
