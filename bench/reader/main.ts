import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { openReader, ReadError, type Reader } from '@innohire/reader'
import { hasPoppler, popplerBlocks, popplerOrders } from './poppler.ts'
import { orderScore, pairs, recall, wordsOf } from './words.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, files: { type: 'boolean' } },
})
if (values.data === undefined) throw new Error('usage: npm run bench:reader -- --data <folder with files/> [--files]')
const folder = (name: string): string => join(values.data!, 'files', name)
const list = (name: string): string[] =>
  readdirSync(folder(name))
    .sort()
    .map((file) => join(folder(name), file))

const median = (numbers: number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
const quantile = (numbers: number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN
const mean = (numbers: number[]): number => numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length)
const share = (value: number): string => value.toFixed(4)

/** Highest resident memory that the system saw of the living children, in MiB. */
function peakMemory(reader: Reader): number {
  const peaks = reader.pids().map((pid) => {
    try {
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    } catch {
      return 0
    }
  })
  return Math.max(0, ...peaks)
}

/** Processor time of the living children, in milliseconds (the system counts in hundredths of a second). */
function cpuMs(reader: Reader): number {
  let ticks = 0
  for (const pid of reader.pids()) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      return Number.NaN
    }
  }
  return ticks * 10
}

const say = (line: string): void => console.log(line)

async function benchPdf(reader: Reader): Promise<void> {
  if (!hasPoppler()) return say('PDF: skipped, pdftotext (poppler-utils) is not installed')
  const rows: { file: string; recall: number; order: number; blocks: number; ms: number; flags: number }[] = []
  await reader.read({ path: list('pdf')[0]! })
  const cpuStart = cpuMs(reader)
  for (const path of list('pdf')) {
    const start = performance.now()
    const { text, integrity_flags } = await reader.read({ path })
    const ms = performance.now() - start
    const found = wordsOf(text)
    const orders = popplerOrders(path)
    rows.push({
      file: basename(path),
      recall: Math.max(...orders.map((words) => recall(words, found))),
      order: Math.max(...orders.map((words) => orderScore(words, found))),
      blocks: recall(popplerBlocks(path).flatMap(pairs), pairs(found)),
      ms,
      flags: integrity_flags.length,
    })
  }
  const cpu = cpuMs(reader) - cpuStart
  if (values.files)
    for (const row of rows)
      console.log(
        `  ${row.file.padEnd(70)} recall ${share(row.recall)} order ${share(row.order)} blocks ${share(row.blocks)} ${row.ms.toFixed(0)} ms flags ${row.flags}`,
      )
  const designed = rows.filter((row) => !row.file.startsWith('livecareer'))
  for (const [name, some] of [
    ['all', rows],
    ['designed layouts', designed],
  ] as const) {
    say(
      `PDF, ${name} (${some.length}): word recall mean ${share(mean(some.map((r) => r.recall)))}, lowest ${share(Math.min(...some.map((r) => r.recall)))}; order ${share(mean(some.map((r) => r.order)))}; blocks kept together ${share(mean(some.map((r) => r.blocks)))}`,
    )
  }
  say(
    `PDF: processor time ${(cpu / rows.length).toFixed(1)} ms a file; wall time median ${median(rows.map((r) => r.ms)).toFixed(1)} ms, p95 ${quantile(
      rows.map((r) => r.ms),
      0.95,
    ).toFixed(
      0,
    )} ms a file; peak memory of the child ${peakMemory(reader).toFixed(0)} MiB; files flagged for hidden text ${rows.filter((r) => r.flags > 0).length}`,
  )
}

async function benchWord(reader: Reader): Promise<void> {
  const { default: WordExtractor } = await import('word-extractor')
  const rows: { recall: number; ms: number }[] = []
  for (const path of list('docx')) {
    const start = performance.now()
    const { text } = await reader.read({ path })
    const ms = performance.now() - start
    const other = await new WordExtractor().extract(path)
    const reference = [other.getHeaders(), other.getBody(), other.getTextboxes(), other.getFootnotes()].flatMap(wordsOf)
    rows.push({ recall: recall(reference, wordsOf(text)), ms })
  }
  say(
    `DOCX (${rows.length}): word recall against word-extractor mean ${share(mean(rows.map((r) => r.recall)))}, lowest ${share(Math.min(...rows.map((r) => r.recall)))}; median ${median(rows.map((r) => r.ms)).toFixed(1)} ms`,
  )
}

async function benchScans(reader: Reader): Promise<void> {
  if (!hasPoppler()) return
  for (const path of list('scans')) {
    const source = list('pdf').find((pdf) => basename(path).startsWith(basename(pdf, '.pdf')))
    const start = performance.now()
    const { text } = await reader.read({ path })
    const ms = performance.now() - start
    const reference = source === undefined ? [] : popplerOrders(source)[1]!
    say(
      `Scan ${basename(path).slice(-9, -4)}: word recall ${share(recall(reference, wordsOf(text)))}, ${(ms / 1000).toFixed(1)} s, peak memory ${peakMemory(reader).toFixed(0)} MiB`,
    )
  }
}

async function benchHostile(reader: Reader): Promise<void> {
  const outcomes = new Map<string, number>()
  let flagged = 0
  let slowest = 0
  for (const path of list('hostile')) {
    const start = performance.now()
    let outcome = 'read'
    try {
      const { integrity_flags } = await reader.read({ path })
      if (integrity_flags.length > 0) flagged += 1
    } catch (error) {
      outcome = error instanceof ReadError ? error.code : `untyped ${error}`
    }
    slowest = Math.max(slowest, performance.now() - start)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (values.files) console.log(`  ${basename(path).padEnd(70)} ${outcome}`)
  }
  const summary = [...outcomes]
    .sort()
    .map(([code, count]) => `${code} ${count}`)
    .join(', ')
  say(
    `Hostile (${list('hostile').length}): ${summary}; with hidden text ${flagged}; slowest ${slowest.toFixed(0)} ms; children lost ${outcomes.get('processing_crashed') ?? 0}, stopped for time ${outcomes.get('processing_timeout') ?? 0}`,
  )
}

const reader = openReader({ processes: 1 })
const { isNetworkCut, diesWithParent } = await reader.sandbox()
say(
  `Sandbox: network ${isNetworkCut ? 'cut' : 'shared'}, child ${diesWithParent ? 'dies' : 'may outlive a killed parent'}${diesWithParent ? ' with its parent' : ''}`,
)
await benchPdf(reader)
await benchWord(reader)
await benchScans(reader)
await benchHostile(reader)
await reader.close()
