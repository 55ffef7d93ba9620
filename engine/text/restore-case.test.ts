import { describe, expect, it } from 'vitest'
import { isCaseless, restoreCase } from './restore-case.ts'

const resume = `Experience
Head Chef, Harbour Hotel, 2015 to 2019
Ran the night kitchen of a hotel with ninety rooms. Trained six apprentices in butchery and sauces and wrote their rosters.
Skills
Menu Planning
Holds a CNA certificate and an MBA from long ago, which says more of the person than of the kitchen work asked for here.`

describe('restoreCase', () => {
  it('sets capitals where an author would, from small letters and from capitals alone', () => {
    expect(restoreCase(resume.toLowerCase())).toBe(resume)
    expect(restoreCase(resume.toUpperCase())).toBe(resume)
  })

  it('keeps every position, also of letters whose other case is longer', () => {
    for (const text of ['straße\nGROẞE STRAßE', 'İSTANBUL\nıi', 'ŉ ǰ ΐ. ŉa'])
      expect(restoreCase(text)).toHaveLength(text.length)
  })
})

describe('isCaseless', () => {
  it('knows texts whose case says nothing, and says nothing of short ones', () => {
    expect(isCaseless(resume.toLowerCase())).toBe(true)
    expect(isCaseless(resume.toUpperCase())).toBe(true)
    expect(isCaseless(resume)).toBe(false)
    expect(isCaseless('nurse')).toBe(false)
  })
})
