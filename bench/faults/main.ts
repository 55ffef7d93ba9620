import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createApiKey } from '@innohire/server/api-keys/create-api-key.ts'
import { openKeyring } from '@innohire/server/crypto/keyring.ts'
import { masterKeySource } from '@innohire/server/crypto/master-keys.ts'
import { type Database, openDatabase } from '@innohire/server/db/open.ts'
import { createWorkspace } from '@innohire/server/workspaces/create-workspace.ts'
import { sql } from 'drizzle-orm'
import { jobDescription } from '../bulk/resumes.ts'
import { type Stack, startStack } from '../bulk/stack.ts'
import { startCrew } from './crew.ts'
import { seeded } from './random.ts'

// Kills and pauses workers during one long job on PostgreSQL, then holds the ledger of the caller against the database and
// the receiver. A second run without the fence must go wrong: else the first shows nothing.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    count: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '40' },
    pauses: { type: 'string', default: '10' },
    /** `stub`: an engine that only takes time, with and without the fence. `real`: reader and engine of the server. */
    parts: { type: 'string', default: 'stub,real' },
  },
})
const env = { SCREENING_CONCURRENCY: '4', LOG_LEVEL: 'silent' }
/** Longer than the ten seconds after which a silent worker loses its tasks, and than the look that takes them. */
const pauseMs = 17_000
const lookMs = 200

interface Outcome {
  count: number
  kills: number
  pauses: number
  total_s: number
  drain_s: number
  broken: string[]
  claims: number
  max_claims: number
  /** Outcomes that were counted beyond the first of an item. */
  duplicates: number
  lost: number
  deliveries: number
  message_ids: number
}

interface Plan {
  /** Arguments of Node for a worker. */
  worker: string[]
  workers: number
  count: number
  kills: number
  pauses: number
}

const stub = join(import.meta.dirname, 'worker.ts')
const real = [join(import.meta.dirname, '../../server/main.ts'), '--role=worker']
const [count, kills, pauses] = [Number(values.count), Number(values.kills), Number(values.pauses)]
const seed = Number(values.seed)
console.log(`seed ${seed}`)
let isGood = true
for (const part of values.parts.split(',')) {
  if (part === 'stub') {
    const fenced = await run({ worker: [stub], workers: 4, count, kills, pauses })
    show('with the fence', fenced)
    const control = await run({ worker: [stub, '--unfenced'], workers: 4, count, kills: 0, pauses })
    show('control without the fence', control)
    const isProven = control.duplicates > 0
    if (!isProven) console.log('The control shows no duplicate: this run proves nothing.')
    isGood &&= fenced.broken.length === 0 && isProven
  } else {
    // Each worker loads the model: fewer of them, and fewer faults, as each costs seconds until the next is up.
    const outcome = await run({ worker: real, workers: 2, count: 200, kills: 8, pauses: 1 })
    show('the real reader and engine', outcome)
    isGood &&= outcome.broken.length === 0
  }
}
process.exit(isGood ? 0 : 1)

async function run({ worker, workers, count, kills, pauses }: Plan): Promise<Outcome> {
  const stack = await startStack({ database: 'postgres', workers: 0, env })
  const database = await openDatabase({ data_dir: stack.env.DATA_DIR!, database_url: stack.database_url })
  // A worker of the server says at this level that it is up.
  const crew = await startCrew(workers, worker, { ...stack.env, LOG_LEVEL: worker === real ? 'info' : 'silent' })
  try {
    const files = Array.from({ length: count }, (_, i) => ({
      name: `${i}.txt`,
      bytes: Buffer.from(resume(i)),
    }))
    const urls = await stack.store(files)
    const startedMs = performance.now()
    const accepted = await stack.call('POST', '/v1/bulk-screen', {
      job_description: jobDescription,
      resume_urls: urls,
      webhook_url: `${stack.receiver.origin}/hook`,
    })
    if (accepted.status !== 202) throw new Error(`POST was answered with ${accepted.status}: ${accepted.text}`)
    const { job_id } = JSON.parse(accepted.text) as { job_id: string }
    const done = stack.receiver.next(({ path }) => path === '/hook')
    const random = seeded(seed)
    const progress = async () => {
      const [row] = await rows(database, sql`select succeeded + failed as closed from screenings where id = ${job_id}`)
      return row!.closed! / count
    }
    const paused: Promise<boolean>[] = []
    const faults = await Promise.all([
      inject(kills, 0.98, progress, async () => crew.kill(random())),
      inject(pauses, 0.9, progress, async () => {
        const pause = crew.pause(random(), pauseMs)
        if (pause) paused.push(pause)
        return pause !== undefined
      }),
    ])
    await Promise.all(paused)
    const lastFaultMs = performance.now()
    const ended = await Promise.race([done, wait(300_000).then(() => undefined)])
    // A worker that was paused may still come back with work that was given away.
    await wait(5_000)
    return await check(
      stack,
      database,
      { job_id, count },
      {
        kills: faults[0],
        pauses: faults[1],
        total_s: ((ended?.at_ms ?? performance.now()) - startedMs) / 1000,
        drain_s: Math.max(0, ((ended?.at_ms ?? performance.now()) - lastFaultMs) / 1000),
      },
    )
  } finally {
    await crew.end()
    await database.close()
    await stack.stop()
  }
}

/** An invented resume, no two alike. */
function resume(i: number): string {
  return `Candidate ${i}, score ${i % 101}

Experience
Python developer, Example Works ${i}, 2015 - present
- Built ${i + 2} HTTP services in Python on PostgreSQL and kept ${i + 3} queries fast
- Reviewed the code of ${1 + (i % 7)} engineers and mentored ${1 + (i % 3)} of them
- Ran services number ${i} on Docker with continuous integration

Education
Bachelor's degree in computer science, ${2000 + (i % 15)}
`
}

/** Faults follow the progress of the job, not the clock, so that the last one falls near its end on any machine. */
async function inject(
  faults: number,
  last_at: number,
  progress: () => Promise<number>,
  fault: () => Promise<boolean>,
): Promise<number> {
  let made = 0
  while (made < faults) {
    await wait(lookMs)
    const done = await progress()
    if (done >= 1) break
    if (done >= ((made + 1) / (faults + 1)) * last_at && (await fault())) made++
  }
  return made
}

/** Invariants I1 to I8, from the ledger of the caller. */
async function check(
  stack: Stack,
  database: Database,
  { job_id, count }: { job_id: string; count: number },
  faults: Pick<Outcome, 'kills' | 'pauses' | 'total_s' | 'drain_s'>,
): Promise<Outcome> {
  const broken: string[] = []
  const must = (is: boolean, invariant: string) => {
    if (!is) broken.push(invariant)
  }
  const shown = await stack.call('GET', `/v1/jobs/${job_id}`)
  must(shown.status === 200, 'I1 the acknowledged job exists')
  const job = JSON.parse(shown.text)
  const ids: string[] = [...job.candidates, ...job.failures].map(({ id }: { id: string }) => id)
  const expected = Array.from({ length: count }, (_, i) => String(i))
  must([...ids].sort().join() === [...expected].sort().join(), 'I2 every URL has exactly one outcome')
  const [row] = await rows(
    database,
    sql`select count(*)::int as items, count(distinct position)::int as positions,
          sum(claim)::int as claims, max(claim)::int as max_claims,
          count(*) filter (where state = 'pending')::int as pending
        from screening_items where screening_id = ${job_id}`,
  )
  must(row!.items === count && row!.positions === count, 'I3 no item twice')
  const [screening] = await rows(
    database,
    sql`select remaining, succeeded, failed, total from screenings where id = ${job_id}`,
  )
  const closed = screening!.succeeded! + screening!.failed!
  must(screening!.remaining === 0 && closed === count && job.progress === 100, 'I4 terminal once, counts add up')
  const messages = stack.receiver.messages.filter(({ path }) => path === '/hook')
  must(
    messages.every(({ body }) => body === shown.text),
    'I5 the webhook is GET /v1/jobs byte for byte',
  )
  const message_ids = new Set(messages.map(({ headers }) => headers['webhook-id'])).size
  must(messages.length >= 1 && message_ids === 1, 'I6 delivered, under one id')
  must(job.failures.length === 0, 'I8 no resume pays for the crashes')
  must(await isHiddenFromOthers(stack, database, job_id), 'I7 no other workspace sees it')
  return {
    ...faults,
    count,
    broken,
    claims: row!.claims!,
    max_claims: row!.max_claims!,
    duplicates: closed - (count - row!.pending!),
    lost: expected.filter((id) => !ids.includes(id)).length,
    deliveries: messages.length,
    message_ids,
  }
}

async function rows(database: Database, query: ReturnType<typeof sql>): Promise<Record<string, number>[]> {
  const found = await database.transaction((tx) => tx.execute<Record<string, number>>(query))
  return found.rows
}

async function isHiddenFromOthers(stack: Stack, database: Database, job_id: string): Promise<boolean> {
  const keyring = await openKeyring(database, masterKeySource(stack.env as never))
  const deps = { database, keyring, clock: () => new Date() }
  const { id } = await database.transaction((tx) => createWorkspace(tx, deps, 'cli', { name: 'Other', plan: 'pro' }))
  const agent = { workspace_id: id, actor: 'cli' }
  const { key } = await createApiKey(deps, agent, { name: 'other', scopes: ['jobs:read'] })
  const found = await stack.call('GET', `/v1/jobs/${job_id}`, undefined, key)
  const list = await stack.call('GET', '/v1/jobs', undefined, key)
  return found.status === 404 && JSON.parse(list.text).data.length === 0
}

function show(name: string, o: Outcome) {
  console.log(
    [
      `${name}: ${o.kills} SIGKILL, ${o.pauses} SIGSTOP of ${pauseMs / 1000} s, ${o.count} resumes in ${o.total_s.toFixed(1)} s`,
      `  ${o.lost} lost, ${o.duplicates} duplicated; ${o.claims} claims (${o.claims - o.count} wasted), at most ${o.max_claims} of one resume`,
      `  ${o.deliveries} webhook(s) under ${o.message_ids} id(s); drained ${o.drain_s.toFixed(1)} s after the last fault`,
      `  invariants broken: ${o.broken.join('; ') || 'none'}`,
    ].join('\n'),
  )
}
