/**
 * Light stemming: plurals for every word, verb endings only where a verb is expected. A full stemmer would fold
 * `marketing` into `market` and `accounting` into `account`, which are different skills.
 */

const unchanged = new Set(
  'news sas aws ios devops mlops gis gps css bus gas dos sms pos ems ics less sass vss status campus analysis basis kubernetes canvas windows rails pandas pals teams'.split(
    ' ',
  ),
)

/** Singular of a lower-case English word, by ending: `policies` -> `policy`, `analyses` stays. */
export function singular(word: string): string {
  const n = word.length
  if (n < 4 || word.charCodeAt(n - 1) !== 115 || unchanged.has(word)) return word
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word
  if (word.endsWith('ies')) return n > 4 ? `${word.slice(0, -3)}y` : word
  if (word.endsWith('sses') || word.endsWith('shes') || word.endsWith('ches') || word.endsWith('xes'))
    return word.slice(0, -2)
  return word.slice(0, -1)
}

const isVowel = (c: string | undefined): boolean => c !== undefined && 'aeiouy'.includes(c)

/** Common stem of a verb's forms: `manage`, `managed`, `manages` and `managing` -> `manag`; `planning` -> `plan`. */
export function verbStem(word: string): string {
  let stem = word
  if (word.length > 5 && word.endsWith('ing')) stem = undouble(word.slice(0, -3))
  else if (word.length > 4 && word.endsWith('ied')) stem = word.slice(0, -2)
  else if (word.length > 4 && word.endsWith('ed')) stem = undouble(word.slice(0, -2))
  else stem = singular(word)
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1)
  return stem.endsWith('y') && !isVowel(stem.at(-2)) ? `${stem.slice(0, -1)}i` : stem
}

function undouble(stem: string): string {
  const last = stem.at(-1)
  return stem.length > 3 && last === stem.at(-2) && !isVowel(last) && !'lsz'.includes(last!) ? stem.slice(0, -1) : stem
}
