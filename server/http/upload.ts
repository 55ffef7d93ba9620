import { createHash, type Hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import { limits } from '@innohire/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from '../errors.ts'
import { uploadPrefix } from './stale-uploads.ts'

/** A file of an upload, on disk until the request ends. */
export interface UploadedFile {
  name: string
  path: string
}

/** A multipart request: its text fields and its files, in the order in which they came. */
export interface Upload {
  fields: Record<string, unknown>
  files: UploadedFile[]
  /** SHA-256, hex, of all that was sent: the boundary, which differs each time, does not count. */
  digest: string
  /** Removes the files. */
  dispose(): Promise<void>
}

const filesField = 'resumes'
/** Fields whose text is JSON. */
const jsonFields = new Set(['options'])
const maxFiles = 1_000

export const isUpload = (request: FastifyRequest): boolean =>
  /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')

/** Lets routes that say so take multipart/form-data. */
export function acceptUploads(app: FastifyInstance): void {
  app.register(multipart, {
    limits: {
      fileSize: limits.file_bytes,
      files: maxFiles,
      fields: 16,
      fieldSize: limits.json_body_bytes,
      fieldNameSize: 100,
      parts: maxFiles + 16,
      headerPairs: 50,
    },
    throwFileSizeLimit: false,
  })
}

/** Streams the files of a request to a folder of their own. @throws ApiError for what is too large or misplaced */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (Number(request.headers['content-length']) > limits.upload_bytes) throw tooLarge()
  const folder = await mkdtemp(join(tmpdir(), uploadPrefix))
  const dispose = () => rm(folder, { recursive: true, force: true })
  try {
    return { ...(await readParts(request, folder)), dispose }
  } catch (error) {
    await dispose()
    throw error instanceof ApiError ? error : toUploadError(error)
  }
}

async function readParts(request: FastifyRequest, folder: string): Promise<Omit<Upload, 'dispose'>> {
  const digest = createHash('sha256')
  const fields: Record<string, unknown> = {}
  const files: UploadedFile[] = []
  let total = 0
  for await (const part of request.parts()) {
    digest.update(JSON.stringify([part.fieldname, part.type, part.type === 'file' ? part.filename : part.value]))
    if (part.type === 'field') {
      if (Object.hasOwn(fields, part.fieldname))
        throw new ApiError('invalid_parameter', { param: part.fieldname, message: `\`${part.fieldname}\` came twice.` })
      fields[part.fieldname] = fieldValue(part.fieldname, part.value)
      continue
    }
    if (part.fieldname !== filesField) throw misplaced(part.fieldname)
    const path = join(folder, String(files.length))
    await pipeline(
      part.file,
      counted(digest, (bytes) => {
        total += bytes
        if (total > limits.upload_bytes) throw tooLarge()
      }),
      createWriteStream(path, { mode: 0o600 }),
    )
    const param = `${filesField}[${files.length}]`
    if (part.file.truncated)
      throw new ApiError('file_too_large', { param, message: `${param} is over the limit of 10 MiB for one file.` })
    files.push({ name: part.filename, path })
  }
  return { fields, files, digest: digest.digest('hex') }
}

const counted = (digest: Hash, count: (bytes: number) => void) =>
  new Transform({
    transform(chunk: Buffer, _, done) {
      try {
        count(chunk.length)
        digest.update(chunk)
        done(null, chunk)
      } catch (error) {
        done(error as Error)
      }
    },
  })

function fieldValue(name: string, value: unknown): unknown {
  if (!jsonFields.has(name)) return value
  try {
    return JSON.parse(String(value))
  } catch {
    throw new ApiError('invalid_parameter', { param: name, message: `\`${name}\` must be JSON text.` })
  }
}

const tooLarge = () =>
  new ApiError('payload_too_large', { message: 'All files together are over the limit of 256 MiB. Send several jobs.' })

const misplaced = (field: string) =>
  new ApiError('unknown_parameter', {
    param: field.slice(0, 64),
    message: `Files are the parts named \`${filesField}\`; there is no file field of another name.`,
  })

/** Errors of the parser: a limit, or a body that is no multipart. */
function toUploadError(error: unknown): ApiError {
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_FILES_LIMIT')
    return new ApiError('plan_limit_exceeded', {
      param: filesField,
      message: `A call takes at most ${maxFiles} resumes on every plan. Send several smaller calls.`,
    })
  if (statusCode === 413)
    return new ApiError('payload_too_large', { message: 'The upload has too many or too large fields.' })
  return new ApiError('malformed_request', { message: 'The body is not valid multipart/form-data.', cause: error })
}
