import { describe, expect, it } from 'vitest'
import { readSpeech } from '../../text/tokens.ts'
import { laidOnOthers } from './others.ts'
import { holdsToPost, restatesLack } from './reaction.ts'
import { claimsWithoutEqual } from './unmatched.ts'

const said = (text: string) => readSpeech(text, [{ start: 0, end: text.length }], false)

describe('what went wrong is laid on others', () => {
  it.each([
    'It was the porter who should have locked the gate.',
    "If they'd sent the drawings he would have finished on Friday.",
    "That's the supplier's fault.",
    "It wasn't me, it was the lift.",
  ])('%s', (text) => {
    expect(laidOnOthers(said(text))).toBeGreaterThan(0)
  })

  it.each([
    'I should have locked the gate.',
    "If I'd sent the drawings he would have finished on Friday.",
    'It was my fault.',
    'If they ask for a refund I look at the receipt.',
  ])('but not: %s', (text) => {
    expect(laidOnOthers(said(text))).toBe(0)
  })
})

describe('a claim that nothing comes near to', () => {
  it.each([
    'Nobody lays a floor the way I do.',
    'It was the tidiest yard in the whole county.',
    "I've never lost a parcel.",
    'We had zero complaints.',
  ])('%s', (text) => {
    expect(claimsWithoutEqual(said(text))).toBeGreaterThan(0)
  })

  it.each(['Nobody was in the yard at six.', 'The oldest pump went first.', 'I lost two parcels in March.'])(
    'but not: %s',
    (text) => {
      expect(claimsWithoutEqual(said(text))).toBe(0)
    },
  )
})

describe('an interviewer who holds to the post', () => {
  it.each(["It's part of the role, I'm afraid.", "We'd need you to have it before you start."])('%s', (text) => {
    expect(holdsToPost(said(text))).toBeGreaterThan(0)
  })

  it('does not do so by asking for the next thing', () => {
    expect(holdsToPost(said('What do we need to know about your notice?'))).toBe(0)
  })

  it('is not one who puts a lack into words, which is seen apart', () => {
    const reaction = said("You've not driven a crane, then?")
    expect(restatesLack(reaction)).toBeGreaterThan(0)
    expect(holdsToPost(reaction)).toBe(0)
  })
})
