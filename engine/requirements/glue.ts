/** Words that begin a new sentence, as alternatives of a pattern, even where the space before them was lost ("WindowsKnowledge of"). */
export const STARTERS =
  'Experience|Experienced|Knowledge|Ability|Able|Excellent|Strong|Must|We|What|Proficient|Proficiency|Bachelor|Bachelors|Master|Responsibilities|Requirements|Skills|Job|Good|Minimum|Preferred|Work|Working|Develop|Provide|Manage|Understanding|Familiarity|Familiar|Exposure|Skilled|Practical|Demonstrated|Proven|Solid|Hands|Expert|Expertise|Candidates|Looking|Applicants|Please|Support|Lead|Design|Create|Build|Ensure|Act|Assist|Maintain|Passionate|Verifiable|High|Degree|Certification|Required|Desired|Background|Advanced|Basic|Self|Willing|Willingness|If|Our|You|The|This'
const starter = new RegExp(`(?<=\\p{Ll}{2}|[\\d)+]|\\p{Lu}{2}\\.?)(?=(?:${STARTERS})\\b)`, 'gu')
/** A word of small letters that runs into a capitalised one ("appsInteract") or into capitals ("acumenPLEASE"). */
const plain = /(?<![\p{L}\p{N}])\p{Ll}{2,30}(?=\p{Lu}\p{Ll}|\p{Lu}{3,30}(?![\p{L}\p{N}]))/gu
/** A capitalised word that does ("ManagementInventory"): often a name, so that it needs a text whose breaks are lost. */
const capitalised = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{2,30}(?=\p{Lu}\p{Ll}{2})/gu
/** An item that begins after a mere space, where a list lost its line breaks: "under deadlines Able to travel Strong design skills". */
const spaced =
  /(?<=[\p{Ll})]{3}) {1,3}(?=(?:Experience|Experienced|Ability|Able|Strong|Knowledge|Demonstrated|Proven|Excellent|Must|Minimum|Proficient|Proficiency|Familiarity|Familiar|Understanding|Adept|Aptitude|Solid|Extensive|Bachelor|Master|Working|Good|Exposure|Hands-on|Willingness)(?:['\u2019]s)? \p{Ll})/gu
const LINKS =
  /(?:^|\W)(?:the|and|with|for|have|has|had|this|that|your|our|are|our|plus|from|either|both|possess|possesses|having|include|includes|requires|minimum|required|preferred)$/i
/** "What you need:5 years" and "See From You:You need": a heading whose line break was lost. */
const afterColon = /(?<=\p{Ll}:)(?=\p{Lu}\p{Ll})/gu
const closed = /(?<=\))(?=\p{Lu}\p{Ll})/gu
/** "equivalent4+ years", "required.1-2 years". */
const years = /(?<=\p{Ll}{2}|[\p{L})][.;:])(?=\d{1,2} ?\+? ?(?:(?:-|\u2013|to) ?\d{1,2} ?\+? ?)?(?:years?|yrs?)\b)/giu
/** "skills-Good knowledge of": a list whose dashes stuck to the words. */
const dashed = /(?<=[\p{Ll})+]|\p{Lu}{2})-(?=\p{Lu}\p{Ll}{1,30} [\p{L}\d])/gu
/** From so many junctions on a text has lost its line breaks. */
const GLUED = 2
const DASHED = 3
const SPACED = 3

/**
 * Positions at which two sentences or items run into one another because line breaks were lost, in no order. Names with a
 * capital inside ("JavaScript", "PowerPoint") are left whole: `isName` says what is one.
 */
export function findGlue(text: string, isName: (word: string) => boolean): { at: number; isItem: boolean }[] {
  const found: { at: number; isItem: boolean }[] = []
  const cut = (at: number, isItem = false): void => void found.push({ at, isItem })
  const junctions = [...text.matchAll(plain)].map((m) => m.index + m[0].length)
  const real = junctions.filter((at) => !isName(wordAround(text, at)))
  for (const at of real) cut(at)
  for (const m of text.matchAll(starter)) cut(m.index)
  for (const pattern of [closed, afterColon]) for (const m of text.matchAll(pattern)) cut(m.index)
  const items = [...text.matchAll(spaced)].filter((m) => !LINKS.test(text.slice(Math.max(0, m.index - 12), m.index)))
  if (items.length >= SPACED) for (const m of items) cut(m.index + m[0].length, true)
  for (const m of text.matchAll(years)) cut(m.index)
  for (const at of gluedNames(text, isName)) cut(at)
  if (real.length >= GLUED) {
    const words = [...text.matchAll(capitalised)]
      .map((m) => m.index + m[0].length)
      .map((at) => ({ at, word: wordAround(text, at) }))
    const seen = new Set<string>()
    // A name stands more than once.
    const names = new Set(words.filter(({ word }) => seen.has(word) || !seen.add(word)).map(({ word }) => word))
    for (const { at, word } of words) if (!names.has(word) && !isName(word)) cut(at)
  }
  const dashes = [...text.matchAll(dashed)]
  const openings = new Set(dashes.map((m) => text.slice(m.index + 1, m.index + 31).split(' ')[0]))
  if (openings.size >= DASHED) for (const m of dashes) cut(m.index + 1, true)
  return found
}

/** A word with three or more parts that begin with a capital: it may be several names in one ("DjangoJavaScriptJQuery"). */
const chain = /(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}\d]{1,15}(?:\p{Lu}[\p{L}\d]{1,15}){1,6}(?![\p{L}\p{N}])/gu

/** Where a word that is no name falls apart into names alone. */
function* gluedNames(text: string, isName: (word: string) => boolean): Generator<number> {
  for (const { 0: word, index } of text.matchAll(chain)) {
    if (word.length > 60 || isName(word)) continue
    const joints = [...word.matchAll(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu)].map((m) => m.index)
    const cuts: number[] = []
    let from = 0
    while (from < word.length) {
      const to = [...joints, word.length].filter((at) => at > from).findLast((at) => isName(word.slice(from, at)))
      if (to === undefined) break
      cuts.push(to)
      from = to
    }
    if (from === word.length) for (const at of cuts.slice(0, -1)) yield index + at
  }
}

/** The letters and digits around a position. */
function wordAround(text: string, at: number): string {
  const before = /[\p{L}\p{N}]{1,40}$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  const after = /^[\p{L}\p{N}]{1,40}/u.exec(text.slice(at, at + 40))?.[0] ?? ''
  return before + after
}
