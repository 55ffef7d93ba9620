import { FEATURES, WEIGHED } from '@innohire/engine/transcript/concerns/features.ts'
import { type Direction, meaningOf, type ReplyMeaning } from '@innohire/engine/transcript/concerns/meaning.ts'
import { meaningSignals } from '@innohire/engine/transcript/concerns/signals/read-signals.ts'
import { featureValues } from '@innohire/engine/transcript/concerns/weigh.ts'
import { type Example, logistic, ridgeOf, type Sums, sumsOf } from './linear.ts'
import { type FitInterview, VECTOR } from './read.ts'

export interface Fitted {
  directions: Direction[]
  /** Weights of each code's features. */
  weights: Float64Array[]
}

type Exchange = { x: Float32Array; y: number[] }

/** Chosen once on the development interviews; neighbours of these values do nearly as well. */
const settings = {
  ridge: 45,
  /** A sentence that bears a label among the many that do not. */
  labelled: 8,
  prior: 4,
  positive: 4,
  /** Interviews whose labels have no quotes, and on which the cue lists were made. */
  withoutQuotes: 0.35,
} as const

const FOLDS = 5
const INNER = 4
const SIZE = 384

/** A repeatable share of the interviews, independent of their order. */
function foldOf({ id, set }: FitInterview, salt: string, folds: number): number {
  let hash = 7
  for (const char of `${set}${id}${salt}`) hash = (hash * 31 + char.charCodeAt(0)) >>> 0
  return hash % folds
}

/** Sums of the sentences of each cell of the two divisions, and of the exchanges, made once for all fits. */
function sumUp(interviews: readonly FitInterview[], exchanges: readonly Exchange[]) {
  const sum = (sentences: readonly Exchange[]): Sums =>
    sumsOf(
      sentences.map(({ x, y }) => ({ x, y, weight: y.some((value) => value > 0) ? settings.labelled : 1 })),
      VECTOR,
      WEIGHED.length,
    )
  const cells = Array.from({ length: FOLDS * INNER }, (_, cell) => ({
    outer: cell % FOLDS,
    inner: Math.floor(cell / FOLDS),
    sums: sum(
      interviews
        .filter((item) => item.hasQuotes && outerFold(item) + FOLDS * innerFold(item) === cell)
        .flatMap(({ replies }) => replies.flatMap((reply) => reply.sentences)),
    ),
  }))
  return { cells, exchanges: sum(exchanges) }
}

type SummedUp = ReturnType<typeof sumUp>

/** Directions fitted without the interviews of an outer and of an inner fold (-1: none left out). */
function fitDirections({ cells, exchanges }: SummedUp, outer: number, inner: number): Direction[] {
  const parts = cells.filter((cell) => cell.outer !== outer && cell.inner !== inner).map(({ sums }) => sums)
  return ridgeOf([...parts, exchanges], settings.ridge).map((w) => ({
    question: Float32Array.from(w.subarray(0, SIZE)),
    sentence: Float32Array.from(w.subarray(SIZE, 2 * SIZE)),
    reaction: Float32Array.from(w.subarray(2 * SIZE, 3 * SIZE)),
    joint: Float32Array.from(w.subarray(3 * SIZE, 4 * SIZE)),
    constant: w[4 * SIZE]!,
  }))
}

const outerFold = (item: FitInterview): number => foldOf(item, '', FOLDS)
const innerFold = (item: FitInterview): number => foldOf(item, 'x', INNER)

type Read = Map<FitInterview, ReplyMeaning[][]>

function project(interviews: readonly FitInterview[], directions: readonly Direction[], into: Read): void {
  for (const item of interviews)
    into.set(
      item,
      item.replies.map(({ placed }) => meaningOf(placed, item.meanings, directions)),
    )
}

function valuesOf(item: FitInterview, at: number, code: number, read: Read): number[] {
  const signals = { ...item.replies[at]!.signals, ...meaningSignals(read.get(item)!, at, code) }
  return featureValues(FEATURES[WEIGHED[code]!], signals)
}

function fitWeights(interviews: readonly FitInterview[], read: Read): Float64Array[] {
  return WEIGHED.map((name, code) => {
    const examples: Example[] = []
    for (const item of interviews) {
      const isLabelled = item.codes.has(name)
      if (!item.hasQuotes && isLabelled) continue
      item.replies.forEach(({ y }, at) => {
        const label = y[code]!
        // The replies beside a labelled one belong to the same matter; they are no clear example of either.
        const isNear = isLabelled && [at - 1, at + 1].some((i) => item.replies[i]?.y[code] === 1)
        if (label === 0 && isNear) return
        examples.push({
          x: valuesOf(item, at, code, read),
          y: label,
          weight: (item.hasQuotes ? 1 : settings.withoutQuotes) * (label === 1 ? settings.positive : 1),
        })
      })
    }
    return logistic(
      examples,
      FEATURES[name].map(({ prior }) => prior),
      settings.prior,
    )
  })
}

function fitWithout(interviews: readonly FitInterview[], summed: SummedUp, outer: number): Fitted {
  const read: Read = new Map()
  const known = interviews.filter((item) => outerFold(item) !== outer)
  for (let inner = 0; inner < INNER; inner++)
    project(
      known.filter((item) => innerFold(item) === inner),
      fitDirections(summed, outer, inner),
      read,
    )
  return { directions: fitDirections(summed, outer, -1), weights: fitWeights(known, read) }
}

/** Fits directions on sentences and, on meanings of directions fitted without them, the weights of the features. */
export const fit = (interviews: readonly FitInterview[], exchanges: readonly Exchange[]): Fitted =>
  fitWithout(interviews, sumUp(interviews, exchanges), -1)

/** Strongest reply of each code, for every interview. */
export function strengthsOf(interviews: readonly FitInterview[], { directions, weights }: Fitted): number[][] {
  const read: Read = new Map()
  project(interviews, directions, read)
  return interviews.map((item) =>
    WEIGHED.map((_, code) =>
      Math.max(
        -20,
        ...item.replies.map((_, at) =>
          valuesOf(item, at, code, read).reduce((sum, value, i) => sum + weights[code]![i]! * value, 0),
        ),
      ),
    ),
  )
}

/** Strengths of every interview from a fit that has not seen it. */
export function crossValidate(interviews: readonly FitInterview[], exchanges: readonly Exchange[]): number[][] {
  const result = new Map<FitInterview, number[]>()
  const summed = sumUp(interviews, exchanges)
  for (let k = 0; k < FOLDS; k++) {
    const own = interviews.filter((item) => outerFold(item) === k)
    const strengths = strengthsOf(own, fitWithout(interviews, summed, k))
    for (const [i, item] of own.entries()) result.set(item, strengths[i]!)
  }
  return interviews.map((item) => result.get(item)!)
}
