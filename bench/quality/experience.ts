import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type MonthRange, unionMonths } from '@innohire/engine/experience/months.ts'
import { estimatedTotalYears, roleMonths } from '@innohire/engine/experience/relevant-years.ts'
import { parseResume } from '@innohire/engine/resume/parse-resume.ts'
import type { ParsedResume } from '@innohire/engine/resume/types.ts'
import { cleanText } from '@innohire/engine/text/clean-text.ts'

/** One line of the results table. */
export interface Figure {
  figure: string
  set: string
  n: number
  value: number
  ci95?: [number, number]
  aim: string
  baselines: Record<string, number>
}

/** A resume whose years were read wrongly, for reading the worst cases. */
export interface Miss {
  set: string
  id: string
  ours: number | null
  theirs: number | null
}

/** Where the measuring data lies. */
export interface BenchOptions {
  data: string
}

const readLines = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** 31 December of the latest year that a text mentions, which is when old resumes' open jobs end in these sets. */
export function latestYear(text: string): string {
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)]
    .map((match) => Number(match[0]))
    .filter((y) => y <= 2026)
  return `${years.length > 0 ? Math.max(...years) : 2026}-12-31`
}

const parse = (text: string, as_of: string): ParsedResume => parseResume(cleanText(text).text, { as_of })

/** The simplest reading: every "year - year" of the text, from January of the first to December of the second, once. */
function naiveYears(text: string, as_of: string): number {
  const now = Number(as_of.slice(0, 4))
  const ranges: MonthRange[] = []
  for (const match of text.matchAll(
    /((?:19|20)\d\d)\s?(?:-|–|to)\s?(?:[A-Za-z]{3,9}\s|\d\d\/)?((?:19|20)\d\d|present|current)/gi,
  )) {
    const last = /^\d/.test(match[2]!) ? Number(match[2]) : now
    ranges.push({ first: Number(match[1]) * 12, last: last * 12 + 11 })
  }
  return unionMonths(ranges) / 12
}

/** Wilson's 95% interval of a share. */
function wilson(hits: number, n: number): [number, number] {
  if (n === 0) return [0, 1]
  const p = hits / n
  const z = 1.96
  const middle = p + (z * z) / (2 * n)
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const round = (x: number) => Math.round(x * 1000) / 1000
  return [round((middle - half) / (1 + (z * z) / n)), round((middle + half) / (1 + (z * z) / n))]
}

const share = (values: readonly boolean[]) => values.filter(Boolean).length / Math.max(values.length, 1)
const round = (x: number) => Math.round(x * 1000) / 1000

/** Measures years of work against the labelled sets; returns the figures and every resume that was read wrongly. */
export function benchExperience({ data }: BenchOptions): { figures: Figure[]; misses: Miss[] } {
  const figures: Figure[] = []
  const misses: Miss[] = []

  const exact = readLines(join(data, 'experience/jsonresume_exact_dev.jsonl'))
  const exactHits = exact.map((row) => {
    const parsed = parse(row.text, `${row.as_of}-28`)
    const isHit = parsed.total_years !== null && Math.abs(parsed.total_years - row.union_years) <= 0.3
    if (!isHit) misses.push({ set: 'jsonresume', id: row.id, ours: parsed.total_years, theirs: row.union_years })
    return isHit
  })
  figures.push({
    figure: 'total years within 0.3 of exact',
    set: 'experience/jsonresume_exact_dev',
    n: exact.length,
    value: round(share(exactHits)),
    ci95: wilson(exactHits.filter(Boolean).length, exact.length),
    aim: '1.0',
    baselines: {
      year_pattern: round(
        share(exact.map((row) => Math.abs(naiveYears(row.text, row.as_of) - row.union_years) <= 0.3)),
      ),
    },
  })

  const resumes = new Map<string, string>(
    readLines(join(data, 'resumes/livecareer_dev.jsonl')).map((row) => [row.resume_id, row.text]),
  )
  const silver = readLines(join(data, 'experience/livecareer_silver_dev.jsonl')).filter((row) =>
    resumes.has(row.resume_id),
  )
  const closedYears = (parsed: ParsedResume) =>
    unionMonths(
      parsed.roles
        .filter((role) => !role.is_current && role.employment !== 'volunteer')
        .map(roleMonths)
        .filter((range) => range !== undefined),
    ) / 12
  const silverHits = silver.map((row) => {
    const text = resumes.get(row.resume_id)!
    const ours = closedYears(parse(text, latestYear(text)))
    const isHit = Math.abs(ours - row.closed_union_years) <= 0.5
    if (!isHit) misses.push({ set: 'livecareer', id: row.resume_id, ours: round(ours), theirs: row.closed_union_years })
    return isHit
  })
  figures.push({
    figure: 'years of closed jobs within 0.5 of silver',
    set: 'experience/livecareer_silver_dev',
    n: silver.length,
    value: round(share(silverHits)),
    ci95: wilson(silverHits.filter(Boolean).length, silver.length),
    aim: '>= 0.97',
    baselines: {},
  })

  const judgedPath = join(data, 'ranking/judged_dev.json')
  if (existsSync(judgedPath)) {
    const judged = JSON.parse(readFileSync(judgedPath, 'utf8'))
    const pairs = new Map<string, { text: string; total: number | null }>()
    for (const jd of Object.values<{ pairs: Record<string, { resume_text: string; total_years: number | null }> }>(
      judged.jds,
    ))
      for (const [id, pair] of Object.entries(jd.pairs))
        pairs.set(id, { text: pair.resume_text, total: pair.total_years })
    const errors: number[] = []
    const naive: number[] = []
    for (const [id, { text, total }] of pairs) {
      if (total === null) continue
      const parsed = parse(text, latestYear(text))
      const ours = estimatedTotalYears(parsed) ?? 0
      const error = Math.abs(ours - total)
      errors.push(error)
      naive.push(Math.abs(naiveYears(text, latestYear(text)) - total))
      if (error > 0.5) misses.push({ set: 'judged', id, ours, theirs: total })
    }
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
    figures.push({
      figure: 'total years: mean absolute error',
      set: 'ranking/judged_dev',
      n: errors.length,
      value: round(mean(errors)),
      aim: 'readers 0.23',
      baselines: { year_pattern: round(mean(naive)) },
    })
    figures.push({
      figure: 'total years: share within 1 year',
      set: 'ranking/judged_dev',
      n: errors.length,
      value: round(share(errors.map((error) => error <= 1))),
      aim: '',
      baselines: { year_pattern: round(share(naive.map((error) => error <= 1))) },
    })
  }
  return { figures, misses }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { data: { type: 'string' }, misses: { type: 'boolean', default: false } } })
  if (values.data === undefined) throw new Error('Give the folder of the measuring data: --data <folder>')
  const { figures, misses } = benchExperience({ data: values.data })
  console.table(figures.map(({ baselines, ci95, ...row }) => ({ ...row, ci95: ci95?.join('-'), ...baselines })))
  if (values.misses) for (const miss of misses) console.log(JSON.stringify(miss))
}
