import { AnalyzeTranscriptResponse } from '@innohire/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { forEachDatabase } from '../testing/databases.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

const transcript =
  'Interviewer: Tell me about a time you fixed something under pressure. Candidate: Our payments stopped on a Friday. I was responsible for the gateway. I read the logs, found an expired certificate and I replaced it. Payments were back within 40 minutes and I added an alert. Interviewer: Thank you.'

forEachDatabase('POST /v1/analyze-transcript', (open) => {
  let test: TestApp
  let key: string
  const analyze = (payload: object, headers: Record<string, string> = {}) =>
    test.app.inject({
      method: 'POST',
      url: '/v1/analyze-transcript',
      headers: { authorization: `Bearer ${key}`, ...headers },
      payload,
    })
  beforeAll(async () => {
    test = await openTestApp(await open())
    key = await test.newKey('pro')
  })
  afterAll(() => test.close())

  it('analyses a transcript of one paragraph, every field of the reference with it', async () => {
    const reply = await analyze({ transcript, interview_type: 'behavioural' })
    expect(reply.statusCode).toBe(200)
    const body = AnalyzeTranscriptResponse.parse(reply.json())
    expect(body.star_completeness_avg).toBeGreaterThan(2)
    const points = [...transcript]
    for (const { quote, start, end } of body.answers.flatMap((answer) => answer.replies))
      expect(points.slice(start, end).join('')).toBe(quote)
  })

  it('lets a call ask for the language model and says that none is set up', async () => {
    const plain = (await analyze({ transcript })).json()
    const asked = (await analyze({ transcript, options: { writer: 'llm' } })).json()
    expect(asked.warnings.map((w: { code: string }) => w.code)).toContain('llm_not_configured')
    expect({ ...asked, warnings: [] }).toEqual({ ...plain, warnings: [] })
  })

  it('says what to do when nobody answers', async () => {
    const reply = await analyze({ transcript: '...' })
    expect(reply.statusCode).toBe(400)
    expect(reply.json().error).toMatchObject({ code: 'invalid_parameter', param: 'transcript' })
  })

  it.each([
    [{}, 'missing_parameter', 'transcript'],
    [{ transcript: '  ' }, 'invalid_parameter', 'transcript'],
    [{ transcript: 7 }, 'invalid_parameter', 'transcript'],
    [{ transcript: 'x', interview_type: 'casual' }, 'invalid_parameter', 'interview_type'],
    [{ transcript: 'x', options: { writer: 'me' } }, 'invalid_parameter', 'options.writer'],
    [{ transcript: '%PDF-1.7 ...' }, 'invalid_parameter', 'transcript'],
    [{ transcript: 'x', job_desription: 'y' }, 'unknown_parameter', 'job_desription'],
  ])('%j is refused as %s of %s', async (payload, code, param) => {
    const reply = await analyze(payload)
    expect(reply.statusCode).toBe(400)
    expect(reply.json().error).toMatchObject({ code, param })
  })

  it('answers a repeat under the same Idempotency-Key with the same bytes', async () => {
    const first = await analyze({ transcript }, { 'idempotency-key': 'once' })
    const second = await analyze({ transcript }, { 'idempotency-key': 'once' })
    expect(second.body).toBe(first.body)
    expect(second.headers['idempotent-replayed']).toBe('true')
  })

  it('reads no more than 200,000 characters, and says so', async () => {
    const reply = await analyze({ transcript: `${transcript} ${'word '.repeat(50_000)}` })
    expect(reply.json().warnings.map((w: { code: string }) => w.code)).toContain('transcript_truncated')
  })
})
