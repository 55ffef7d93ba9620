import { describe, expect, it } from 'vitest'
import { statedYears } from './stated-years.ts'

describe('statedYears', () => {
  it.each([
    ['Accountant with over 15 years of experience.', 15],
    ['10+ years in retail sales', 10],
    ['Executive chef with twenty five years experience', 25],
    ['six and a half years as a store manager', 6.5],
    ["seven years' of hands-on experience", 7],
    ['Experience: over 12 years', 12],
    ['SQL - Experience - 61 months', 5.1],
    ['3 years of experience in Java and 8 years of experience in SQL', 8],
  ])('reads the claim in %j', (text, years) => {
    expect(statedYears(text)?.years).toBe(years)
  })

  it.each([
    'I am 35 years old',
    'Sales of the month for 3 months in a row',
    "Dean's list through all four years.\nExperience",
    'Attended 2 years of college',
    'A company of 100 years of service',
  ])('reads none in %j', (text) => {
    expect(statedYears(text)).toBeNull()
  })
})
