import { EvaluateRequest } from '@innohire/contract'
import { expect, it } from 'vitest'
import type { ApiError } from '../errors.ts'
import { parseInput } from './validate.ts'

const good = { job_description: 'Nurse', resumes: [{ text: 'Ward nurse' }] }
const refused = (body: unknown): ApiError => {
  try {
    parseInput(EvaluateRequest, body)
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
