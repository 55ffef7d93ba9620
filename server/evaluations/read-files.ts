import type { EvaluateRequest } from '@innohire/contract'
import type { EvaluationInput, EvaluationResult, IntegrityFlag } from '@innohire/engine'
import { ReadError } from '@innohire/reader'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'

type Resume = EvaluateRequest['resumes'][number]

/** A request in which every resume is text: its own, or that of its file. */
export interface TextRequest extends Omit<EvaluateRequest, 'resumes'> {
  resumes: (Omit<Resume, 'text' | 'file'> & {
    text: string
    integrity_flags?: IntegrityFlag[]
    warnings?: { code: string; message: string }[]
  })[]
}

/** Reads the files of a request. @throws ApiError 422 that names the first `resumes[i].file` that cannot be read */
export async function readFiles(ctx: Context, request: EvaluateRequest): Promise<TextRequest> {
  // One bad file ends the request: the others need not be read any more.
  const end = new AbortController()
  const signal = AbortSignal.any([ctx.signal, end.signal])
  try {
    const resumes = await Promise.all(request.resumes.map((resume, i) => readResume(ctx, resume, i, signal)))
    return { ...request, resumes }
  } finally {
    end.abort()
  }
}

async function readResume(ctx: Context, resume: Resume, i: number, signal: AbortSignal) {
  const { text, file, ...rest } = resume
  if (file === undefined) return { ...rest, text: text! }
  try {
    const document = await ctx.reader.read(Buffer.from(file.content_base64, 'base64'), { signal })
    return { ...rest, text: document.text, integrity_flags: document.integrity_flags, warnings: document.warnings }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    const param = `resumes[${i}].file`
    throw new ApiError(error.code, { param, message: `${param}: ${error.message}` })
  }
}

/** Puts what the reader had to say of a file with its candidate. */
export function addReadWarnings(
  { resumes }: TextRequest,
  input: EvaluationInput,
  result: EvaluationResult,
): EvaluationResult {
  const warnings = new Map(input.resumes.map(({ id }, i) => [id, resumes[i]!.warnings ?? []]))
  const candidates = result.candidates.map((candidate) => ({
    ...candidate,
    warnings: [...warnings.get(candidate.id)!, ...candidate.warnings],
  }))
  return { ...result, candidates }
}
