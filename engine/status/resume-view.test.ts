import { beforeAll, expect, it } from 'vitest'
import { loadLexicon } from '../lexicon/load.ts'
import { wordHashEmbed } from '../testing/word-hash-embed.ts'
import { createTools, type Tools } from '../tools.ts'
import { viewResume } from './resume-view.ts'

let tools: Tools
beforeAll(() => {
  tools = createTools({ embed: wordHashEmbed, lexicon: loadLexicon() })
})
const titlesBelow = (head: string) =>
  viewResume(`${head}\nPython and SQL\nExperience\nNurse, Lakeside, 2011 - 2015\nCared for patients.\n`, [], {
    ...tools,
    as_of: '2026-01-01',
  }).titles

it('takes a short line at the head for a title, and neither a heading, a label nor a list of skills', () => {
  expect(titlesBelow('Backend Engineer')).toEqual(['Backend Engineer', 'Nurse'])
  for (const head of ['Skill Set', 'SKILLS:', 'Software Proficiency:']) expect(titlesBelow(head)).toEqual(['Nurse'])
})
