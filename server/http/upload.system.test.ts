import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { beforeAll, expect, it } from 'vitest'
import { type BulkServer, type Caller, startBulkServer } from '../testing/bulk-server.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { startHttpsStore } from '../testing/https-store.ts'
import { smallPdf } from '../testing/pdf.ts'

forEachDatabase('uploads', (open) => {
  let server: BulkServer
  let caller: Caller
  /** Sends fields and files as a browser would. */
  const upload = async (
    fields: Record<string, string>,
    files: [string, Uint8Array | string][],
    headers: Record<string, string> = {},
    path = '/v1/bulk-screen',
  ) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    for (const [name, bytes] of files) form.append('resumes', new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
    const encoded = new Response(form)
    const type = encoded.headers.get('content-type')!
    return caller.call('POST', path, Buffer.from(await encoded.arrayBuffer()), { 'content-type': type, ...headers })
  }
  const job_description = 'Python developer'
  const foldersLeft = () => readdirSync(tmpdir()).filter((name) => name.startsWith('innohire-upload-'))

  beforeAll(async () => {
    const store = await startHttpsStore((_, response) => response.end())
    server = await startBulkServer(await open(), store)
    caller = await server.workspace()
    await server.work()
  }, 60_000)

  it('screens uploaded files, keeps none of them afterwards, and leaves nothing on disk', async () => {
    const before = foldersLeft()
    const files: [string, Uint8Array | string][] = [
      ['a.pdf', smallPdf('Python developer since 2015, score 80')],
      ['b.txt', 'Python developer since 2018, score 90'],
      ['c.pdf', '%PDF-1.7 broken'],
    ]
    const options = JSON.stringify({ generate_questions: false })
    const accepted = await upload({ job_description, as_of: '2026-01-01', options }, files)
    expect(accepted.status).toBe(202)
    const job = await caller.finished(accepted.json.job_id)
    expect(
      job.candidates.map(({ id, overall_score }: { id: string; overall_score: number }) => [id, overall_score]),
    ).toEqual([
      ['1', 90],
      ['0', 80],
    ])
    expect(job.failures).toEqual([expect.objectContaining({ id: '2', url: null, code: 'corrupt_file' })])
    const left = await server.deps.database.transaction((tx) => tx.execute('select from screening_files'))
    expect(left.rows).toEqual([])
    expect(foldersLeft()).toEqual(before)
  })

  it('the same upload with the same Idempotency-Key gives the same job, whatever the boundary', async () => {
    const headers = { 'idempotency-key': 'upload' }
    const first = await upload({ job_description }, [['a.txt', 'score 10']], headers)
    const again = await upload({ job_description }, [['a.txt', 'score 10']], headers)
    expect([again.status, again.json]).toEqual([202, first.json])
    expect((await upload({ job_description }, [['a.txt', 'score 11']], headers)).status).toBe(409)
    await caller.finished(first.json.job_id)
  })

  it('names what is wrong with an upload', async () => {
    const refused = async (reply: ReturnType<typeof upload>, status: number, code: string, param: string | null) => {
      const { status: got, json } = await reply
      expect([got, json.error.code, json.error.param]).toEqual([status, code, param])
    }
    const file: [string, string][] = [['a.txt', 'x']]
    await refused(upload({}, file), 400, 'missing_parameter', 'job_description')
    await refused(upload({ job_description }, []), 400, 'missing_parameter', 'resumes')
    await refused(upload({ job_description, jobs: 'x' }, file), 400, 'unknown_parameter', 'jobs')
    await refused(upload({ job_description, options: '{' }, file), 400, 'invalid_parameter', 'options')
    const big = Buffer.alloc(10 * 1024 * 1024 + 1)
    await refused(upload({ job_description }, [...file, ['big.pdf', big]]), 422, 'file_too_large', 'resumes[1]')
    const many = Array.from({ length: 1001 }, (_, at): [string, string] => [`${at}.txt`, 'x'])
    await refused(upload({ job_description }, many), 400, 'plan_limit_exceeded', 'resumes')
    await refused(upload({ job_description }, file, {}, '/v1/evaluate'), 415, 'unsupported_media_type', null)
    const broken = caller.call('POST', '/v1/bulk-screen', Buffer.from('nonsense'), {
      'content-type': 'multipart/form-data; boundary=x',
    })
    await refused(broken, 400, 'malformed_request', null)
  })

  it('evaluates a resume that comes as a file beside one that comes as text', async () => {
    const file = { name: 'cv.pdf', content_base64: Buffer.from(smallPdf('Python, score 77')).toString('base64') }
    const reply = await caller.call('POST', '/v1/evaluate', {
      job_description,
      resumes: [
        { id: 'file', file },
        { id: 'text', text: 'Python, score 60' },
      ],
    })
    expect(reply.status).toBe(200)
    expect(reply.json.candidates.map(({ id }: { id: string }) => id)).toEqual(['file', 'text'])
  })

  it('a file that cannot be read is a 422 that names its resume; text and file exclude each other', async () => {
    const base64 = (text: string) => ({ content_base64: Buffer.from(text).toString('base64') })
    const refused = async (resume: object, status: number, code: string, param: string) => {
      const reply = await caller.call('POST', '/v1/evaluate', { job_description, resumes: [{ text: 'fine' }, resume] })
      expect([reply.status, reply.json.error.code, reply.json.error.param]).toEqual([status, code, param])
    }
    await refused({ file: base64('%PDF-1.7 broken') }, 422, 'corrupt_file', 'resumes[1].file')
    await refused({ file: base64('') }, 422, 'empty_document', 'resumes[1].file')
    await refused({ file: base64('x'), text: 'y' }, 400, 'invalid_parameter', 'resumes[1].file')
    await refused({ file: { content_base64: '*' } }, 400, 'invalid_parameter', 'resumes[1].file.content_base64')
    await refused({ id: 'a' }, 400, 'missing_parameter', 'resumes[1].text')
  })
})
