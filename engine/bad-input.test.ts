import { beforeAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from './index.ts'
import { loadLexicon } from './lexicon/load.ts'
import { wordHashEmbed } from './testing/word-hash-embed.ts'

const job = 'Nurse\n\nYou must have\n- RN license\n- 2 years of acute care\n- Wound care'
let engine: Engine
beforeAll(() => {
  engine = createEngine({ embed: wordHashEmbed, lexicon: loadLexicon() })
})
const run = async (text: string, job_description = job) =>
  engine.evaluate({ job_description, resumes: [{ id: 'a', text }], as_of: '2026-11-01' })

describe('bad input gives a result and says what was wrong', () => {
  it.each([
    ['blanks', '   \n\t '],
    ['one character, 200 kB', 'a'.repeat(200_000)],
    ['NUL bytes and half a surrogate pair', 'Nurse\u0000 with \ud800 wound care'],
    [
      'right-to-left text',
      '\u05d0\u05d7\u05d5\u05ea \u05de\u05d5\u05e1\u05de\u05db\u05ea \u05e2\u05dd \u05e0\u05d9\u05e1\u05d9\u05d5\u05df',
    ],
    ['Chinese text', '\u62a4\u58eb\uff0c\u4e94\u5e74\u7ecf\u9a8c\uff0c\u4f24\u53e3\u62a4\u7406'],
    ['HTML', '<html><body><h1>Nurse</h1><p>Wound care for 40 patients</p></body></html>'],
  ])('%s', async (_, text) => {
    const { candidates } = await run(text)
    expect(candidates[0]!.overall_score).toBeGreaterThanOrEqual(0)
    expect(candidates[0]!.overall_score).toBeLessThanOrEqual(100)
  })

  it('a resume in another language is warned of, and its silence is no gap', async () => {
    const german =
      'Krankenpflegerin mit langj\u00e4hriger Erfahrung in der Versorgung von Patienten. Ich habe auf verschiedenen Stationen gearbeitet und neue Kolleginnen eingearbeitet.'
    const { candidates } = await run(german)
    expect(candidates[0]!.warnings.map((w) => w.code)).toContain('language_not_english')
    expect(candidates[0]!.requirement_results.every((r) => r.status !== 'missing')).toBe(true)
    expect(candidates[0]!.confidence).toBe('low')
  })

  it('a job description that is cut off at 200,000 characters says so', async () => {
    const { warnings } = await run('Nurse', `${job}\n${'- wound care\n'.repeat(20_000)}`)
    expect(warnings.map((w) => w.code)).toContain('text_truncated')
  })
})
