import { DraftRefused, flatten, isClean, isSupported as isSupportedBy } from './check-text.ts'
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

/** Lengths of calls in minutes, which a message may name freely. */
const callMinutes = /^(?:1[05]|20|30)$/
const isSupported = (text: string, known: string): boolean => isSupportedBy(text, known, callMinutes)

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
