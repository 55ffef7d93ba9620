import { WEIGHED } from '@innohire/engine/transcript/concerns/features.ts'
import type { FitInterview } from './read.ts'

/** A wrong flag hurts a person, a missed one costs a question: precision counts more. */
const BETA = 0.6
/** Strength that suits all codes together; with half of each code's own, the best of what repeated splits showed. */
const COMMON = -0.3
/** Interviews that a threshold is judged by: those whose cue lists were not made on them count whole. */
const shareOf = ({ hasQuotes }: FitInterview): number => (hasQuotes ? 1 : 0)

/** For each code the strength from which a flag is raised: the best F score of held-out strengths, half way to the next lower. */
export function chooseThresholds(interviews: readonly FitInterview[], held: readonly number[][]): number[] {
  return WEIGHED.map((code, t) => {
    const rows = interviews
      .map((item, i) => ({ strength: held[i]![t]!, isLabelled: item.codes.has(code), share: shareOf(item) }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.strength - a.strength)
    const labelled = rows.filter(({ isLabelled }) => isLabelled).length
    // A start that fits nobody: one flag in vain beside each hit keeps rare codes from being raised at the first chance.
    let best = 0
    let threshold = Number.POSITIVE_INFINITY
    let hit = 0
    let extra = 0
    rows.forEach(({ strength, isLabelled }, i) => {
      if (isLabelled) hit++
      else extra++
      const score = ((1 + BETA ** 2) * hit) / ((1 + BETA ** 2) * hit + BETA ** 2 * (labelled - hit) + extra + 0.5)
      if (score <= best) return
      best = score
      threshold = (strength + (rows[i + 1]?.strength ?? strength)) / 2
    })
    // Few labels a code: its own best place is half chance, so it is drawn to the place that suits all codes together.
    return threshold === Number.POSITIVE_INFINITY ? COMMON + 1 : (threshold + COMMON) / 2
  })
}

/** Hits, flags in vain and misses by code and set, of interviews that the fit had not seen. */
export function report(
  interviews: readonly FitInterview[],
  held: readonly number[][],
  thresholds: readonly number[],
): string {
  const sets = [...new Set(interviews.map(({ set }) => set))]
  const lines: string[] = []
  const totals = new Map(sets.map((set) => [set, { hit: 0, extra: 0, missed: 0 }]))
  WEIGHED.forEach((code, t) => {
    const cells = sets.map((set) => {
      const total = totals.get(set)!
      const own = { hit: 0, extra: 0, missed: 0 }
      interviews.forEach((item, i) => {
        if (item.set !== set) return
        const isRaised = held[i]![t]! >= thresholds[t]!
        const kind = item.codes.has(code) ? (isRaised ? 'hit' : 'missed') : isRaised ? 'extra' : undefined
        if (kind === undefined) return
        own[kind]++
        total[kind]++
      })
      return `${set} ${own.hit}/${own.extra}/${own.missed}`
    })
    lines.push(`${code.padEnd(32)} ${areaUnderCurve(interviews, held, t).toFixed(3)} ${cells.join('  ')}`)
  })
  for (const [set, { hit, extra, missed }] of totals)
    lines.push(
      `${set}: precision ${(hit / Math.max(1, hit + extra)).toFixed(2)} recall ${(hit / Math.max(1, hit + missed)).toFixed(2)}`,
    )
  return lines.join('\n')
}

const PARTS = 5

/** Precision and recall of all codes together, and by code, with each interview's thresholds chosen on other interviews. */
export function reportBlind(interviews: readonly FitInterview[], held: readonly number[][]): string {
  const counts = WEIGHED.map(() => ({ hit: 0, extra: 0, missed: 0 }))
  for (let part = 0; part < PARTS; part++) {
    const others = interviews.flatMap((_, i) => (i % PARTS === part ? [] : [i]))
    const thresholds = chooseThresholds(
      others.map((i) => interviews[i]!),
      others.map((i) => held[i]!),
    )
    for (let i = part; i < interviews.length; i += PARTS)
      WEIGHED.forEach((code, t) => {
        const isRaised = held[i]![t]! >= thresholds[t]!
        if (interviews[i]!.codes.has(code)) counts[t]![isRaised ? 'hit' : 'missed']++
        else if (isRaised) counts[t]!.extra++
      })
  }
  const sum = (name: 'hit' | 'extra' | 'missed'): number => counts.reduce((total, count) => total + count[name], 0)
  const hit = sum('hit')
  return [
    'thresholds of other interviews (hits/in vain/missed):',
    ...WEIGHED.map((code, t) => `${code.padEnd(32)} ${counts[t]!.hit}/${counts[t]!.extra}/${counts[t]!.missed}`),
    `precision ${(hit / (hit + sum('extra'))).toFixed(2)} recall ${(hit / (hit + sum('missed'))).toFixed(2)}`,
  ].join('\n')
}

function areaUnderCurve(interviews: readonly FitInterview[], held: readonly number[][], t: number): number {
  const code = WEIGHED[t]!
  let above = 0
  let pairs = 0
  interviews.forEach((a, i) => {
    if (!a.hasQuotes || !a.codes.has(code)) return
    interviews.forEach((b, j) => {
      if (!b.hasQuotes || b.codes.has(code)) return
      pairs++
      above += held[i]![t]! > held[j]![t]! ? 1 : held[i]![t]! === held[j]![t]! ? 0.5 : 0
    })
  })
  return pairs === 0 ? 0 : above / pairs
}
