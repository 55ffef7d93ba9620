import { isLawful } from '@innohire/engine/writer/lint.ts'
import type { Draft } from './draft.ts'
import type { Material } from './material.ts'

const fewestQuestions = 5
const maxMessage = 400

/** A draft of which every claim was found in the material, in the shape that candidates carry. */
export interface CheckedDraft {
  questions: (Draft['questions'][number] & { quote_of: 'resume' | 'job_description' })[]
  subject: string
  message: string
}

/** What is wrong with a draft; it is then not used at all. */
export class DraftRefused extends Error {
  override name = 'DraftRefused'
}

/**
 * Holds a draft against the material: unlawful subjects, quotes that do not occur, names and numbers from nowhere, links,
 * lengths. Single bad questions are dropped; too few left, or a bad message, refuse the draft. Throws DraftRefused.
 */
export function checkDraft(draft: Draft, material: Material): CheckedDraft {
  const asked = flatten(material.requirements.map(({ asks, words }) => `${asks} ${words}`).join('\n'))
  const said = flatten(material.findings.flatMap(({ resume_says }) => resume_says).join('\n'))
  const isFound = (quote: string): 'resume' | 'job_description' | undefined =>
    said.includes(flatten(quote)) ? 'resume' : asked.includes(flatten(quote)) ? 'job_description' : undefined
  const known = `${asked}\n${said}`

  const questions = draft.questions.flatMap((question) => {
    const quote_of = isFound(question.source_quote)
    const texts = [question.question, question.competency, ...question.probes]
    return quote_of && texts.every((text) => isClean(text) && isSupported(text, known))
      ? [{ ...question, quote_of }]
      : []
  })
  if (questions.length < fewestQuestions) throw new DraftRefused('too few questions stand the check')

  const { sentences, subject } = draft.outreach
  const message = sentences.map(({ text }) => text.trim()).join(' ')
  for (const { text, source_quote } of sentences) {
    const isClaim = !/\?$/.test(text.trim()) && !/^(?:hi|hello|dear)\b/i.test(text.trim())
    if (isClaim && (source_quote === null || !isFound(source_quote)))
      throw new DraftRefused('a sentence of the message has no support')
  }
  if (message.length > maxMessage || !message.includes('[Name]'))
    throw new DraftRefused('the message has a wrong shape')
  if (![...sentences.map(({ text }) => text), subject].every((text) => isClean(text) && isSupported(text, known)))
    throw new DraftRefused('the message says what the material does not')
  return { questions, subject, message }
}

const flatten = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[“”"'’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Lawful, without links, mark-up and words that speak of the machine's orders. */
const isClean = (text: string): boolean =>
  isLawful(text) &&
  !/https?:|www\.|@\w|[<>{}]|\b(?:ignore|instructions?|prompt|system message|as an ai|score|rating|hire this|best candidate)\b/i.test(
    text,
  )

/** Names and numbers must come from the material: words with a capital inside a sentence, and every figure. */
function isSupported(text: string, known: string): boolean {
  const names = text
    .split(/[.?!:]\s+/)
    .flatMap((sentence) => sentence.split(/\s+/).slice(1))
    .map((word) => word.replace(/^[^\p{L}\p{N}[]+|[^\p{L}\p{N}\]+#]+$/gu, ''))
    .filter((word) => /^\p{Lu}/u.test(word) && word !== 'I' && !/^I['’]/.test(word))
  const figures = text.match(/\d+(?:[.,]\d+)?/g) ?? []
  const isKnown = (word: string): boolean => known.includes(flatten(word))
  return names.every(isKnown) && figures.filter((figure) => !/^(?:1[05]|20|30)$/.test(figure)).every(isKnown)
}
