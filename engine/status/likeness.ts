import type { Probe } from './probe.ts'
import { type ResumeView, type ViewLine, wordSimilarity } from './resume-view.ts'

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

/** How likely a line speaks of a requirement, 0-1, from words alone: what chooses the lines that are embedded. */
export const likenessOf = (probe: Probe, line: ViewLine): number =>
  0.5 * coverage(probe, line.stems) + 0.5 * wordSimilarity(probe.vector, line.vector)

/** One row of likenesses a probe, one value a line. */
export const likenessTable = (probes: readonly Probe[], view: ResumeView): Float32Array[] =>
  probes.map((probe) => Float32Array.from(view.lines, (line) => likenessOf(probe, line)))
