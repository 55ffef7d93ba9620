import { type ErrorCode, limits } from '@innohire/contract'
import type { z } from 'zod'
import { ApiError } from '../errors.ts'
import { acceptedText } from './accepted.ts'

interface Fault {
  param: string
  code: ErrorCode
  message: string
}

const faultsShown = 20
const nameCharactersShown = 64
/** Arrays are read in slices, so that a million wrong elements do not become a million error objects. */
const sliceLength = 100

/** The value as the schema reads it. Throws ApiError 400 that names every field at fault, never its content. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  checkSlices(schema, value)
  const parsed = schema.safeParse(value, { error: acceptedText })
  if (parsed.success) return parsed.data
  throw invalid(faultsOf(parsed.error.issues, value, 0))
}

function checkSlices(schema: z.ZodType, value: unknown) {
  if (typeof value !== 'object' || value === null) return
  for (const [name, items] of Object.entries(value)) {
    if (!Array.isArray(items)) continue
    if (items.length > limits.list_items) throw tooMany(name)
    for (let at = 0; items.length > sliceLength && at < items.length; at += sliceLength) {
      const slice = { ...value, [name]: items.slice(at, at + sliceLength) }
      const issues = schema
        .safeParse(slice, { error: acceptedText })
        .error?.issues.filter((issue) => issue.path[0] === name)
      if (issues && issues.length > 0) throw invalid(faultsOf(issues, slice, at))
    }
  }
}

function tooMany(name: string): ApiError {
  const param = pathText([name], 0)
  const message = `\`${param}\` has more than ${limits.list_items} items. Send several smaller calls.`
  return new ApiError('invalid_parameter', { param, message })
}

function invalid(faults: Fault[]): ApiError {
  const [first] = faults
  return new ApiError(first!.code, {
    message: first!.message,
    ...(first!.param ? { param: first!.param } : {}),
    ...(faults.length > 1 ? { details: faults } : {}),
  })
}

function faultsOf(issues: readonly z.core.$ZodIssue[], value: unknown, offset: number): Fault[] {
  const faults: Fault[] = []
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys.slice(0, faultsShown)) faults.push(unknownField([...issue.path, key], offset))
    else faults.push(fault(issue, value, offset))
    if (faults.length >= faultsShown) break
  }
  return faults.slice(0, faultsShown)
}

function unknownField(path: PropertyKey[], offset: number): Fault {
  const param = pathText(path, offset)
  return { param, code: 'unknown_parameter', message: `There is no field \`${param}\`. Check its spelling.` }
}

function fault(issue: z.core.$ZodIssue, value: unknown, offset: number): Fault {
  const param = pathText(issue.path, offset)
  if (param === '') return { param, code: 'invalid_parameter', message: 'The body must be one JSON object.' }
  if (valueAt(value, issue.path) === undefined)
    return { param, code: 'missing_parameter', message: `\`${param}\` is required.` }
  return { param, code: 'invalid_parameter', message: `\`${param}\`: ${issue.message}` }
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  let at = value
  for (const step of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step]
  return at
}

/** `resumes[3].text`. Field names are the caller's text too: long or odd ones are cut and quoted. */
function pathText(path: readonly PropertyKey[], offset: number): string {
  let text = ''
  for (const [depth, step] of path.entries()) {
    if (typeof step === 'number') text += `[${depth === 1 ? step + offset : step}]`
    else if (/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(String(step))) text += text === '' ? String(step) : `.${String(step)}`
    else text += `[${JSON.stringify(String(step).slice(0, nameCharactersShown))}]`
  }
  return text
}
