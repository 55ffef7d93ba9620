import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../lexicon/load.ts'
import { createSkillFinder } from './index.ts'

const finder = createSkillFinder(loadLexicon())
const names = (text: string): string[] => finder.find(text).map((m) => m.concept.name)
const stances = (text: string): Record<string, string> =>
  Object.fromEntries(finder.find(text).map((m) => [m.concept.name, m.stance]))

describe('mentions', () => {
  it('carry the words of the text at their offsets', () => {
    const text = 'Built services in Node.js, PostgreSQL and K8s.'
    const found = finder.find(text)
    expect(found.map((m) => m.concept.name)).toEqual(['Node.js', 'PostgreSQL', 'Kubernetes'])
    for (const m of found) expect(text.slice(m.start, m.end)).toBe(m.surface)
  })

  it.each([
    ['K8s', 'Kubernetes'],
    ['Postgres', 'PostgreSQL'],
    ['nodejs', 'Node.js'],
    ['Node JS', 'Node.js'],
    ['Node.js', 'Node.js'],
    ['ES6', 'JavaScript'],
    ['.NET', '.NET'],
    ['GCP', 'Google Cloud Platform'],
    ['Amazon Web Services', 'AWS'],
    ['MS Excel', 'Microsoft Excel'],
    ['Quickbooks', 'QuickBooks'],
    ['HACCP', 'HACCP'],
    ['customer service skills', 'customer service'],
    ['e-commerce', 'e-commerce'],
    ['ecommerce', 'e-commerce'],
    ['registered nurse', 'registered nurse'],
    ['C++', 'C++'],
    ['C#', 'C#'],
    ['blue prints', undefined],
  ])('%s names %s', (phrase, name) => {
    expect(finder.resolve(phrase)?.name).toBe(name)
  })

  it('count inflected, plural and hyphenated forms as one concept', () => {
    expect(names('care plans and a care plan')).toEqual(['care planning', 'care planning'])
    expect(new Set(names('problem-solving. Problem solving'))).toEqual(new Set(['problem solving']))
    expect(names('managed the staff')).toEqual(names('manage staff'))
    expect(names('Negotiated contracts')).toEqual(names('contract negotiation'))
  })

  it('prefer the longest name', () => {
    expect(names('SQL Server Integration Services')).toEqual(['SSIS'])
    expect(names('React Native')).toEqual(['React Native'])
  })

  it('never span a comma or the end of a sentence', () => {
    expect(names('We react. Native speakers welcome')).not.toContain('React Native')
    expect(names('machine, learning')).not.toContain('machine learning')
  })
})

describe('ambiguous names need their context', () => {
  it.each([
    ['Wrote services in Go and Python', 'Go'],
    ['Statistics in R and SAS', 'R'],
    ['Firmware: C, C++', 'C'],
    ['Java, Spring, Hibernate', 'Spring'],
    ['iOS apps in Swift', 'Swift'],
    ['Chef, Puppet and Ansible', 'Chef'],
    ['Charting in Epic and Cerner', 'Epic'],
    ['word, excel, powerpoint', 'Microsoft Excel'],
    ['Strong Excel and Access skills', 'Microsoft Access'],
    ['Scripting in Bash', 'Bash'],
    ['outlook, access, sap, r, go, python', 'R'],
    ['Worked with React. React experience', 'React'],
  ])('%s -> %s', (text, name) => {
    expect(names(text)).toContain(name)
  })

  it.each([
    ['We go to market quickly', 'Go'],
    ['Go to the next level', 'Go'],
    ['Spring 2018 internship', 'Spring'],
    ['Able to excel at selling', 'Microsoft Excel'],
    ['Excel in a fast-paced team', 'Microsoft Excel'],
    ['Access to confidential files', 'Microsoft Access'],
    ['Executive Chef at a bistro', 'Chef'],
    ['Swift response to guests', 'Swift'],
    ['an epic journey', 'Epic'],
    ['R&D budget', 'R'],
    ['R and D budget', 'R'],
    ['C-level executives', 'C'],
    ['It is important to make plans', 'Make'],
    ['In other words', 'Microsoft Word'],
    ['Used Python, make sure that it runs', 'Make'],
  ])('%s does not name %s', (text, name) => {
    expect(names(text)).not.toContain(name)
  })

  it('take an unambiguous mention elsewhere as support', () => {
    expect(names('Golang developer.\nFive years writing backends, mostly Go')).toEqual(
      expect.arrayContaining(['Go', 'Go']),
    )
  })
})

describe('stance', () => {
  it.each([
    ['Five years of Java', { Java: 'has' }],
    ['Familiar with Docker', { Docker: 'weak' }],
    ['Basic knowledge of SQL', { SQL: 'weak' }],
    ['Python (basic)', { Python: 'weak' }],
    ['Eager to learn Kubernetes', { Kubernetes: 'wants' }],
    ['I want to learn Rust and Kotlin', { Rust: 'wants', Kotlin: 'wants' }],
    ['No experience with Java, Python or PHP', { Java: 'lacks', Python: 'lacks', PHP: 'lacks' }],
    ['Not familiar with Angular but expert in React', { Angular: 'lacks', React: 'has' }],
    ['No experience with AWS. Strong Azure background', { AWS: 'lacks', 'Microsoft Azure': 'has' }],
    ['Never used Salesforce\nHubSpot daily', { Salesforce: 'lacks', HubSpot: 'has' }],
    ['Without supervision, managed budgets', { 'staff management': 'lacks', budgeting: 'has' }],
    ['Visual Basic, Java', { 'Visual Basic': 'has', Java: 'has' }],
    ['machine learning and Python', { 'machine learning': 'has', Python: 'has' }],
  ])('%s', (text, expected) => {
    expect(stances(text)).toEqual(expected)
  })
})

describe('relations', () => {
  const strength = (a: string, b: string): number =>
    finder.related(finder.resolve(a)!).find((r) => r.concept.name === finder.resolve(b)!.name)?.strength ?? 0

  it.each([
    ['PostgreSQL', 'MySQL'],
    ['AWS', 'Azure'],
    ['Azure', 'GCP'],
    ['React', 'Vue'],
    ['Docker', 'Kubernetes'],
    ['Epic', 'Cerner'],
    ['accounts payable', 'accounts receivable'],
  ])('%s and %s are adjacent, both ways alike', (a, b) => {
    expect(strength(a, b)).toBeGreaterThanOrEqual(0.5)
    expect(strength(a, b)).toBe(strength(b, a))
  })

  it.each([
    ['Java', 'JavaScript'],
    ['bookkeeping', 'housekeeping'],
    ['Epic', 'Epicor'],
    ['registered nurse', 'CNA'],
  ])('%s and %s are not', (a, b) => {
    expect(strength(a, b)).toBe(0)
  })

  it('know what implies a skill', () => {
    const javascript = finder.resolve('JavaScript')!
    expect(finder.impliedBy(javascript).map((c) => c.name)).toEqual(
      expect.arrayContaining(['React', 'Angular', 'Node.js', 'TypeScript']),
    )
    const impliedBy = (name: string) => finder.impliedBy(finder.resolve(name)!).map((c) => c.name)
    expect(impliedBy('acute care')).toEqual(
      expect.arrayContaining(['medical-surgical nursing', 'critical care', 'telemetry']),
    )
    expect(impliedBy('food service')).toEqual(expect.arrayContaining(['line cooking', 'bartending']))
  })
})

it('lets a word or a list announce an ambiguous name where case tells nothing', () => {
  const names = (text: string) => finder.find(text, { isCaseless: true }).map((m) => m.concept.name)
  expect(names('Services written in go')).toContain('Go')
  expect(names('Word, excel, powerpoint')).toContain('Microsoft Excel')
  expect(names('People excel here and go home')).not.toContain('Microsoft Excel')
  expect(names('People excel here and go home')).not.toContain('Go')
})

it('reads 200 kB of adversarial text without slowing down', () => {
  const time = (text: string): number => {
    const start = process.hrtime.bigint()
    finder.find(text)
    return Number((process.hrtime.bigint() - start) / 1_000_000n)
  }
  for (const piece of ['a.', 'no experience with ', 'Go, ', 'c++/', '((((', 'manage the the ', 'never never ']) {
    const text = piece.repeat(Math.ceil(200_000 / piece.length))
    // Some 50 ms each. What grows with the square of 50,000 words would take many times the limit on any machine.
    expect(time(text)).toBeLessThan(5000)
  }
}, 60_000)
