import { isRankWord } from './normalise.ts'

/** Single words that name no work by themselves. */
const tooWide = new Set(
  'engineer manager specialist consultant analyst assistant associate coordinator director supervisor technician officer representative agent operator administrator clerk worker member partner head leader lead owner expert advisor executive professional instructor inspector trainer developer designer architect planner president aide helper coach artist scientist driver researcher writer intern student coordinator educator'.split(
    ' ',
  ),
)

/** What a field of work makes of its people: "Software Engineering Intern" is a software engineer in the making. */
const agents: Record<string, string> = {
  engineering: 'engineer',
  development: 'developer',
  programming: 'programmer',
  nursing: 'nurse',
  accounting: 'accountant',
  marketing: 'marketing specialist',
  qa: 'qa engineer',
  sale: 'sale representative',
  recruiting: 'recruiter',
  recruitment: 'recruiter',
  teaching: 'teacher',
  design: 'designer',
  analytics: 'analyst',
  science: 'scientist',
}

export interface FoundTitle<T> {
  value: T
  match: 'exact' | 'part'
}

/**
 * Looks a title up: whole, without rank words, then without words at its start or end, then with its field of work turned
 * into a person. Keys are words of `titleWords` joined by spaces.
 */
export function findTitle<T>(words: readonly string[], byKey: ReadonlyMap<string, T>): FoundTitle<T> | undefined {
  const lookUp = (part: readonly string[]): T | undefined =>
    part.length === 1 && tooWide.has(part[0]!) ? undefined : byKey.get(part.join(' '))
  const bare = words.filter((w) => !isRankWord(w))
  const whole = lookUp(words) ?? lookUp(bare)
  if (whole !== undefined) return { value: whole, match: 'exact' }
  for (let length = Math.min(bare.length - 1, 6); length >= 1; length--)
    // The end of an English title names the work, so it is tried before the start.
    for (const start of length === 1 ? [bare.length - 1] : [bare.length - length, 0]) {
      const value = lookUp(bare.slice(start, start + length))
      if (value !== undefined) return { value, match: 'part' }
    }
  const last = bare.at(-1)
  if (last === undefined || !Object.hasOwn(agents, last)) return undefined
  return findTitle([...bare.slice(0, -1), ...agents[last]!.split(' ')], byKey)
}
