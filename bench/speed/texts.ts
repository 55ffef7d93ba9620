import { readFileSync } from 'node:fs'

/** Small seeded generator (mulberry32): the same seed gives the same texts on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const concepts = JSON.parse(readFileSync(new URL('../../engine/lexicon/data/concepts.json', import.meta.url), 'utf8'))
  .concepts as [string, ...unknown[]][]
/** The best known names come first in the lexicon. */
const skills = concepts.slice(0, 1_500).map(([name]) => name)

const lines = [
  (a: string, b: string, n: number) => `- Built and ran ${a} services used by ${n} people, with ${b} underneath`,
  (a: string, b: string, n: number) =>
    `- Cut the time of the monthly ${a} report by ${n} percent through better use of ${b}`,
  (a: string, b: string, n: number) =>
    `- Trained ${n} colleagues in ${a} and wrote the guide to ${b} that the team still uses`,
  (a: string, b: string, n: number) => `- Responsible for ${a} in ${n} projects, together with specialists of ${b}`,
  (a: string, b: string, n: number) => `- Moved ${n} customers from an older system to ${a} without losing ${b} data`,
  (a: string, b: string, n: number) => `- Planned and reviewed work in ${a} and ${b} for a group of ${n}`,
]
const months = ['January', 'March', 'April', 'June', 'September', 'November']
const titles = ['Engineer', 'Consultant', 'Analyst', 'Team Lead', 'Specialist', 'Developer']

/** An invented resume of about 700 words. */
export function inventedResume(random: () => number): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const parts = ['Invented Person', 'person@example.com', '', 'EXPERIENCE']
  for (let role = 0, year = 2026; role < 5; role++) {
    const from = year - 1 - Math.floor(random() * 3)
    const end = role === 0 ? 'Present' : `${pick(months)} ${year}`
    parts.push('', `${pick(skills)} ${pick(titles)}, Example Company ${role + 1}`, `${pick(months)} ${from} - ${end}`)
    for (let i = 0; i < 7; i++) parts.push(pick(lines)(pick(skills), pick(skills), 2 + Math.floor(random() * 90)))
    year = from
  }
  parts.push('', 'SKILLS', Array.from({ length: 40 }, () => pick(skills)).join(', '))
  return parts.join('\n')
}

/** An invented job description of about 200 words. */
export function inventedJob(random: () => number): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const asks = Array.from(
    { length: 8 },
    (_, i) => `- ${i % 3 === 0 ? 'At least 3 years of experience with' : 'Good knowledge of'} ${pick(skills)}`,
  )
  const duties = Array.from({ length: 8 }, () =>
    pick(lines)(pick(skills), pick(skills), 5).replace(/^- \w+/, '- You will work on and improve'),
  )
  const nice = Array.from({ length: 3 }, () => `- ${pick(skills)}`)
  return [
    `${pick(skills)} ${pick(titles)}`,
    '',
    'Your work',
    ...duties,
    '',
    'Requirements',
    ...asks,
    '',
    'Nice to have',
    ...nice,
  ].join('\n')
}
