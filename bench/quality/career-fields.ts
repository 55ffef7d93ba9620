/**
 * Fields of work: what a recruiter would call the same line of work, as opening characters of O*NET-SOC codes. The longest
 * that fits a code decides: `13-2` is banking, but `13-2011` (accountants) accounting.
 */
export const CAREER_FIELDS: Readonly<Record<string, string>> = {
  it: '15-1 11-3021',
  data: '15-2',
  accounting: '13-2011 13-2031 13-2041 13-2051 13-2054 13-2061 13-2081 13-2082 13-2099 11-3031 43-3',
  banking_insurance: '13-2 13-103 43-3071 41-3021 41-3031 43-9041 43-4131 43-4141',
  human_resources: '13-1071 13-1074 13-1075 13-1141 13-1151 11-3121 11-3111 11-3131 43-4161',
  supply: '13-102 13-1081 11-3071 11-3061 43-5 53-7 53-1 43-3061',
  marketing: '11-2011 11-2021 11-203 13-1161 27-303 13-1131',
  sales: '41-3 41-4 41-9 11-2022 41-1012',
  retail: '41-1 41-2',
  business: '13-1 11-1 11-9199',
  customer_service: '43-4',
  office: '43-6 43-9 11-3012 11-3013 43-1 43-2',
  real_estate: '41-902 11-9141',
  engineering: '17- 11-9041',
  science: '19- 11-9121',
  nursing: '29-1141 29-1151 29-1161 29-1171 29-2061 31-1',
  health: '29- 31- 11-9111',
  social: '21- 11-9151',
  legal: '23-',
  education: '25- 11-903',
  design: '27-1',
  media: '27-',
  protective: '33- 55-',
  food: '35- 11-9051',
  cleaning: '37-',
  personal: '39- 11-9081',
  agriculture: '45- 11-9013',
  construction: '47- 11-9021',
  aviation: '49-3011 49-2091 53-2',
  mechanic: '49-',
  production: '51- 11-3051',
  driving: '53-',
}

/** Number of the field an O*NET-SOC code belongs to; undefined for ISCO groups and codes of no field. */
export function fieldOf(code: string): number | undefined {
  let longest = 0
  let field: number | undefined
  Object.values(CAREER_FIELDS).forEach((prefixes, i) => {
    for (const prefix of prefixes.split(' '))
      if (code.startsWith(prefix) && prefix.length > longest) {
        longest = prefix.length
        field = i
      }
  })
  return field
}
