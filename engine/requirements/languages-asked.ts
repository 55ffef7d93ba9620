const LANGUAGES =
  'English|Spanish|French|German|Italian|Portuguese|Dutch|Mandarin|Cantonese|Chinese|Japanese|Korean|Arabic|Hindi|Russian|Polish|Turkish|Vietnamese|Tagalog|Swedish|Norwegian|Danish|Finnish|Hebrew|Greek|Czech|Romanian|Hungarian|Ukrainian|Thai|Indonesian|Urdu|Bengali|Punjabi|Tamil|Telugu'
const language = new RegExp(`\\b(?:${LANGUAGES})\\b`, 'g')
const CUE =
  /\bfluen|\bbilingual|\bnative\b|\bspeak|\bspoken\b|\bwritten\b|\bproficien|\blanguage|\bcommand of|\bmother tongue|\bconversational|\bmultilingual|\bcommunicat/i

/** The human languages that a clause asks for; empty when it names none as a language ("German market" is none). */
export function findLanguages(clause: string): string[] {
  const names = [...new Set([...clause.matchAll(language)].map((m) => m[0]))]
  if (names.length === 0) return []
  const isBare =
    clause
      .replace(language, '')
      .replace(
        /\b(?:and|or|an?|is|are|would be|nice to have|plus|preferred|required|desired|desirable|advantage|asset|bonus)\b/gi,
        '',
      )
      .replace(/[\s,/&=]+/g, '').length < 4
  return isBare || CUE.test(clause) ? names : []
}
