import { describe, expect, it } from 'vitest'
import { orderScore, pairs, recall, wordsOf } from './words.ts'

describe('the comparison of words', () => {
  it('ignores case, punctuation and ligatures', () => {
    expect(wordsOf('Eﬃcient, C++ & "Go" 24/7')).toEqual(['efficient', 'c', 'go', '24', '7'])
  })

  it('counts a repeated word as often as it stands there', () => {
    expect(recall(['a', 'a', 'b', 'c'], ['a', 'b'])).toBe(0.5)
    expect(recall([], ['a'])).toBe(1)
  })

  it('gives full marks for order only when nothing is out of place', () => {
    expect(orderScore(['a', 'b', 'c', 'd'], ['a', 'b', 'x', 'c', 'd'])).toBe(1)
    expect(orderScore(['a', 'b', 'c', 'd'], ['c', 'd', 'a', 'b'])).toBe(0.5)
    expect(pairs(['a', 'b', 'c'])).toEqual(['a b', 'b c'])
  })
})
