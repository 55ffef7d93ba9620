import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SurfaceRule } from '../types.ts'
import type { Kind, LexiconBuilder } from './builder.ts'

const folder = join(import.meta.dirname, '..', 'aliases')

const split = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

interface Entry {
  name: string
  kind: Kind
  aliases: string[]
  implies: string[]
  impliedBy: string[]
}

/** Parses `name = alias, alias > what it implies < what implies it`; a `[kind]` line sets the kind of what follows. */
export function parseEntries(text: string): Entry[] {
  const entries: Entry[] = []
  let kind: Kind = 'knowledge'
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('[')) {
      kind = line.slice(1, -1) as Kind
      continue
    }
    const [, name, aliases = '', implies = '', impliedBy = ''] =
      /^([^=<>]+?)(?: = ([^<>]*?))?(?: > ([^<>]*))?(?: < ([^<>]*))?$/.exec(line) ?? []
    if (name === undefined) throw new Error(`Not an alias line: ${line}`)
    entries.push({ name, kind, aliases: split(aliases), implies: split(implies), impliedBy: split(impliedBy) })
  }
  return entries
}

/** Adds every hand-written concept and returns the implications between them by name, narrow first. */
export function addHandWritten(builder: LexiconBuilder): [string, string][] {
  const files = ['technology.txt', 'credentials.txt', 'knowledge.txt']
  const entries = files.flatMap((file) => parseEntries(readFileSync(join(folder, file), 'utf8')))
  // Names first, so that no alias takes another entry's name.
  for (const { name, kind } of entries) builder.add(name, kind, 'hand')
  for (const { name, kind, aliases } of entries) builder.add(name, kind, 'hand', aliases)
  return entries.flatMap(({ name, implies, impliedBy }) => [
    ...implies.map((broad): [string, string] => [name, broad]),
    ...impliedBy.map((narrow): [string, string] => [narrow, name]),
  ])
}

/** Reads aliases/suites.txt: pairs of a suite and one of its parts, by name. */
export const readSuites = (): [string, string][] =>
  readFileSync(join(folder, 'suites.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [suite, parts] = line.split(': ') as [string, string]
      return split(parts).map((part): [string, string] => [suite, part])
    })

/** Reads aliases/ambiguous.txt: `spelling level -next words -prev words +next words +prev words`. */
export function readRules(): Record<string, SurfaceRule> {
  const rules: Record<string, SurfaceRule> = {}
  const lists = { '-next': 'not_next', '-prev': 'not_prev', '+next': 'next', '+prev': 'prev' } as const
  for (const line of readFileSync(join(folder, 'ambiguous.txt'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [spelling, level, ...rest] = line.split(' ')
    const rule: SurfaceRule = { level: Number(level) as SurfaceRule['level'] }
    let list: string[] = []
    for (const word of rest) {
      if (Object.hasOwn(lists, word)) {
        list = []
        rule[lists[word as keyof typeof lists]] = list
      } else list.push(word)
    }
    rules[spelling!] = rule
  }
  return rules
}

/** The alias files, for the version stamp. */
export const aliasFiles = (): string[] =>
  globSync('*.txt', { cwd: folder })
    .sort()
    .map((f) => join(folder, f))
