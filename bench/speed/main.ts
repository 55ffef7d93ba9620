import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openEmbedder } from '@innohire/embedder'
import { build } from 'hdr-histogram-js'
import { naivePipeline } from './naive.ts'
import { startBenchServer } from './server-child.ts'
import { inventedJob, inventedResume, seeded } from './texts.ts'

const home = resolve(import.meta.dirname, '../..')
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    /** Folder with .txt resumes to use instead of invented ones. */
    data: { type: 'string' },
    /** Also measures `npm ci` in a temporary folder. */
    install: { type: 'boolean', default: false },
    /** Calls of 1, 10 and 100 resumes. */
    rounds: { type: 'string', default: '30,8,3' },
  },
})
const random = seeded(Number(options.seed))
const real = options.data
  ? globSync('**/*.txt', { cwd: options.data })
      .sort()
      .map((name) => readFileSync(join(options.data!, name), 'utf8'))
  : []
let nextReal = 0
// A number at the end keeps each text new to the cache when the real ones are used up.
const resume = () =>
  real.length > 0 ? `${real[nextReal++ % real.length]}\nReference ${nextReal}` : inventedResume(random)
const resumes = (n: number) => Array.from({ length: n }, () => ({ text: resume() }))

const rows: [string, string, string][] = []
const server = await startBenchServer()
const words = resumes(20).map(({ text }) => text.split(/\s+/).length)
rows.push(['words of a resume (mean of 20)', String(Math.round(words.reduce((a, b) => a + b) / 20)), '700'])
for (let i = 0; i < 3; i++) await server.evaluate({ job_description: inventedJob(random), resumes: resumes(1) })

const aims: Record<number, string> = { 1: '<= 100', 10: '<= 600', 100: '<= 5000' }
let perSecond = 0
const rounds = options.rounds.split(',').map(Number)
for (const [i, n] of [1, 10, 100].entries()) {
  const job_description = inventedJob(random)
  const times = build({ highestTrackableValue: 3_600_000 })
  for (let round = 0; round < rounds[i]!; round++)
    times.recordValue(Math.round(await server.evaluate({ job_description, resumes: resumes(n) })))
  rows.push([
    `${n} new resumes, p50 / p99 ms`,
    `${times.getValueAtPercentile(50)} / ${times.getValueAtPercentile(99)}`,
    aims[n]!,
  ])
  if (n === 100) perSecond = (100 * 1000) / times.mean
}
rows.push(['resumes per second', perSecond.toFixed(1), ''])

const known = resumes(10)
const job = inventedJob(random)
const cold = await server.evaluate({ job_description: job, resumes: known })
const newJob = await server.evaluate({ job_description: inventedJob(random), resumes: known })
const newResumes = await server.evaluate({ job_description: job, resumes: resumes(10) })
const again = await server.evaluate({ job_description: job, resumes: known })
rows.push([
  '10 resumes: all new / known resumes, new job / known job, new resumes / all known, ms',
  [cold, newJob, newResumes, again].map(Math.round).join(' / '),
  '',
])
rows.push(['peak memory of the server, MB', String(server.peakMegabytes() ?? 'unknown'), '<= 900'])
rows.push(['first start of the server, ms', String(Math.round(server.started_ms)), ''])
await server.close()

const embedder = await openEmbedder()
await naivePipeline(embedder, job, [resume()])
const started = performance.now()
const naiveCount = 20
await naivePipeline(
  embedder,
  inventedJob(random),
  resumes(naiveCount).map(({ text }) => text),
)
const naivePerSecond = (naiveCount * 1000) / (performance.now() - started)
await embedder.close()
rows.push(['naive pipeline, resumes per second', naivePerSecond.toFixed(1), ''])
rows.push(['times the naive pipeline', (perSecond / naivePerSecond).toFixed(1), '>= 3'])
rows.push([
  'size of node_modules, MB',
  execFileSync('du', ['-sm', join(home, 'node_modules')], { encoding: 'utf8' }).split('\t')[0]!,
  '',
])
if (options.install) rows.push(['npm ci in an empty folder, s', String(Math.round(installSeconds())), ''])

const table = ['| figure | measured | aim |', '|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join(
  '\n',
)
process.stdout.write(`${table}\n`)
writeFileSync(
  join(import.meta.dirname, 'RESULTS.md'),
  `# Speed\n\nWritten by \`npm run bench:speed\`: the real server as a process of its own, over HTTPS, ${options.data ? 'real' : 'invented'} resumes, seed ${options.seed}, ${availableParallelism()} cores, Node ${process.versions.node}.\n\n${table}\n`,
)

function installSeconds(): number {
  const folder = mkdtempSync(join(tmpdir(), 'innohire-install-'))
  try {
    for (const name of globSync('{package.json,package-lock.json,.npmrc,*/package.json}', {
      cwd: home,
      exclude: ['node_modules/**'],
    }))
      cpSync(join(home, name), join(folder, name))
    const begun = performance.now()
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: 'ignore' })
    return (performance.now() - begun) / 1000
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
