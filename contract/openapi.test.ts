import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { errorCodes, errors } from './errors.ts'
import { openApiText } from './openapi-text.ts'
import { EvaluateRequest } from './schemas/evaluate.ts'
import { AnalyzeTranscriptRequest } from './schemas/transcript.ts'

it('the committed OpenAPI document is what the schemas say (npm run openapi writes it)', () => {
  expect(readFileSync(new URL('./openapi.json', import.meta.url), 'utf8')).toBe(openApiText())
})

it('every $ref of the document leads somewhere', () => {
  const document = JSON.parse(openApiText())
  const refs = [...openApiText().matchAll(/"\$ref": "#\/components\/schemas\/(\w+)"/g)].map((m) => m[1]!)
  expect(refs.length).toBeGreaterThan(5)
  for (const name of refs) expect(document.components.schemas).toHaveProperty(name)
})

it('the status of every error is one that the type allows', () => {
  const statuses: Record<string, number[]> = {
    invalid_request_error: [400, 405, 408, 413, 415],
    authentication_error: [401],
    permission_error: [403],
    not_found_error: [404],
    idempotency_error: [409],
    resume_error: [422],
    rate_limit_error: [429],
    api_error: [500, 503],
  }
  for (const code of errorCodes) expect(statuses[errors[code].type]).toContain(errors[code].status)
})

it('the requests of the public reference are accepted as written', () => {
  const evaluate = {
    job_description: 'Backend developer',
    resumes: [{ id: 'c1', text: 'Python' }, { text: 'Go' }],
    options: { generate_questions: true, generate_boolean_string: false, generate_outreach: true },
  }
  expect(EvaluateRequest.safeParse(evaluate).success).toBe(true)
  const transcript = { transcript: 'Interviewer: Hello. Candidate: Hi.', interview_type: 'behavioural' }
  expect(AnalyzeTranscriptRequest.safeParse(transcript).success).toBe(true)
})

it('a misspelt field is refused and named', () => {
  const parsed = EvaluateRequest.safeParse({ job_description: 'x', resumes: [{ text: 'y', ide: '1' }] })
  expect(parsed.error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['ide'], path: ['resumes', 0] })
})
