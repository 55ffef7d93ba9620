import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackedTagger } from '../skills/spans/tagger.ts'
import type { ConceptRow, Lexicon, SurfaceRule, Titles } from './types.ts'

const folder = join(import.meta.dirname, 'data')

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
}

/** Reads the compiled lexicon from the files beside this one; throws when one is missing or broken. */
export function loadLexicon(): Lexicon {
  const { version, concepts } = readJson<{ version: string; concepts: ConceptRow[] }>('concepts.json')
  const relations = readJson<Pick<Lexicon, 'implies' | 'related'>>('relations.json')
  return { version, concepts, rules: readJson<Record<string, SurfaceRule>>('rules.json'), ...relations }
}

/** Reads the compiled job titles. */
export const loadTitles = (): Titles => readJson<Titles>('titles.json')

/** Reads the weights of the span tagger. */
export const loadTagger = (): PackedTagger => readJson<PackedTagger>('tagger.json')
