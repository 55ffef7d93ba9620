/**
 * Trains the span tagger: `node engine/lexicon/build-tagger.ts --input <folder>`, where the folder holds
 * `skills/skillspan_train.jsonl` (SkillSpan, Zhang et al. 2022, CC BY 4.0). An averaged structured perceptron (Collins
 * 2002) over hashed features; writes data/tagger.json. Same input, same bytes.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createSkillFinder } from '../skills/index.ts'
import { featureSpace, featuresOf, sentencesOf } from '../skills/spans/features.ts'
import { begin, bestTags, inside, outside, tags } from '../skills/spans/tagger.ts'
import { tokenize } from '../skills/tokens.ts'
import { type Posting, readPostings } from './build/skillspan.ts'
import { loadLexicon } from './load.ts'

/** Chosen on the dev file of the set: more passes gain nothing there. */
const passes = 9
/** In units of the averaged weights; chosen on the dev file for the best overlapping F1. */
const bias = 6

const { values } = parseArgs({ options: { input: { type: 'string' } } })
if (values.input === undefined) throw new Error('Say where SkillSpan is: --input <folder>')

const finder = createSkillFinder(loadLexicon())

function goldTags(posting: Posting, starts: readonly number[], ends: readonly number[]): number[] {
  const gold: number[] = new Array(starts.length).fill(outside)
  let k = 0
  for (let i = 0; i < starts.length; i++) {
    while (k < posting.knowledge.length && posting.knowledge[k]!.end <= starts[i]!) k++
    const span = posting.knowledge[k]
    if (span === undefined || span.start >= ends[i]!) continue
    gold[i] = i > 0 && gold[i - 1] !== outside && ends[i - 1]! > span.start ? inside : begin
  }
  return gold
}

const examples = readPostings(join(values.input, 'skills', 'skillspan_train.jsonl')).flatMap((posting) => {
  const tokens = tokenize(posting.text)
  const features = featuresOf(posting.text, tokens, finder.find(posting.text))
  const gold = goldTags(posting, tokens.starts, tokens.ends)
  return sentencesOf(tokens).map(({ from, to }) => ({ features, gold, from, to }))
})

let seed = 42
/** A small linear congruential generator (Numerical Recipes): the order of examples is the same on every machine. */
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

const emission = new Float32Array(featureSpace * tags)
const emissionSum = new Float64Array(featureSpace * tags)
const transition = new Float64Array(tags * tags)
const transitionSum = new Float64Array(tags * tags)
let step = 1
const change = (weights: Float32Array | Float64Array, sums: Float64Array, at: number, by: number): void => {
  weights[at]! += by
  sums[at]! += by * step
}

for (let pass = 0; pass < passes; pass++) {
  for (let i = examples.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[examples[i], examples[j]] = [examples[j]!, examples[i]!]
  }
  for (const { features, gold, from, to } of examples) {
    const found = bestTags(features, from, to, { emission, transition, bias: 0 })
    for (let i = 0; i < found.length; i++) {
      const right = gold[from + i]!
      const wrong = found[i]!
      if (right !== wrong)
        for (const f of features[from + i]!) {
          change(emission, emissionSum, f * tags + right, 1)
          change(emission, emissionSum, f * tags + wrong, -1)
        }
      if (i > 0 && (right !== wrong || gold[from + i - 1] !== found[i - 1])) {
        change(transition, transitionSum, gold[from + i - 1]! * tags + right, 1)
        change(transition, transitionSum, found[i - 1]! * tags + wrong, -1)
      }
    }
    step++
  }
}

const averaged = emission.map((w, i) => w - emissionSum[i]! / step)
const largest = averaged.reduce((max, w) => Math.max(max, Math.abs(w)), 0)
const scale = 127 / largest
const packed = {
  emission: Buffer.from(Int8Array.from(averaged, (w) => Math.round(w * scale)).buffer).toString('base64'),
  transition: [...transition].map((w, i) => Math.round((w - transitionSum[i]! / step) * scale * 100) / 100),
  bias: Math.round(bias * scale * 100) / 100,
}
writeFileSync(join(import.meta.dirname, 'data', 'tagger.json'), `${JSON.stringify(packed)}\n`)
