import { signedBytes } from '../../meaning/signed-bytes.ts'
import { tokenize } from '../tokens.ts'
import type { SkillFinder } from '../types.ts'
import { featureSpace, featuresOf, sentencesOf } from './features.ts'

/** Tags: outside, first word of a span, further word. */
export const tags = 3
export const outside = 0
export const begin = 1
export const inside = 2

/** Weights of the tagger: `tags` numbers a feature, then transitions, in one row. */
export interface TaggerWeights {
  emission: Float32Array | Int8Array
  /** `from * tags + to`. */
  transition: ArrayLike<number>
  /** Added to every tag but `outside`: moves precision against recall. */
  bias: number
}

export interface TextSpan {
  start: number
  end: number
}

/** Best tag sequence of tokens `from` to `to` under a linear chain (Viterbi). */
export function bestTags(features: readonly number[][], from: number, to: number, weights: TaggerWeights): number[] {
  const { emission, transition, bias } = weights
  const length = to - from
  const back = new Uint8Array(length * tags)
  let score = new Float64Array(tags)
  for (let i = 0; i < length; i++) {
    const own = new Float64Array(tags)
    for (const f of features[from + i]!) for (let t = 0; t < tags; t++) own[t]! += emission[f * tags + t]!
    own[begin]! += bias
    own[inside]! += bias
    const next = new Float64Array(tags)
    for (let t = 0; t < tags; t++) {
      let best = Number.NEGATIVE_INFINITY
      let bestFrom = 0
      for (let p = 0; p < tags; p++) {
        // A span cannot go on that has not begun.
        if (t === inside && (i === 0 || p === outside)) continue
        const value = i === 0 ? 0 : score[p]! + transition[p * tags + t]!
        if (value > best) {
          best = value
          bestFrom = p
        }
        if (i === 0) break
      }
      next[t] = best + own[t]!
      back[i * tags + t] = bestFrom
    }
    score = next
  }
  let tag = outside
  for (let t = 1; t < tags; t++) if (score[t]! > score[tag]!) tag = t
  const result = new Array<number>(length)
  for (let i = length - 1; i >= 0; i--) {
    result[i] = tag
    tag = back[i * tags + tag]!
  }
  return result
}

export interface SpanTagger {
  /**
   * The spans of a posting that name knowledge, a tool, a language or a field of study, whether the lexicon knows them or
   * not; in text order, none overlapping.
   */
  spans(text: string): TextSpan[]
}

/** Tagger over committed weights; the finder's mentions are among its features. */
export function createSpanTagger(finder: SkillFinder, packed: PackedTagger): SpanTagger {
  const weights = unpackWeights(packed)
  return {
    spans(text) {
      const tokens = tokenize(text)
      const features = featuresOf(text, tokens, finder.find(text))
      const spans: TextSpan[] = []
      for (const { from, to } of sentencesOf(tokens)) {
        const found = bestTags(features, from, to, weights)
        for (let i = 0; i < found.length; i++) {
          if (found[i] === begin) spans.push({ start: tokens.starts[from + i]!, end: tokens.ends[from + i]! })
          else if (found[i] === inside) spans.at(-1)!.end = tokens.ends[from + i]!
        }
      }
      return spans
    },
  }
}

/** Committed weights: int8 emissions in base64; transitions and bias in the same unit. */
export interface PackedTagger {
  emission: string
  transition: number[]
  bias: number
}

/** Unpacks committed weights; throws when they were trained for another number of features. */
export function unpackWeights(packed: PackedTagger): TaggerWeights {
  const emission = signedBytes(packed.emission)
  if (emission.length !== featureSpace * tags)
    throw new Error('The tagger weights have another size than its features.')
  return { emission, transition: packed.transition, bias: packed.bias }
}
