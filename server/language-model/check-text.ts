import { isLawful } from '@innohire/engine/writer/lint.ts'

/** What is wrong with a draft; it is then not used at all. */
export class DraftRefused extends Error {
  override name = 'DraftRefused'
}

/** Text as quotes are compared: lower case, single spaces, without quotation marks and apostrophes. */
export const flatten = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[“”"'’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Lawful, without links, mark-up and words that speak of the machine's orders. */
export const isClean = (text: string): boolean =>
  isLawful(text) &&
  !/https?:|www\.|@\w|[<>{}*#|\\]|\b(?:ignore|instructions?|prompt|system message|as an ai|score|rating|hire this|best candidate)\b/i.test(
    text,
  )

/** Lengths of calls in minutes, which a message may name freely. */
export const callMinutes = /^(?:1[05]|20|30)$/

/** Names and numbers must come from `known` (flattened): words with a capital inside a sentence, and every figure not in `free`. */
export function isSupported(text: string, known: string, free: RegExp = /^$/): boolean {
  const figures = text.match(/\d+(?:[.,]\d+)?/g) ?? []
  const isKnown = (word: string): boolean => known.includes(flatten(word))
  return namesIn(text).every(isKnown) && figures.filter((figure) => !free.test(figure)).every(isKnown)
}

/** What stands in quotation marks, of any kind that opens after a blank. */
export const quotationsIn = (text: string): string[] =>
  [...text.matchAll(/(?:^|[\s(])["“]([^"“”]{2,400})["”]/g)].map(([, quote]) => quote!.replace(/[.,?!]$/, ''))

/** Words with a capital that do not open a sentence. */
export const namesIn = (text: string): string[] =>
  text
    .split(/[.?!:]\s+/)
    .flatMap((sentence) => sentence.split(/\s+/).slice(1))
    .map((word) => word.replace(/^[^\p{L}\p{N}[]+|[^\p{L}\p{N}\]+#]+$/gu, ''))
    .filter((word) => /^\p{Lu}/u.test(word) && word !== 'I' && !/^I['’]/.test(word))

/** What a text speaks of: its longer words but for those of every sentence, by their first letters, which endings spare. */
export const matterOf = (text: string): string[] => [
  ...new Set(
    flatten(text)
      .split(/[^\p{L}\p{N}+#]+/u)
      .filter((word) => word.length > 3 && !everySentence.has(word))
      .map(stem),
  ),
]

/** Whether every word that carries a claim occurs in what is known. */
export function saysNothingNew(sentence: string, known: string): boolean {
  const stems = new Set(known.split(/[^\p{L}\p{N}+#]+/u).map(stem))
  return matterOf(sentence).every((word) => stems.has(word))
}

const stem = (word: string): string => word.slice(0, 5)

const everySentence = new Set(
  `about above across after again also although among another anything around because been before being between both
  came come could does doing done during each else even ever every find found from gave give given goes gone have having
  hello here into just kind know like made make many mention mentions more most much must need needs none often once only
  onto open other others over part piece please read reads really same says seem seems seen shall should show shows
  since some something such sure take tell than thank thanks that their them then there these they thing things think
  this those through under until upon used uses using very want well went were what when where whether which while whom
  whose will with within without would write writes wrote your yours yourself resume profile role company name noticed came across
  looking hope interested share chat call week quick short minute minutes curious`.split(/\s+/),
)
