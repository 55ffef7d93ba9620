import { serve } from '../child/serve.ts'
import { readDocument } from '../read-document.ts'

// Stands in for child/main.ts in tests of the pool: the document's text says how the child is to fail.
serve(async (bytes, context) => {
  const order = Buffer.from(bytes).toString('utf8')
  if (order === 'crash') process.kill(process.pid, 'SIGSEGV')
  if (order === 'exit') process.exit(0)
  if (order === 'hang') for (;;);
  if (order === 'eat memory') {
    const eaten: Buffer[] = []
    for (;;) eaten.push(Buffer.alloc(16 * 1024 * 1024, 1))
  }
  if (order === 'heap') {
    const eaten: object[] = []
    for (;;) eaten.push({ eaten: [1, 2, 3] })
  }
  if (order === 'slow pages') {
    for (let page = 0; page < 4; page++) {
      await context.startOcrPage()
      const end = Date.now() + 400
      while (Date.now() < end);
    }
  }
  if (order === 'probe') return { ...(await readDocument(bytes, context)), text: await probe() }
  return await readDocument(bytes, context)
})

/** What the sandbox lets a child do. */
async function probe(): Promise<string> {
  const attempt = async (name: string, run: () => unknown): Promise<string> => {
    try {
      await run()
      return `${name} done`
    } catch (error) {
      return `${name} ${(error as NodeJS.ErrnoException).code}`
    }
  }
  const { readFileSync, writeFileSync } = await import('node:fs')
  const { execFileSync } = await import('node:child_process')
  const { Worker } = await import('node:worker_threads')
  const { connect } = await import('node:net')
  const dial = () =>
    new Promise((resolve, reject) => {
      connect(9, '127.0.0.1').on('connect', resolve).on('error', reject)
    })
  return [
    await attempt('read', () => readFileSync('/etc/hostname')),
    await attempt('write', () => writeFileSync(new URL('./probe', import.meta.url), 'x')),
    await attempt('run', () => execFileSync('/bin/true')),
    await attempt('thread', () => new Worker('', { eval: true })),
    await attempt('dial', dial),
    `environment ${Object.keys(process.env).filter((name) => !name.startsWith('NODE_CHANNEL')).length}`,
  ].join('\n')
}
