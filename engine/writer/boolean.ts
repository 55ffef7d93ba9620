import type { JobFacts } from './types.ts'

/** Limits that recruiters' search fields take without loss: our choice, as no official ones are published. */
const MAX_LENGTH = 250
const MAX_GROUPS = 4
const MAX_NAMES = 3

/** A search string: titles and up to three of the demanded skills with their other names, AND between, OR within. */
export function writeBoolean(job: JobFacts): string {
  const groups: string[][] = []
  if (job.title) groups.push(distinct([coreTitle(job.title), ...job.titleAliases]))
  const skills = job.requirements.filter(
    (r) => (r.type === 'skill' || r.type === 'credential') && r.text.split(' ').length <= 4,
  )
  for (const requirement of [...skills.filter((r) => r.kind === 'must'), ...skills.filter((r) => r.kind === 'nice')]) {
    const names = requirement.any_of ?? [requirement.text, ...(job.aliases[requirement.id] ?? [])]
    groups.push(distinct(names))
  }
  if (groups.length < 2)
    for (const r of job.requirements.filter((x) => x.type === 'experience' || x.type === 'other')) {
      const words = r.text.replace(/^[\d.]+\+ (?:years|months) (?:of )?/, '')
      if (words.split(' ').length <= 4) groups.push([words])
    }
  let out = ''
  for (const names of groups.slice(0, MAX_GROUPS)) {
    const part = group(names)
    const next = out === '' ? part : `${out} AND ${part}`
    if (next.length <= MAX_LENGTH) out = next
  }
  return out
}

const coreTitle = (title: string): string =>
  title
    .split(/ [-\u2013|] |,|\(|\//)[0]!
    .replace(/^(?:senior|junior|sr\.?|jr\.?|lead|principal)\s+/i, '')
    .trim()

const distinct = (names: readonly string[]): string[] => {
  const seen = new Set<string>()
  return names
    .map((n) => n.replace(/["()]/g, '').trim())
    .filter((n) => n.length > 0 && !seen.has(n.toLowerCase()) && seen.add(n.toLowerCase()))
    .slice(0, MAX_NAMES)
}

const group = (names: readonly string[]): string =>
  names.length === 1 ? `"${names[0]}"` : `(${names.map((n) => `"${n}"`).join(' OR ')})`
