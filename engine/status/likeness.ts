import type { Probe } from './probe.ts'
import { type ResumeView, wordSimilarity } from './resume-view.ts'

/** Share of a requirement's telling words that a line holds, 0-1, rare words counting more. */
export function coverage(probe: Probe, stems: ReadonlySet<string>): number {
  let held = 0
  let all = 0
  for (const [stem, weight] of probe.stems) {
    all += weight
    if (stems.has(stem)) held += weight
  }
  return all > 0 ? held / all : 0
}

/** Every line against every requirement by words alone, 0-1: one row a probe, one value a line. */
export interface LineTable {
  /** Shares of the requirement's telling words. */
  covered: readonly Float64Array[]
  /** Likeness of word vectors. */
  meant: readonly Float64Array[]
}

/** Compares lines and requirements once, for choosing lines and for judging them. */
export const lineTable = (probes: readonly Probe[], view: ResumeView): LineTable => ({
  covered: probes.map((probe) => Float64Array.from(view.lines, (line) => coverage(probe, line.stems))),
  meant: probes.map((probe) => Float64Array.from(view.lines, (line) => wordSimilarity(probe.vector, line.vector))),
})

/** How likely each line speaks of each requirement: what chooses the lines that are embedded. */
export const likenesses = ({ covered, meant }: LineTable): Float32Array[] =>
  covered.map((row, probe) => Float32Array.from(row, (value, line) => 0.5 * value + 0.5 * meant[probe]![line]!))
