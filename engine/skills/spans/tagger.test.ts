import { describe, expect, it } from 'vitest'
import { loadLexicon, loadTagger } from '../../lexicon/load.ts'
import { createSkillFinder } from '../index.ts'
import { tokenize } from '../tokens.ts'
import { sentencesOf } from './features.ts'
import { begin, bestTags, createSpanTagger, inside, outside, unpackWeights } from './tagger.ts'

const finder = createSkillFinder(loadLexicon())

describe('span tagger', () => {
  const tagger = createSpanTagger(finder, loadTagger())
  const surfaces = (text: string): string[] => tagger.spans(text).map((s) => text.slice(s.start, s.end))

  it('finds knowledge that the lexicon has no name for', () => {
    const text = 'Requirements\nExperience with Frobnitz2 and PostgreSQL\nKnowledge of Zyxware'
    expect(surfaces(text)).toEqual(expect.arrayContaining(['Frobnitz2', 'PostgreSQL', 'Zyxware']))
  })

  it('leaves prose about the employer alone', () => {
    expect(surfaces('We are a family company of 40 people in the old town.')).toEqual([])
  })

  it('gives the same spans every time, in order and apart', () => {
    const text = 'You know Java, Kotlin and Spring Boot. A degree in computer science is welcome.'
    const spans = tagger.spans(text)
    expect(tagger.spans(text)).toEqual(spans)
    for (let i = 1; i < spans.length; i++) expect(spans[i]!.start).toBeGreaterThanOrEqual(spans[i - 1]!.end)
  })

  it('refuses weights of another size', () => {
    expect(() => unpackWeights({ emission: 'AAAA', transition: [], bias: 0 })).toThrow('another size')
  })
})

it('a span never goes on that has not begun', () => {
  const emission = new Int8Array(9)
  // Feature 0 votes for "inside" as strongly as it can.
  emission[inside] = 100
  const tags = bestTags([[0], [0], [0]], 0, 3, { emission, transition: new Array(9).fill(0), bias: 0 })
  expect(tags[0]).not.toBe(inside)
  tags.forEach((tag, i) => {
    if (tag === inside) expect([begin, inside]).toContain(tags[i - 1])
  })
  expect([outside, begin]).toContain(tags[0])
})

it('sentences end at full stops and line breaks', () => {
  expect(sentencesOf(tokenize('One two. Three\n- four'))).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 3 },
    { from: 3, to: 4 },
  ])
})
