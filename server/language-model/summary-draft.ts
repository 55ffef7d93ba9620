import { z } from 'zod'
import { DraftRefused, flatten, isClean, isSupported } from './check-text.ts'
import type { Assignment } from './open-language-model.ts'
import type { SummaryMaterial } from './summary-material.ts'

/** What a language model is asked for, about one interview. Nothing in it is a number that counts. */
const SummaryDraft = z.object({
  sentences: z
    .array(
      z.object({
        about: z.enum(['strength', 'gap', 'to_verify']),
        text: z.string().min(15).max(260),
        /** Words of the candidate, verbatim, that the sentence rests on. */
        source_quote: z.string().min(8).max(300),
      }),
    )
    .min(1)
    .max(8),
})
type SummaryDraft = z.infer<typeof SummaryDraft>

/** Sentences that stood every check, each with the quote it rests on. */
export interface CheckedSummary {
  sentences: { text: string; quote: string }[]
}

const fewestSentences = 3
const mostWords = 120
const quoteWords = 14

const task = `You write for an interviewer. From the material below, write three to six sentences about one interview: what was shown well (strength), what was thin (gap), what to ask again (to_verify).
Every sentence rests on one source_quote that repeats words under candidate_said exactly. State nothing that the quotes do not say. Say "the candidate"; use no name. Write at most 90 words in all.
Never say or hint whether to hire, reject, invite or prefer the candidate, and no score. Never write about mood, nerves, confidence, attitude, personality, honesty, accent, grammar or culture fit, nor about age, family, health, religion, origin, gender, arrests, union, address, pay history or military discharge.`

/** A verdict, or a guess at the person behind the words: neither is a summary's to give. */
const verdict =
  /\b(?:hir(?:e[ds]?|ing|able)|reject\w*|recommend\w*|advis\w*|shortlist\w*|proceed\w*|move forward|next (?:round|stage)|job offer|make an offer|(?:un)?suitab\w*|unfit|(?:good|strong|great|perfect|poor|bad|weak|right|ideal|excellent) (?:fit|match|hire|choice|candidate|applicant)|fit for|(?:not|un)qualified|deserv\w*|must[- ]have|outstanding|exceptional|pass(?:es|ed)? the interview|fail(?:s|ed)? the interview)\b/i
const person =
  /\b(?:nerv\w*|anxi\w*|confiden(?:t|ce|tly)|attitude|personalit\w*|likeab\w*|enthusias\w*|passion\w*|charism\w*|arrogan\w*|friendly|emotion\w*|honest\w*|dishonest\w*|l(?:ied|ying|iar)|accent|grammar|fluen\w*|native|culture|mood|intelligen\w*|ai-generated)\b/i

/**
 * The sentences that may stand: quote sent and found in the transcript, no name or figure from elsewhere. One verdict, guess
 * at the person, unlawful subject or obedience to an order refuses them all, as do fewer than three. Throws DraftRefused.
 */
function checkSummary(draft: SummaryDraft, material: SummaryMaterial, transcript: string): CheckedSummary {
  const sent = [
    ...[...material.competencies, ...material.stories].flatMap(({ candidate_said }) => candidate_said),
    ...material.concerns.map(({ candidate_said }) => candidate_said),
  ].map(flatten)
  const said = flatten(transcript)
  const known = [...sent, flatten(material.role.map(({ asks }) => asks).join('\n'))].join('\n')
  for (const { text } of draft.sentences)
    if (!isClean(text) || verdict.test(text) || person.test(text))
      throw new DraftRefused('the summary says what no summary may')
  const sentences = draft.sentences.flatMap(({ text, source_quote }) => {
    const quote = flatten(source_quote)
    const isQuoted = quote.includes(' ') && said.includes(quote) && sent.some((item) => item.includes(quote))
    return isQuoted && isSupported(text, known) ? [{ text: text.trim(), quote: source_quote.trim() }] : []
  })
  const kept: CheckedSummary['sentences'] = []
  let words = 0
  for (const sentence of sentences) {
    words += sentence.text.split(/\s+/).length + Math.min(quoteWords, sentence.quote.split(/\s+/).length)
    if (words > mostWords) break
    kept.push(sentence)
  }
  if (kept.length < fewestSentences) throw new DraftRefused('too few sentences stand the check')
  return { sentences: kept }
}

/** The words of an interview's summary; `transcript` is what every quote must occur in. */
export const summaryOf = (transcript: string): Assignment<SummaryMaterial, SummaryDraft, CheckedSummary> => ({
  task,
  schema: SummaryDraft,
  most_tokens: 1_500,
  check: (draft, material) => checkSummary(draft, material, transcript),
})

/** A sentence with the quote it rests on, cut at a word. */
export function sentenceWithQuote({ text, quote }: CheckedSummary['sentences'][number]): string {
  const words = quote.replaceAll('"', "'").split(/\s+/)
  const cut = words.length > quoteWords ? `${words.slice(0, quoteWords).join(' ')} …` : words.join(' ')
  return `${text.replace(/[.!]+$/, '')} (“${cut.replace(/[.,;:]+$/, '')}”).`
}
