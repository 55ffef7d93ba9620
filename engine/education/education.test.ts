import { describe, expect, it } from 'vitest'
import { parseResume } from '../resume/parse-resume.ts'

const parse = (text: string) => parseResume(text, { as_of: '2026-11-24' })
const degrees = (line: string) =>
  parse(`Education\n${line}`).education.map(({ level, field, is_unfinished }) => [level, field, is_unfinished])

describe('findEducation', () => {
  it.each([
    ['Bachelor of Science in Nursing, Example University, 2014', [['bachelor', 'Nursing', false]]],
    ['B.Sc. Computer Science, 2010 - 2013', [['bachelor', 'Computer Science', false]]],
    ["Bachelor's degree : Accounting , 1993", [['bachelor', 'Accounting', false]]],
    ['B.Tech in Mechanical Engineering', [['bachelor', 'Mechanical Engineering', false]]],
    ['B.E. Electronics, 2008', [['bachelor', 'Electronics', false]]],
    ['Bachelor of Engineering : Computer Science', [['bachelor', 'Computer Science', false]]],
    ['MBA, Example Business School, 2019', [['master', 'Business Administration', false]]],
    ['Bachelor of Education, Example College, 2010', [['bachelor', 'Education', false]]],
    ['Master of Education, Example', [['master', 'Education', false]]],
    ['B.Ed. (Hons), 2012', [['bachelor', 'Education', false]]],
    ['Bachelor of Secondary Education', [['bachelor', 'Secondary Education', false]]],
    ['Bachelor of Business Administration, Marketing', [['bachelor', 'Marketing', false]]],
    ['Bachelor of Science Computer Science and Mathematics', [['bachelor', 'Computer Science and Mathematics', false]]],
    ['Bachelor of Science EXAMPLE VALLEY COLLEGE', [['bachelor', undefined, false]]],
    ['Bachelor of Arts & Science : Criminal Justice', [['bachelor', 'Criminal Justice', false]]],
    ['Master of Business Administration (M.B.A) : Finance', [['master', 'Finance', false]]],
    ['Juris Doctor Example State University', [['doctorate', 'Law', false]]],
    ['MSW, Example', [['master', 'Social Work', false]]],
    ['LLB, Example University', [['bachelor', 'Law', false]]],
    ['BSc (Hons) in Biochemistry', [['bachelor', 'Biochemistry', false]]],
    ['bachelor of science in civil engineering', [['bachelor', 'civil engineering', false]]],
    ['Bachelor of Science: Hospitality management', [['bachelor', 'Hospitality management', false]]],
    ['Master of Arts : Journalism University of Example', [['master', 'Journalism', false]]],
    ['Ph.D. in Physics', [['doctorate', 'Physics', false]]],
    ['Associate of Applied Science : Paralegal Studies', [['associate', 'Paralegal Studies', false]]],
    ['High School Diploma, 2010', [['high_school', undefined, false]]],
    ['GED', [['high_school', undefined, false]]],
    ['Diplom-Informatiker, Hochschule Beispiel', [['master', undefined, false]]],
    ['Licence en Droit, Université Exemple', [['bachelor', 'Droit', false]]],
    ['Bachelor of Science in Biology, expected 2027', [['bachelor', 'Biology', true]]],
    ['Coursework toward Bachelor of Arts in History', [['bachelor', 'History', true]]],
    ['Master of Science in Statistics, 2024 - Present', [['master', 'Statistics', true]]],
  ])('reads %j', (line, expected) => {
    expect(degrees(line)).toEqual(expected)
  })

  it('takes no words of work for a degree', () => {
    const text =
      'Experience\nScrum Master\n2019 - 2021\nWorked with the Directors and Associates of the firm.\nTaught a master class.'
    expect(parse(text).education).toEqual([])
  })
})

describe('findCredentials', () => {
  it.each([
    ['Registered nurse (RN), State of Example', ['RN']],
    ['Certified Public Accountant', ['Certified Public Accountant']],
    ['AWS Certified Solutions Architect', ['AWS Certified Solutions Architect']],
    ['OSHA 30 and HACCP', ['OSHA 30', 'HACCP']],
    ["Valid driver's license", ["driver's license"]],
    ['PMP, Lean Six Sigma Green Belt', ['PMP', 'Lean Six Sigma Green Belt']],
    ['Licensed Clinical Social Worker', ['Licensed Clinical Social Worker']],
  ])('reads %j', (line, expected) => {
    expect(parse(`Summary\n${line}`).credentials.map((credential) => credential.name)).toEqual(expected)
  })

  it.each(['PMP - Eligible', 'CPA candidate', 'Currently preparing for PMP', 'No CPA', 'Followed OSHA rules'])(
    'finds none in %j',
    (line) => {
      expect(parse(`Summary\n${line}`).credentials).toEqual([])
    },
  )
})

describe('findLanguages', () => {
  it('reads languages with their levels, and no school subjects', () => {
    const text =
      'Languages\nSpanish (native), French - B1, basic German\n\nExperience\nEnglish teacher\n2015 - 2018\nTaught English literature.'
    expect(parse(text).languages.map(({ name, level }) => [name, level])).toEqual([
      ['Spanish', 'native'],
      ['French', 'intermediate'],
      ['German', 'basic'],
    ])
  })
})
