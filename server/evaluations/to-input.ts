import { plans } from '@innohire/contract'
import type { EvaluationInput } from '@innohire/engine'
import type { Actor } from '../api-keys/actor.ts'
import { ApiError } from '../errors.ts'
import { binaryKind } from './binary-content.ts'
import type { TextRequest } from './read-files.ts'

/** What the engine is asked: the request with what it left out. `today` is YYYY-MM-DD. Throws ApiError 400 or 422. */
export function toInput(request: TextRequest, today: string): EvaluationInput {
  checkBinary(request)
  const ids = fillIds(request.resumes.map((resume) => resume.id))
  return {
    job_description: request.job_description,
    as_of: request.as_of ?? today,
    resumes: request.resumes.map(({ text, as_of, integrity_flags }, i) => ({
      id: ids[i]!,
      text,
      ...(as_of ? { as_of } : {}),
      ...(integrity_flags ? { integrity_flags } : {}),
    })),
    ...(request.options ? { options: request.options } : {}),
  }
}

/** @throws ApiError plan_limit_exceeded */
export function checkPlan({ workspace }: Actor, resumes: number) {
  const { name, resumes_per_call } = plans[workspace.plan]
  if (resumes_per_call === null || resumes <= resumes_per_call) return
  throw new ApiError('plan_limit_exceeded', {
    param: 'resumes',
    message: `${name} allows ${resumes_per_call} resumes per call; got ${resumes}.`,
  })
}

function checkBinary({ job_description, resumes }: TextRequest) {
  for (const [i, { text }] of resumes.entries()) {
    const kind = binaryKind(text)
    if (kind === undefined) continue
    throw new ApiError('resume_parse_failed', {
      param: `resumes[${i}].text`,
      message: `resumes[${i}].text holds ${kind}, not plain text. Send the text that the file contains.`,
    })
  }
  const kind = binaryKind(job_description)
  if (kind !== undefined)
    throw new ApiError('invalid_parameter', {
      param: 'job_description',
      message: `\`job_description\` holds ${kind}, not plain text. Send the text that the file contains.`,
    })
}

/** Every resume an id: its own, else `resume_<n>` by its place, or the next number that nobody has. */
function fillIds(given: readonly (string | undefined)[]): string[] {
  const taken = new Map<string, number>()
  for (const [i, id] of given.entries()) {
    if (id === undefined) continue
    const first = taken.get(id)
    if (first !== undefined)
      throw new ApiError('invalid_parameter', {
        param: `resumes[${i}].id`,
        message: `resumes[${i}] has the same id as resumes[${first}]. Ids must differ, or be left out.`,
      })
    taken.set(id, i)
  }
  return given.map((id, i) => {
    if (id !== undefined) return id
    let n = i + 1
    while (taken.has(`resume_${n}`)) n += given.length
    taken.set(`resume_${n}`, i)
    return `resume_${n}`
  })
}
