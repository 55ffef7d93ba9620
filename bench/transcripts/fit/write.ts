import { WEIGHED } from '@innohire/engine/transcript/concerns/features.ts'
import type { Fitted } from './fit.ts'

/** The generated file of the engine: weights in hundredths, directions as bytes. */
export function learnedFile({ directions, weights }: Fitted, thresholds: readonly number[]): string {
  const rows = WEIGHED.map((code, t) => {
    const { question, sentence, reaction, joint, constant } = directions[t]!
    const all = [...question, ...sentence, ...reaction, ...joint]
    const unit = Math.max(...all.map(Math.abs)) / 127
    const bytes = Buffer.from(Int8Array.from(all.map((value) => Math.round(value / unit))).buffer).toString('base64')
    const list = [...weights[t]!].map((value) => Number(value.toFixed(2))).join(', ')
    return `  ${code}: {
    threshold: ${thresholds[t]!.toFixed(2)},
    weights: [${list}],
    constant: ${constant.toPrecision(5)},
    unit: ${unit.toPrecision(5)},
    direction: '${bytes}',
  },`
  })
  return `// Written by bench/transcripts/fit/main.ts; do not edit by hand.
import type { Learned } from './learned-types.ts'

export const LEARNED: Learned = {
${rows.join('\n')}
}
`
}
