import { CreateApiKeyRequest, EvaluateRequest, PageQuery } from '@innohire/contract'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import type { ApiError } from '../errors.ts'
import { parseInput } from './validate.ts'

const good = { job_description: 'Nurse', resumes: [{ text: 'Ward nurse' }] }
const refused = (body: unknown, schema: z.ZodType = EvaluateRequest): ApiError => {
  try {
    parseInput(schema, body)
  } catch (error) {
    return error as ApiError
  }
  throw new Error('was accepted')
}

it.each([
  ['no body', {}, 'missing_parameter', 'job_description'],
  ['no resumes', { job_description: 'Nurse' }, 'missing_parameter', 'resumes'],
  ['empty job description', { ...good, job_description: ' \n' }, 'invalid_parameter', 'job_description'],
  ['empty resumes', { ...good, resumes: [] }, 'invalid_parameter', 'resumes'],
  ['resume without text', { ...good, resumes: [{ id: 'a' }] }, 'missing_parameter', 'resumes[0].text'],
  ['resume with empty text', { ...good, resumes: [{ text: '' }] }, 'invalid_parameter', 'resumes[0].text'],
  ['resume that is null', { ...good, resumes: [null] }, 'invalid_parameter', 'resumes[0]'],
  ['text that is a number', { ...good, resumes: [{ text: 7 }] }, 'invalid_parameter', 'resumes[0].text'],
  ['resumes that is an object', { ...good, resumes: {} }, 'invalid_parameter', 'resumes'],
  ['misspelt field', { ...good, resumes: [{ text: 'x', ide: '1' }] }, 'unknown_parameter', 'resumes[0].ide'],
  ['unknown top field', { ...good, resume_urls: [] }, 'unknown_parameter', 'resume_urls'],
  [
    '__proto__',
    JSON.parse('{"__proto__": {"a": 1}, "job_description": "x", "resumes": [{"text": "y"}]}'),
    'unknown_parameter',
    '__proto__',
  ],
  [
    'option that is a word',
    { ...good, options: { generate_questions: 'yes' } },
    'invalid_parameter',
    'options.generate_questions',
  ],
  ['day that does not exist', { ...good, as_of: '2026-02-30' }, 'invalid_parameter', 'as_of'],
  ['id that is a number', { ...good, resumes: [{ id: 5, text: 'x' }] }, 'invalid_parameter', 'resumes[0].id'],
  ['a list as body', [], 'invalid_parameter', null],
  ['a word as body', 'hello', 'invalid_parameter', null],
  ['null as body', null, 'invalid_parameter', null],
])('%s is refused and the field named', (_, body, code, param) => {
  expect(refused(body)).toMatchObject({ code, param, status: 400 })
})

it('several faults are all listed', () => {
  const error = refused({ job_descripton: 'x', resumes: [{ text: 1 }] })
  expect(error.details?.map((d) => [d.param, d.code])).toEqual([
    ['job_description', 'missing_parameter'],
    ['resumes[0].text', 'invalid_parameter'],
    ['job_descripton', 'unknown_parameter'],
  ])
})

it('a value is never repeated, and a long field name is cut', () => {
  const error = refused({ ...good, ['x'.repeat(5000)]: 1, as_of: 'my secret' })
  expect(JSON.stringify([error.message, error.param, error.details])).not.toContain('my secret')
  expect(JSON.stringify(error.details).length).toBeLessThan(1000)
})

it('half a million wrong elements are refused without looking at each', () => {
  expect(refused({ ...good, resumes: Array(500_000).fill(1) })).toMatchObject({
    code: 'invalid_parameter',
    param: 'resumes',
  })
  const many = refused({ ...good, resumes: Array(5_000).fill(1) })
  expect(many).toMatchObject({ param: 'resumes[0]' })
  expect(many.details).toHaveLength(20)
})

it('a fault deep in a long list is named by its own index', () => {
  const resumes: unknown[] = Array.from({ length: 950 }, () => ({ text: 'x' }))
  resumes[777] = { text: 'x', ide: 1 }
  expect(refused({ ...good, resumes })).toMatchObject({ code: 'unknown_parameter', param: 'resumes[777].ide' })
})

it.each([
  [{ ...good, job_description: 7 }, '`job_description`: Send text, not a number.'],
  [{ ...good, resumes: {} }, '`resumes`: Send a list, not an object.'],
  [{ ...good, resumes: [null] }, '`resumes[0]`: Send an object, not null.'],
  [{ ...good, options: [] }, '`options`: Send an object, not a list.'],
  [{ ...good, options: { generate_outreach: 'no' } }, '`options.generate_outreach`: Send true or false, not text.'],
  [{ ...good, options: { writer: 'me' } }, '`options.writer`: Send one of "builtin", "llm".'],
])('what would be accepted is said in words: %j', (body, message) => {
  expect(refused(body).message).toBe(message)
})

it.each(['0', '101', 'x', '1.5', ''])('a page of `%s` items is refused with the range', (limit) => {
  expect(refused({ limit }, PageQuery).message).toBe('`limit`: Send a whole number from 1 to 100.')
})

it.each([
  ['name', { name: 'a\u0000b' }],
  ['name', { name: 'a\nb' }],
  ['allowed_cidrs[0]', { name: 'a', allowed_cidrs: ['10.0.0.0/33'] }],
  ['expires_at', { name: 'a', expires_at: 'tomorrow' }],
])('a key with a wrong %s is refused in words of ours', (param, body) => {
  const error = refused(body, CreateApiKeyRequest)
  expect([error.code, error.param]).toEqual(['invalid_parameter', param])
  expect(error.message).not.toMatch(/invalid/i)
})
