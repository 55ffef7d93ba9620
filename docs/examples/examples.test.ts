import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blockedTopicsIn } from '../../engine/writer/lint.ts'
import { parseBoolean } from '../../engine/writer/testing.ts'

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

  it('has searches, questions and messages within their limits', () => {
    const page = read(`${job}.md`)
    const [boolean, xray] = [...page.matchAll(/```text\n(.+)\n```/g)].map(([, text]) => text!)
    const { groups, not } = parseBoolean(boolean!)
    expect(boolean!.length).toBeLessThanOrEqual(250)
    expect(groups.length).toBeGreaterThanOrEqual(2)
    expect(groups.length).toBeLessThanOrEqual(4)
    for (const names of groups) expect(names.length).toBeLessThanOrEqual(3)
    expect(not.length).toBeLessThanOrEqual(2)
    expect(xray!.split(/\s+/).length).toBeLessThanOrEqual(32)
    const messages = [...page.matchAll(/^> (.+)$/gm)].map(([, text]) => text!)
    expect(messages).toHaveLength(3)
    for (const message of messages) expect(message.length).toBeLessThanOrEqual(400)
    const [core, ...own] = page.split(/^## (?:Asked|The|Searches)/m).slice(1)
    const count = (section: string): number => section.match(/^- /gm)?.length ?? 0
    for (const section of own.slice(0, 3)) {
      expect(count(core!) + count(section)).toBeGreaterThanOrEqual(5)
      expect(count(core!) + count(section)).toBeLessThanOrEqual(8)
    }
  })

  it('holds nothing unlawful', () => {
    expect(blockedTopicsIn(read(`${job}.md`))).toEqual([])
  })
})
