import { dot } from '../../../meaning/word-vectors.ts'
import type { Reply } from '../../answers.ts'
import type { Meanings } from '../../meanings.ts'
import { numberValue } from '../../text/numbers.ts'
import { hasPhrase, phraseSet } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { topicsOf, yearsShort } from '../practical.ts'
import type { ConcernContext } from '../types.ts'
import { flag, type Signals, saturate, topicStems } from './measure.ts'
import { MONEY } from './question.ts'

/** What of a job description replies are held against. */
export interface Job {
  topics: ReadonlySet<string>
  /** Highest amount of pay that it names, in whole units; 0 without one. */
  payMax: number
  requirements: ConcernContext['requirements']
}

const AMOUNT = /(£|€|\$|Rs\.?|EUR|GBP|CHF|USD|INR|AUD)?\s?(\d{1,3}(?:[,.]\d{3})+|\d+(?:\.\d+)?)\s?(k\b|lakhs?\b)?/g

/** Amounts with a currency or a unit of money: "£38,400" and "38.4k" are 38400, "4.2 lakh" stays 4.2. */
export function amountsIn(text: string): number[] {
  const found: number[] = []
  for (const [, currency, digits, unit] of text.slice(0, 20_000).matchAll(AMOUNT)) {
    if (currency === undefined && unit === undefined) continue
    const value = Number(digits!.replace(/[,.](?=\d{3}(?:\D|$))/g, ''))
    found.push(unit === 'k' ? value * 1000 : value)
  }
  return found
}

export function readJobFacts({ requirements, jobDescription }: ConcernContext): Job {
  const words = requirements.flatMap(({ text, quote }) =>
    `${text} ${quote}`.toLowerCase().split(/[^\p{L}\p{N}+#&'-]+/u),
  )
  return {
    topics: new Set(topicsOf(words)),
    payMax: Math.max(0, ...amountsIn(jobDescription)),
    requirements,
  }
}

/** How near question and reply come to the job description, and whether years and pay fit it. */
export function jobSignals(reply: Reply, job: Job, meanings: Meanings): Signals {
  const asked = topicStems(reply.questionSpeech.tokens)
  const both = new Set([...asked, ...topicStems(reply.speech.tokens)])
  const shared = (topics: ReadonlySet<string>): number => [...topics].filter((topic) => job.topics.has(topic)).length
  return {
    has_job: flag(meanings.requirements.length > 0),
    job_closeness: closeness(reply, meanings),
    job_words: saturate(shared(both), 1),
    job_words_asked: saturate(shared(asked), 1),
    fewer_years: flag(yearsShort(reply, job.requirements) !== undefined),
    above_offer: flag(namesMoreThanOffered(reply)),
    above_pay: flag(namesMore(reply, job.payMax)),
  }
}

/** Largest cosine of the question or a sentence to one of the requirements. */
function closeness(reply: Reply, meanings: Meanings): number {
  const vectors = [meanings.questionOf(reply), ...reply.speech.sentences.map((s) => meanings.vectorOf(s))]
  let best = 0
  for (const vector of vectors) {
    if (vector === undefined) continue
    for (const requirement of meanings.requirements) {
      best = Math.max(best, dot(vector, requirement))
    }
  }
  return best
}

/** A figure above the highest that the interviewer has just named of the pay. */
function namesMoreThanOffered({ questionSpeech, speech }: Reply): boolean {
  if (!hasPhrase(questionSpeech.tokens, MONEY) && !hasPhrase(questionSpeech.tokens, OFFERS)) return false
  const values = (tokens: readonly Token[]): number[] =>
    tokens.flatMap(({ isNumber, text }) => (isNumber ? (numberValue(text) ?? []) : []))
  const offered = Math.max(0, ...values(questionSpeech.tokens))
  return offered >= LEAST_PAY && values(speech.tokens).some((value) => value > offered * 1.005 && value < offered * 2)
}

const OFFERS = phraseSet(`
(we've|we) (budgeted|got|said|advertised|put)
what we've (budgeted|got|said|advertised|put)
(it's|it is) up to
`)
/** Lower numbers count days and hours. */
const LEAST_PAY = 15

/** A figure above the pay on offer, where pay is the subject; "thirty-four" may mean thousands. */
function namesMore({ questionSpeech, speech }: Reply, payMax: number): boolean {
  if (payMax === 0 || !(hasPhrase(questionSpeech.tokens, MONEY) || hasPhrase(speech.tokens, MONEY))) return false
  return speech.tokens.some(({ isNumber, text }) => {
    const value = isNumber ? numberValue(text) : undefined
    if (value === undefined) return false
    const amount = payMax >= 10_000 && value >= 20 && value < 1000 ? value * 1000 : value
    return amount > payMax * 1.005 && amount < payMax * 4
  })
}
