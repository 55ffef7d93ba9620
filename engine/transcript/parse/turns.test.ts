import { describe, expect, it } from 'vitest'
import { assignRoles } from '../speakers.ts'
import { INTERVIEW, LAYOUTS } from '../testing/interview.ts'
import { isAllCapitals } from '../text/tokens.ts'
import { parseTurns } from './turns.ts'

const said = (text: string, who: 'candidate' | 'interviewer'): string[] => {
  const roles = assignRoles(text, parseTurns(text), isAllCapitals(text), undefined)
  return roles.turns
    .filter((turn) => turn.role === who)
    .map((turn) => turn.ranges.map((range) => text.slice(range.start, range.end)).join(' '))
}

describe('every layout gives the candidate and the interviewer their own words', () => {
  for (const [name, write] of Object.entries(LAYOUTS))
    it(name, () => {
      const text = write(INTERVIEW)
      const isUpper = name === 'capital captions'
      const expected = (who: 'Q' | 'A') =>
        INTERVIEW.filter(([w]) => w === who).map(([, t]) => (isUpper ? t.toUpperCase() : t))
      expect(said(text, 'candidate')).toEqual(expected('A'))
      expect(said(text, 'interviewer')).toEqual(expected('Q'))
    })
})

describe('labels', () => {
  it('joins a first name with the full name and role it was introduced by', () => {
    const text =
      'Dr Oda Brandt (head of ward): Hello. How would you hand over a patient?\nPim: I would read the chart aloud and repeat the dose.\nOda: And then?\nPim: Then I would ask for questions.'
    const parsed = parseTurns(text)
    expect([...new Set(parsed.turns.map((turn) => turn.speaker))]).toEqual(['dr oda brandt', 'pim'])
  })

  it('does not take a word before a colon in a reply for a speaker', () => {
    const text =
      'Interviewer: How do you work?\nCandidate: I keep three lists.\nExample: the list for Mondays.\nInterviewer: Fine.\nCandidate: Yes.'
    expect(said(text, 'candidate')[0]).toContain('Example: the list for Mondays.')
  })

  it('keeps a cue without a name with the speaker before it', () => {
    const text =
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ada Holm>How do you test?</v>\n\n00:00:02.000 --> 00:00:03.000\n<v Ben Roe>I write the case first.</v>\n\n00:00:03.000 --> 00:00:04.000\nThen I run it.\n'
    expect(said(text, 'candidate')).toEqual(['I write the case first. Then I run it.'])
  })

  it('finds one candidate among several interviewers', () => {
    const text = [
      'Ines: Welcome. What do you do now?',
      'Sol: I plan tours for a coach company, thirty drivers, mostly schools.',
      'Marek: How would you plan a tour with two drivers off sick?',
      'Sol: I would first see which tours can be joined, because a school cannot wait and a museum can.',
      'Ines: Which would you drop?',
      'Sol: The one with the fewest people, and I would ring them before seven.',
    ].join('\n')
    const roles = assignRoles(text, parseTurns(text), false, undefined)
    expect(roles.speakers.map((speaker) => [speaker.label, speaker.role])).toEqual([
      ['Ines', 'interviewer'],
      ['Sol', 'candidate'],
      ['Marek', 'interviewer'],
    ])
  })

  it('lets candidate_name decide, also by initials', () => {
    const text = 'AB: I sold bread for nine years. Did you ever?\nCD: I sold fish for six years. What about you?'
    expect(assignRoles(text, parseTurns(text), false, 'Anna Berg').candidate).toBe('ab')
    expect(assignRoles(text, parseTurns(text), false, 'Carl Dahl').candidate).toBe('cd')
    expect(assignRoles(text, parseTurns(text), false, 'Emil Ek').isNameFound).toBe(false)
  })

  it('names no candidate where only questions are asked', () => {
    const text = 'Interviewer: How would you plan this?\nInterviewer: Are you there?'
    expect(assignRoles(text, parseTurns(text), false, undefined).candidate).toBeUndefined()
  })

  it('guesses by questions where nothing marks the speakers', () => {
    const text =
      'What did you do last year? I built a bridge in Lund with four others. Why steel? Because the span was long.'
    const parsed = parseTurns(text)
    expect(parsed.format).toBe('unmarked')
    expect(said(text, 'candidate')).toEqual([
      'I built a bridge in Lund with four others.',
      'Because the span was long.',
    ])
  })
})
