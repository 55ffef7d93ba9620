import { globSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = import.meta.dirname

/** Which rooms a room may import; everything else is a wrong arrow. */
const mayImport: Record<string, string[]> = {
  contract: [],
  engine: [],
  embedder: [],
  reader: [],
  server: ['contract', 'engine', 'embedder', 'reader'],
  cli: ['contract', 'engine', 'embedder', 'reader', 'server/admin'],
  docs: ['engine', 'embedder'],
  bench: ['contract', 'engine', 'embedder', 'reader', 'server'],
}
/** Packages that would give the pure rooms a clock, files, a network or a database. */
const forbiddenInPureRooms =
  /^(node:(fs|net|http|https|http2|child_process|worker_threads|dns|tls|os|process|timers)|fastify|pg|undici|drizzle-orm)/

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map((m) => m[1]!)

describe.each(Object.keys(mayImport))('room %s', (room) => {
  const files = globSync(`${room}/**/*.ts`, { cwd: root }).filter((f) => !f.includes('node_modules'))

  it('imports only the rooms below it', () => {
    const wrong: string[] = []
    for (const file of files) {
      for (const specifier of importsOf(resolve(root, file))) {
        const target = specifier.startsWith('.')
          ? relative(root, resolve(root, dirname(file), specifier))
              .split(sep)
              .join('/')
          : specifier.startsWith('@innohire/')
            ? specifier.slice('@innohire/'.length)
            : undefined
        if (target === undefined) continue
        const isOwn = target === room || target.startsWith(`${room}/`)
        // The lexicon's build script runs on a developer's machine, never in the product; it needs vectors of names.
        if (/^engine\/lexicon\/build/.test(file) && target === 'embedder') continue
        const isAllowed = mayImport[room]!.some((allowed) => target === allowed || target.startsWith(`${allowed}/`))
        if (!isOwn && !isAllowed) wrong.push(`${file} imports ${specifier}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it.runIf(room === 'engine')('is pure: no files, network, clock, environment or randomness', () => {
    const wrong: string[] = []
    for (const file of files.filter((f) => !/\.test\.ts$|^engine\/lexicon\/(build|load)/.test(f))) {
      const source = readFileSync(resolve(root, file), 'utf8')
      for (const specifier of importsOf(resolve(root, file)))
        if (forbiddenInPureRooms.test(specifier)) wrong.push(`${file} imports ${specifier}`)
      if (/\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\bprocess\.env\b|\bperformance\.now\(/.test(source))
        wrong.push(`${file} reads a clock, the environment or chance`)
    }
    expect(wrong).toEqual([])
  })
})
