import { expect, it } from 'vitest'
import { evidenceLine, lineAt, mentionToQuote } from './evidence-line.ts'
import type { ResumeView } from './resume-view.ts'

const lines = [
  { start: 0, end: 20, section: 'education', plain: 'Bachelor of Nursing' },
  { start: 21, end: 40, section: 'skills', plain: 'Triage, charting' },
  { start: 41, end: 80, section: 'experience', role: 0, plain: 'Charted care for twelve patients' },
]
const view = { lines } as unknown as ResumeView
const none = new Float64Array(3)
const at = (start: number) => ({ start, end: start + 3 }) as never

it('finds the line of a span, and none between or behind lines', () => {
  expect([0, 19, 20, 41, 79, 80].map((start) => lineAt({ start }, view))).toEqual([0, 0, -1, 2, 2, -1])
  expect(lineAt({ start: 0 }, { lines: [] } as unknown as ResumeView)).toBe(-1)
})

it('takes the line most alike, a job before a list, and education last of equals', () => {
  const evidence = { covered: none, meant: none, cosines: new Map(), mentions: [] }
  expect(evidenceLine(evidence, view)).toBe(2)
  expect(evidenceLine({ ...evidence, meant: Float64Array.of(0, 0.5, 0.1) }, view)).toBe(1)
  expect(evidenceLine({ ...evidence, mentions: [at(25)] }, view)).toBe(1)
  expect(evidenceLine(evidence, { lines: [] } as unknown as ResumeView)).toBe(-1)
})

it('quotes what was done before what is looked for, however alike', () => {
  const wish = { start: 81, end: 99, section: 'summary', plain: 'Seeking a position in the care of patients' }
  const wishing = { lines: [wish, ...lines.slice(1)] } as unknown as ResumeView
  const evidence = { covered: none, meant: Float64Array.of(0.9, 0.1, 0.3), cosines: new Map(), mentions: [] }
  expect(evidenceLine(evidence, wishing)).toBe(2)
})

it('quotes a mention told of a job before a listed one, and in the best line before the first', () => {
  const [studied, listed, worked] = [at(5), at(25), at(45)]
  expect(mentionToQuote([listed, worked], 1, view)).toBe(worked)
  expect(mentionToQuote([studied, listed], 1, view)).toBe(listed)
  expect(mentionToQuote([studied, listed], 2, view)).toBe(studied)
})
