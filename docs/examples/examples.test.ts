import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blockedTopicsIn } from '../../engine/writer/lint.ts'

const jobs = readdirSync(import.meta.dirname, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))
const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

describe.each(jobs)('the page of %s', (job) => {
  it('exists beside its job description and three resumes', () => {
    expect(existsSync(join(import.meta.dirname, `${job}.md`))).toBe(true)
    expect(readdirSync(join(import.meta.dirname, job)).sort()).toEqual(
      ['job-description.txt', 'middle.txt', 'strong.txt', 'weak.txt'].sort(),
    )
  })

  it('quotes nothing that the resumes or the job description do not say', () => {
    const texts = ['job-description', 'strong', 'middle', 'weak'].map((name) => read(`${job}/${name}.txt`)).join('\n')
    const said = texts.replace(/\s+/g, ' ')
    const quotes = [...read(`${job}.md`).matchAll(/“([^”]{1,300})”/g)].map((m) => m[1]!.replace(/\s+/g, ' '))
    expect(quotes.length).toBeGreaterThan(10)
    expect(quotes.filter((quote) => !said.includes(quote) && quote !== 'the resume names no job title')).toEqual([])
  })

  it('holds nothing unlawful', () => {
    expect(blockedTopicsIn(read(`${job}.md`))).toEqual([])
  })
})
