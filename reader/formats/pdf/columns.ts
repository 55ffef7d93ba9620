import type { Segment } from './segments.ts'

/** Segments on one line, left to right. */
export interface Row {
  segments: Segment[]
  baseline: number
  size: number
}

/** A run of rows that a person reads without changing the column. */
export type Block = Row[]

/** Groups segments that stand on the same line, from the top down. */
export function toRows(segments: Segment[]): Row[] {
  const rows: Row[] = []
  const sorted = [...segments].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0)
  for (const segment of sorted) {
    const row = rows.at(-1)
    if (row !== undefined && segment.baseline - row.baseline <= 0.4 * Math.min(row.size, segment.size)) {
      row.segments.push(segment)
      row.size = Math.max(row.size, segment.size)
    } else rows.push({ segments: [segment], baseline: segment.baseline, size: segment.size })
  }
  for (const row of rows) row.segments.sort((a, b) => a.x0 - b.x0)
  return rows
}

const characters = (segments: Segment[]): number =>
  segments.reduce((sum, segment) => sum + segment.words.reduce((length, word) => length + word.text.length, 0), 0)

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Share of rows that stand on the same line as a row of the other side. */
function pairedShare(rows: Row[], others: Row[]): number {
  let paired = 0
  let from = 0
  for (const row of rows) {
    const tolerance = 0.22 * row.size
    while (from < others.length && others[from]!.baseline < row.baseline - tolerance) from += 1
    if (from < others.length && others[from]!.baseline <= row.baseline + tolerance) paired += 1
  }
  return paired / rows.length
}

/** Longest run of rows at the distance of text lines. */
function longestRun(rows: Row[]): number {
  let longest = 1
  let run = 1
  for (let i = 1; i < rows.length; i++) {
    const distance = rows[i]!.baseline - rows[i - 1]!.baseline
    run = distance <= 1.9 * Math.max(rows[i]!.size, rows[i - 1]!.size) ? run + 1 : 1
    longest = Math.max(longest, run)
  }
  return longest
}

/** Letters of a long annotation: "University of Applied Sciences, 2016". */
const annotationLength = 34

/**
 * True when one side only annotates the other line by line (dates beside jobs, labels beside values): then a person
 * reads across. Annotations are short and stand on the lines of the other side; a column of its own keeps its own lines.
 */
function annotates(rows: Row[], others: Row[]): boolean {
  const lengths = rows.map((row) => characters(row.segments)).sort((a, b) => a - b)
  // Sentences fill a column of their own: a quarter of its lines are longer than any date or label.
  if (lengths[Math.floor(lengths.length * 0.75)]! > annotationLength) return false
  const paired = pairedShare(rows, others)
  if (paired >= 0.85) return true
  return paired >= 0.7 && rows.length <= 0.6 * others.length && longestRun(rows) <= 3
}

/** Share of its height that a column fills with lines; scattered labels (of a chart, beside dates) fill less. */
const densityMin = 0.3

const density = (rows: Row[]): number => {
  const size = median(rows.map((row) => row.size))
  const height = rows.at(-1)!.baseline - rows[0]!.baseline + size
  return Math.min(1, (rows.length * 1.2 * size) / Math.max(1, height))
}

/**
 * The head of a page, if it has a row of three or more cells (a line of contacts under the name) and white space over
 * the whole width parts it from the columns below: it is read across and is no part of the columns.
 */
function headRows(inside: Segment[]): Set<Segment> {
  const rows = toRows(inside)
  for (let i = 0; i + 1 < rows.length; i++) {
    const bottom = Math.max(...rows[i]!.segments.map((s) => s.y1))
    const top = Math.min(...rows[i + 1]!.segments.map((s) => s.y0))
    if (top - bottom < rows[i]!.size) continue
    const head = rows.slice(0, i + 1)
    return new Set(
      i < headRowsMax && head.some((row) => row.segments.length >= 3) ? head.flatMap((row) => row.segments) : [],
    )
  }
  return new Set()
}

/** A head of more rows is a table or a block of its own. */
const headRowsMax = 5

interface Gutter {
  left: Segment[]
  right: Segment[]
  above: Segment[]
  below: Segment[]
  score: number
}

/** Both sides as columns, or undefined when a person would read across the gap. */
function judge(left: Segment[], right: Segment[]): number | undefined {
  const gap = Math.min(...right.map((s) => s.x0)) - Math.max(...left.map((s) => s.x1))
  const size = median([...left, ...right].map((s) => s.size))
  if (gap < 0.7 * size) return undefined
  const top = Math.max(Math.min(...left.map((s) => s.y0)), Math.min(...right.map((s) => s.y0)))
  const bottom = Math.min(Math.max(...left.map((s) => s.y1)), Math.max(...right.map((s) => s.y1)))
  if (bottom - top < 3 * size) return undefined
  const leftRows = toRows(left)
  const rightRows = toRows(right)
  if (Math.min(leftRows.length, rightRows.length) < 3) return undefined
  if (Math.min(density(leftRows), density(rightRows)) < densityMin) return undefined
  if (annotates(leftRows, rightRows) || annotates(rightRows, leftRows)) return undefined
  return (bottom - top) * Math.sqrt(Math.min(characters(left), characters(right)))
}

/** Positions at which a gutter may start: right ends of segments, a bounded number of them. */
function gutterPositions(segments: Segment[]): number[] {
  const ends = [...new Set(segments.map((segment) => Math.round(segment.x1) + 1))].sort((a, b) => a - b)
  const step = Math.ceil(ends.length / 150)
  return ends.filter((_, index) => index % step === 0)
}

function findGutter(segments: Segment[]): Gutter | undefined {
  let best: Gutter | undefined
  const seen = new Set<string>()
  for (const x of gutterPositions(segments)) {
    const crossing = segments.filter((s) => s.x0 < x - 1 && s.x1 > x + 1).sort((a, b) => a.baseline - b.baseline)
    const edges = [-Infinity, ...crossing.map((s) => s.baseline), Infinity]
    for (let i = 1; i < edges.length; i++) {
      const [from, to] = [edges[i - 1]!, edges[i]!]
      const stretch = segments.filter((s) => s.baseline > from && s.baseline < to)
      const head = headRows(stretch)
      const inside = stretch.filter((s) => !head.has(s))
      const left = inside.filter((s) => s.x1 <= x + 1)
      const right = inside.filter((s) => s.x1 > x + 1)
      if (left.length < 3 || right.length < 3) continue
      const key = `${from} ${to} ${left.length}`
      if (seen.has(key)) continue
      seen.add(key)
      const clarity = judge(left, right)
      if (clarity === undefined) continue
      // Of gutters beside the same column, the one that takes in more of the page.
      const score = clarity * (1 + inside.length / segments.length)
      if (best !== undefined && score <= best.score) continue
      const above = segments.filter((s) => s.baseline <= from || head.has(s))
      const below = segments.filter((s) => s.baseline >= to)
      best = { left, right, above, below, score }
    }
  }
  return best
}

/** More segments than any real page has; finding columns among them would take too long. */
const segmentsMax = 3000

/**
 * The reading order of one page: the clearest gutter parts a stretch of the page into two columns, each ordered in
 * the same way, with what is above and below it; without a gutter rows are read across (a recursive X-Y cut, as in
 * Nagy and Seth 1984, that prefers gutters with independent text on both sides).
 */
export function readingOrder(segments: Segment[], depth = 0): Block[] {
  if (segments.length === 0) return []
  const gutter = segments.length > segmentsMax || depth > 12 ? undefined : findGutter(segments)
  if (gutter === undefined) return [toRows(segments)]
  const { above, left, right, below } = gutter
  return [above, left, right, below].flatMap((part) => readingOrder(part, depth + 1))
}
