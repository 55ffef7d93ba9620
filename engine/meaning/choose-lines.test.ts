import { describe, expect, it } from 'vitest'
import { chooseLines } from './choose-lines.ts'

const table = [Float32Array.of(0.9, 0.8, 0.1), Float32Array.of(0.1, 0.1, 0.3)]

describe('chooseLines', () => {
  it('gives every requirement its likeliest line before any gets a second one', () => {
    expect(chooseLines(table, [1, 1], 3, 2)).toEqual([0, 2])
  })

  it('spends what is left on second opinions, and never more than there are lines', () => {
    expect(chooseLines(table, [1, 1], 3, 8)).toEqual([0, 1, 2])
  })

  it('chooses nothing where nothing is alike', () => {
    expect(chooseLines([new Float32Array(3)], [1], 3, 2)).toEqual([])
  })
})
