import { callMinutes, DraftRefused, flatten, isClean, isSupported, quotationsIn } from './check-text.ts'
import type { Draft } from './draft.ts'
import type { Material } from './material.ts'

const maxMessage = 400

/** A draft of which every claim was found in the material, in the shape that candidates carry. */
export interface CheckedDraft {
  questions: Draft['questions']
  subject: string
  message: string
}

/**
 * Holds a draft against the material: unlawful subjects, quotes that do not occur, names, numbers and
 * quotations from nowhere, links, lengths. Single bad questions are dropped; none left, or a bad message, refuse the draft. Throws DraftRefused.
 */
export function checkDraft(draft: Draft, material: Material): CheckedDraft {
  const asked = flatten(material.requirements.map(({ asks, words }) => `${asks} ${words}`).join('\n'))
  const said = flatten(material.findings.flatMap(({ resume_says }) => resume_says).join('\n'))
  const known = `${asked}\n${said}`
  const isFound = (quote: string): boolean => known.includes(flatten(quote))
  const isSound = (text: string): boolean =>
    isClean(text) && isSupported(text, known, callMinutes) && quotationsIn(text).every(isFound)

  const questions = draft.questions.filter(
    ({ question, competency, probes, source_quote }) =>
      isFound(source_quote) && [question, competency, ...probes].every(isSound),
  )
  if (questions.length === 0) throw new DraftRefused('no question stands the check')

  const { sentences, subject } = draft.outreach
  const message = sentences.map(({ text }) => text.trim()).join(' ')
  for (const { text, source_quote } of sentences) {
    const isClaim = !/\?$/.test(text.trim()) && !/^(?:hi|hello|dear)\b/i.test(text.trim())
    if (isClaim && (source_quote === null || !isFound(source_quote)))
      throw new DraftRefused('a sentence of the message has no support')
  }
  if (message.length > maxMessage || !message.includes('[Name]'))
    throw new DraftRefused('the message has a wrong shape')
  if (![...sentences.map(({ text }) => text), subject].every(isSound))
    throw new DraftRefused('the message says what the material does not')
  return { questions, subject, message }
}
