import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WORD_VECTOR_SIZE, type WordVectorData } from '../meaning/word-vectors.ts'
import type { PackedTagger } from '../skills/spans/tagger.ts'
import type { ConceptRow, EngineLexicon, Lexicon, SurfaceRule, Titles } from './types.ts'

const folder = join(import.meta.dirname, 'data')

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
}

/** Reads the compiled lexicon from the files beside this one; throws when one is missing or broken. */
export function loadLexicon(): EngineLexicon {
  const { version, concepts } = readJson<{ version: string; concepts: ConceptRow[] }>('concepts.json')
  const relations = readJson<Pick<Lexicon, 'implies' | 'suites' | 'related'>>('relations.json')
  return {
    version,
    concepts,
    rules: readJson<Record<string, SurfaceRule>>('rules.json'),
    ...relations,
    titles: loadTitles(),
    word_vectors: readWordVectors(),
  }
}

/** Words one a line, then the scale of each row (32-bit floats) and the rows (8-bit integers). */
function readWordVectors(): WordVectorData {
  const words = readFileSync(join(folder, 'word-vectors.txt'), 'utf8').trimEnd().split('\n')
  const bytes = readFileSync(join(folder, 'word-vectors.bin'))
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  if (bytes.byteLength !== words.length * (4 + WORD_VECTOR_SIZE))
    throw new Error('engine/lexicon/data/word-vectors.bin does not fit word-vectors.txt')
  return {
    size: WORD_VECTOR_SIZE,
    words,
    scales: new Float32Array(buffer, 0, words.length),
    values: new Int8Array(buffer, words.length * 4),
  }
}

/** Reads the compiled job titles. */
export const loadTitles = (): Titles => readJson<Titles>('titles.json')

/** Reads the weights of the span tagger. */
export const loadTagger = (): PackedTagger => readJson<PackedTagger>('tagger.json')
