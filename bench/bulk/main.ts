import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Webhook } from 'standardwebhooks'
import { type Latency, probe } from './probe.ts'
import { processorSeconds, residentBytes } from './processes.ts'
import { distinctPdfs, hostileFiles, jobDescription, type ResumeFile } from './resumes.ts'
import { type Stack, startStack } from './stack.ts'

// From POST /v1/bulk-screen to a verified webhook, with real PDFs behind presigned URLs of an S3-compatible store.

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    count: { type: 'string', default: '1000' },
    hostile: { type: 'string', default: '20' },
    database: { type: 'string', default: 'postgres,pglite' },
    /** Sizes of the jobs after the two long ones, which show how good estimates are. */
    sizes: { type: 'string', default: '10,50,200,25,100,400' },
  },
})
if (!values.data) throw new Error('Say where the files are: --data <folder>')

/** What this machine answers with when nothing else is to do, for comparison, in ms. */
const quietMs = 10_000

interface Run {
  total_s: number
  accepted_ms: number
  estimate_s: number
  succeeded: number
  failed: number
  codes: Record<string, number>
  body_bytes: number
  peak_rss_mib: number
  processor_s: number
  get: Latency
  poll: Latency
}

async function screen(stack: Stack, files: readonly ResumeFile[], known_job: string | undefined): Promise<Run> {
  const urls = await stack.store(files)
  const pids = stack.processes.map(({ pid }) => pid)
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, residentBytes(pids))
  }, 500)
  const usedBefore = processorSeconds(pids)
  const startedMs = performance.now()
  const path = `/hook-${startedMs}`
  const accepted = await stack.call('POST', '/v1/bulk-screen', {
    job_description: jobDescription,
    resume_urls: urls,
    webhook_url: `${stack.receiver.origin}${path}?token=x`,
  })
  if (accepted.status !== 202) throw new Error(`POST was answered with ${accepted.status}: ${accepted.text}`)
  const accepted_ms = performance.now() - startedMs
  const { job_id, estimated_completion_seconds } = JSON.parse(accepted.text)
  const get = probe(() => stack.call('GET', `/v1/jobs/${known_job ?? job_id}`), 20)
  const poll = probe(() => stack.call('GET', `/v1/jobs/${job_id}`), 0.5)
  const message = await stack.receiver.next((message) => message.path.startsWith(path))
  const total_s = (message.at_ms - startedMs) / 1000
  const processor_s = processorSeconds(pids) - usedBefore
  clearInterval(watch)
  const latency = { get: await get.stop(), poll: await poll.stop() }

  const { secret } = JSON.parse((await stack.call('GET', '/v1/webhooks/secret')).text)
  new Webhook(secret).verify(message.body, message.headers)
  const shown = await stack.call('GET', `/v1/jobs/${job_id}`)
  if (shown.text !== message.body) throw new Error('The webhook differs from GET /v1/jobs.')
  const job = JSON.parse(message.body)
  const codes: Record<string, number> = {}
  for (const { code } of job.failures) codes[code] = (codes[code] ?? 0) + 1
  return {
    total_s,
    accepted_ms,
    estimate_s: estimated_completion_seconds,
    succeeded: job.counts.succeeded,
    failed: job.counts.failed,
    codes,
    body_bytes: Buffer.byteLength(message.body),
    processor_s,
    peak_rss_mib: Math.round(peak / 1_048_576),
    ...latency,
  }
}

async function lastJob(stack: Stack): Promise<string> {
  return JSON.parse((await stack.call('GET', '/v1/jobs?limit=1')).text).data[0].job_id
}

const count = Number(values.count)
const sizes = values.sizes.split(',').filter(Boolean).map(Number)
const round = (value: number, digits = 1) => value.toFixed(digits)
const ms = ({ p50_ms, p99_ms, max_ms, count, errors }: Latency) =>
  `p50 ${p50_ms}, p99 ${p99_ms}, max ${max_ms} ms (${count} calls, ${errors} errors)`

for (const database of values.database.split(',') as ('postgres' | 'pglite')[]) {
  console.log(`\n## ${database}, ${availableParallelism()} cores, load average ${round(loadavg()[0]!)}`)
  const stack = await startStack({ database, workers: 1 })
  try {
    const first = await screen(stack, distinctPdfs(values.data, 10), undefined)
    console.log(`first job of 10 after the start: ${round(first.total_s, 2)} s, estimated ${first.estimate_s} s`)
    const known = await lastJob(stack)
    const quiet = probe(() => stack.call('GET', `/v1/jobs/${known}`), 20)
    await wait(quietMs)
    console.log(`without a job, GET of a finished job at 20/s: ${ms(await quiet.stop())}`)
    const estimates: [number, number, number][] = []
    const runs: [string, ResumeFile[]][] = [
      [`${count} PDFs`, distinctPdfs(values.data, count)],
      [
        `${count} with ${values.hostile} hostile`,
        [
          ...hostileFiles(values.data, Number(values.hostile)),
          ...distinctPdfs(values.data, count).slice(Number(values.hostile)),
        ],
      ],
      ...sizes.map((n): [string, ResumeFile[]] => [`${n} PDFs`, distinctPdfs(values.data!, n)]),
    ]
    for (const [name, files] of runs) {
      const run = await screen(stack, files, known)
      estimates.push([files.length, run.estimate_s, run.total_s])
      console.log(
        [
          `${name}: ${round(run.total_s, 2)} s from POST to verified webhook (estimated ${run.estimate_s} s; accepted in ${round(run.accepted_ms)} ms)`,
          `  ${run.succeeded} evaluated, ${run.failed} failed ${JSON.stringify(run.codes)}; body ${round(run.body_bytes / 1e6, 2)} MB; peak RSS ${run.peak_rss_mib} MiB; ${round(run.processor_s)} s of processor time without the database`,
          `  GET of a finished job at 20/s: ${ms(run.get)}`,
          `  poll of the running job every 2 s: ${ms(run.poll)}`,
        ].join('\n'),
      )
    }
    const good = estimates.filter(([, estimate, actual]) => {
      const ratio = Math.max(actual, 1) / estimate
      return ratio >= 0.5 && ratio <= 2
    })
    console.log(`estimates within a factor of 2: ${good.length} of ${estimates.length}`)
  } finally {
    await stack.stop()
  }
}
process.exit(0)
