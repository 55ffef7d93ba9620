import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Posting, readPostings } from '@innohire/engine/lexicon/build/skillspan.ts'
import { loadLexicon, loadTagger } from '@innohire/engine/lexicon/load.ts'
import { createSkillFinder, createSpanTagger, type TextSpan } from '@innohire/engine/skills/index.ts'
import { bootstrap } from './bootstrap.ts'
import type { Figure } from './experience.ts'

type Finder = (text: string) => TextSpan[]

/** Counts of one posting: gold spans, found ones, the same ones, and those of each side that the other overlaps. */
interface Counts {
  gold: number
  found: number
  same: number
  foundOverlapping: number
  goldOverlapped: number
}

const overlaps = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end

function compare(posting: Posting, found: TextSpan[]): Counts {
  const gold = posting.knowledge
  return {
    gold: gold.length,
    found: found.length,
    same: found.filter((f) => gold.some((g) => g.start === f.start && g.end === f.end)).length,
    foundOverlapping: found.filter((f) => gold.some((g) => overlaps(f, g))).length,
    goldOverlapped: gold.filter((g) => found.some((f) => overlaps(f, g))).length,
  }
}

const sum = (all: Counts[], key: keyof Counts): number => all.reduce((total, c) => total + c[key], 0)
const f1 = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)

const strict = (all: Counts[]): number =>
  f1(sum(all, 'same') / Math.max(1, sum(all, 'found')), sum(all, 'same') / Math.max(1, sum(all, 'gold')))
const overlapping = (all: Counts[]): number =>
  f1(
    sum(all, 'foundOverlapping') / Math.max(1, sum(all, 'found')),
    sum(all, 'goldOverlapped') / Math.max(1, sum(all, 'gold')),
  )

/** The simplest finder: words with a capital inside a sentence, and words with capitals or digits in their middle. */
const capitals: Finder = (text) =>
  [...text.matchAll(/(?<=[a-z,/(] )\p{Lu}[\p{L}\p{N}.+#]*|\p{L}[\p{L}\p{N}.]*[\p{Lu}\p{N}+#]+/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }))

/**
 * Knowledge spans of SkillSpan's held-out postings (token-level offsets; strict: same start and end; overlapping: any
 * common character, precision over found and recall over gold spans). The tagger was trained on the train file only.
 */
export function benchSkillspan({ data }: { data: string }): Figure[] {
  const finder = createSkillFinder(loadLexicon())
  const tagger = createSpanTagger(finder, loadTagger())
  const lexiconOnly: Finder = (text) => finder.find(text).filter((m) => m.concept.kind !== 'competence')
  const files = globSync('skillspan_{test,dev}*.jsonl', { cwd: join(data, 'skills') }).sort()
  return files.flatMap((file) => {
    const postings = readPostings(join(data, 'skills', file))
    const run = (find: Finder): Counts[] => postings.map((p) => compare(p, find(p.text)))
    const ours = run(tagger.spans)
    const lexicon = run(lexiconOnly)
    const simple = run(capitals)
    const set = basename(file, '.jsonl')
    const n = sum(ours, 'gold')
    return [
      {
        figure: 'knowledge spans, overlapping F1',
        set,
        n,
        value: overlapping(ours),
        ci95: bootstrap(ours, overlapping),
        aim: '>= 0.60',
        baselines: { lexicon: overlapping(lexicon), capitals: overlapping(simple) },
      },
      {
        figure: 'knowledge spans, strict F1',
        set,
        n,
        value: strict(ours),
        ci95: bootstrap(ours, strict),
        aim: 'reported',
        baselines: { lexicon: strict(lexicon), capitals: strict(simple) },
      },
    ]
  })
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { data: { type: 'string' } } })
  if (values.data === undefined) throw new Error('Say where the data lies: --data <folder>')
  console.table(
    benchSkillspan({ data: values.data }).map(({ ci95, baselines, ...row }) => ({
      ...row,
      value: row.value.toFixed(3),
      ci95: ci95?.map((x) => x.toFixed(3)).join('-'),
      ...Object.fromEntries(Object.entries(baselines).map(([name, x]) => [name, x.toFixed(3)])),
    })),
  )
}
