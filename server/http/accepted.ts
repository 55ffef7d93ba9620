import type { z } from 'zod'

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

/** What would be accepted, in one sentence, where the schema has none of its own; never the value that was sent. */
export function acceptedText(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return `Send ${kindName(issue.expected)}, not ${kindOf(issue.input)}.`
  if (issue.code === 'invalid_value')
    return `Send one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`
  if (issue.code === 'too_small') return `Send ${amount(issue.origin, 'at least', Number(issue.minimum))}.`
  if (issue.code === 'too_big') return `Send ${amount(issue.origin, 'at most', Number(issue.maximum))}.`
  return undefined
}

const kindName = (kind: string): string => kinds[kind] ?? kind

function kindOf(input: unknown): string {
  if (input === null) return 'null'
  if (Array.isArray(input)) return 'a list'
  return kindName(typeof input)
}

function amount(origin: string, bound: string, count: number): string {
  if (origin === 'string') return `${bound} ${count} ${count === 1 ? 'character' : 'characters'}`
  if (origin === 'array') return `${bound} ${count} ${count === 1 ? 'item' : 'items'}`
  return `a number of ${bound} ${count}`
}
