import { z } from 'zod'
import { ErrorBody, type ErrorCode, errors } from './errors.ts'
import { errorCodesOf, type Operation } from './operations.ts'
import { Job } from './schemas/jobs.ts'

type Json = Record<string, unknown>

const schemaRef = (id: string): Json => ({ $ref: `#/components/schemas/${id}` })

/** JSON schemas of named zod schemas go to `components`, once each, whatever refers to them. */
class Components {
  readonly schemas: Record<string, Json> = {}

  /** The schema itself, whatever its name. */
  inline(schema: z.ZodType): Json {
    const {
      $schema: _,
      $defs,
      ...json
    } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) as Json & {
      $defs?: Record<string, Json>
    }
    for (const [name, definition] of Object.entries($defs ?? {})) this.#define(name, definition)
    return fixRefs(json)
  }

  add(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $schema: _,
      $defs,
      ...json
    } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as Json & {
      $defs?: Record<string, Json>
    }
    for (const [name, definition] of Object.entries($defs ?? {})) this.#define(name, definition)
    const id = schema.meta()?.id
    if (!id) return fixRefs(json)
    this.#define(id, json)
    return schemaRef(id)
  }

  #define(name: string, definition: Json) {
    const { id: _, $schema: __, ...rest } = definition
    this.schemas[name] ??= fixRefs(rest)
  }
}

function fixRefs(json: Json): Json {
  return JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json
}

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

function queryParameters(operation: Operation, components: Components): Json[] {
  if (!operation.query) return []
  const { properties, required = [] } = components.add(operation.query, 'input') as {
    properties: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

/** The fields of an upload and its files. */
function uploadSchema(fields: z.ZodObject, components: Components): Json {
  const resumes = {
    type: 'array',
    items: { type: 'string', format: 'binary' },
    minItems: 1,
    description: 'The files. A candidate has the zero-based position of its file as id.',
  }
  const { properties, required = [] } = components.inline(fields) as { properties: Json; required?: string[] }
  return { type: 'object', properties: { ...properties, resumes }, required: [...required, 'resumes'] }
}

const idempotencyHeader: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Repeats of the request with the same key answer with the stored result for 24 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

const example = (code: ErrorCode): Json => ({
  summary: errors[code].help,
  value: {
    error: {
      type: errors[code].type,
      code,
      message: errors[code].help,
      param: null,
      request_id: 'req_01JD3Q8Z6W0T9V1N5K7M2XABCD',
      doc_url: `https://localhost:8443/docs/errors#${code}`,
    },
  },
})

function errorResponses(operation: Operation): Json {
  const responses: Record<string, Json> = {}
  for (const code of errorCodesOf(operation)) {
    const { status } = errors[code]
    responses[status] ??= {
      description: '',
      content: { 'application/json': { schema: schemaRef('Error'), examples: {} } },
    }
    const response = responses[status] as {
      description: string
      content: { 'application/json': { examples: Record<string, Json> } }
    }
    response.description = [response.description, `\`${code}\``].filter(Boolean).join(', ')
    response.content['application/json'].examples[code] = example(code)
  }
  return responses
}

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})

/** What a receiver gets: the bytes that GET /v1/jobs/{job_id} answers, signed. */
const webhook = (components: Components): Json => ({
  post: {
    summary: 'A bulk screening has ended',
    description: 'Sent to `webhook_url`. Any 2xx within 15 seconds is success; else it is tried again over three days.',
    security: [],
    parameters: [
      header('webhook-id', 'The same for every try: `msg_...`.'),
      header('webhook-timestamp', 'Epoch seconds of this try.'),
      header('webhook-signature', 'Standard Webhooks: `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body`.'),
      header('X-InnoHire-Signature', '`t=...,v1=` and the hex HMAC-SHA256 of `timestamp.body` under the whole secret.'),
      header('X-InnoHire-Event', '`job.completed`, `job.failed` or `webhook.test`.'),
      header('X-InnoHire-Attempt', '1 for the first try.'),
    ],
    requestBody: { required: true, content: { 'application/json': { schema: components.add(Job, 'output') } } },
    responses: { '2XX': { description: 'Received.' } },
  },
})

/** The OpenAPI 3.1 document of these operations. Pure: the same operations give the same document. */
export function buildOpenApi(operations: readonly Operation[], version: string): Json {
  const components = new Components()
  components.add(ErrorBody, 'output')
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    const { success } = operation
    const parameters = [
      ...pathParameters(operation.path),
      ...queryParameters(operation, components),
      ...(operation.isIdempotent ? [idempotencyHeader] : []),
    ]
    const requestBody = operation.request && {
      required: true,
      content: {
        'application/json': { schema: components.add(operation.request, 'input') },
        ...(operation.upload ? { 'multipart/form-data': { schema: uploadSchema(operation.upload, components) } } : {}),
      },
    }
    const content = success.schema
      ? { 'application/json': { schema: components.add(success.schema, 'output') } }
      : success.media_type && { [success.media_type]: { schema: { type: 'string' } } }
    paths[operation.path] ??= {}
    paths[operation.path]![operation.method.toLowerCase()] = {
      operationId: operation.id,
      summary: operation.summary,
      ...(operation.description ? { description: operation.description } : {}),
      tags: [operation.tag],
      'x-required-scope': operation.scope,
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(requestBody ? { requestBody } : {}),
      responses: {
        [success.status]: { description: success.description, ...(content ? { content } : {}) },
        ...errorResponses(operation),
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'InnoHire API',
      version,
      description: 'Self-hosted recruitment engine: resumes and a job description in, a defensible ranking out.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ api_key: [] }],
    paths,
    webhooks: { jobFinished: webhook(components) },
    components: {
      schemas: Object.fromEntries(Object.entries(components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        api_key: { type: 'http', scheme: 'bearer', bearerFormat: 'ih_live_...', description: 'An API key.' },
      },
    },
  }
}
