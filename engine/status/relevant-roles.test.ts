import { beforeAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../index.ts'
import { loadLexicon } from '../lexicon/load.ts'
import { wordHashEmbed } from '../testing/word-hash-embed.ts'

const job = `Registered Nurse

Requirements
- Registered nurse license
- Patient assessment and medication administration
- Two years of bedside care in a hospital
`
const barista = `Barista, Corner Coffee, 01/2011 - 12/2015
Prepared drinks and served guests.
`
const nurse = `Registered Nurse, Lakeside Hospital, 01/2016 - 12/2019
Patient assessment, medication administration and bedside care on a surgical floor of the hospital.
`
const resume = (...jobs: string[]): string => `Ada Moreno\nExperience\n${jobs.join('')}`
let engine: Engine
beforeAll(() => {
  engine = createEngine({ embed: wordHashEmbed, lexicon: loadLexicon() })
})
const years = async (text: string, asked = job): Promise<number | null> =>
  (await engine.evaluate({ job_description: asked, resumes: [{ id: 'a', text }], as_of: '2026-11-01' })).candidates[0]!
    .experience_years_relevant

describe('relevant years', () => {
  it('count a job of the same title and work', async () => {
    expect(await years(resume(nurse))).toBe(4)
  })

  it('are 0 for a career in another field, and null for a resume without dates', async () => {
    expect(await years(resume(barista))).toBe(0)
    expect(await years('Ada Moreno\nRegistered Nurse\nSkills\nPatient assessment, bedside care')).toBeNull()
  })

  it('count months of two relevant jobs at the same time once', async () => {
    const second = nurse.replace('Lakeside', 'Hillside').replace('01/2016', '01/2018')
    expect(await years(resume(nurse, second))).toBe(4)
  })

  it('are given for a job description without title or demands, too', async () => {
    expect(typeof (await years(resume(nurse), 'We look for help.'))).toBe('number')
  })
})
