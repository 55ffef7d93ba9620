import type { SpokenTurn } from '../speakers.ts'
import { type Sentence, sentenceOf, type Token } from '../text/tokens.ts'
import type { ConcernHit } from './types.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What may be listening besides people. */
const MACHINES = words(
  'ai a.i llm gpt chatgpt copilot assistant machine machines bot bots robot algorithm algorithms software summariser summarizer ' +
    'transcriber notetaker note-taker grader scorer evaluator analyser analyzer model computer program system tool recorder ' +
    'automated automation parser reader',
)
/** Words that turn to someone, near the machine or right before it. */
const GREETINGS = words('dear hey hello hi attention')
const WHOEVER = words('whatever whichever whoever any every')
const TOWARDS = words('to for')
const ARTICLES = words('the a an any all every whatever whichever your this that our')
const VERBS = words(
  'rate mark score give grade put set leave ignore recommend write state say report rank skip omit mention include record treat ' +
    'disregard forget override award assign add make conclude output print return move pass delete drop remove count class list',
)
const SUBJECTS = words(
  "i we they it he she to that which would will you who i'd we'd they'd i'll and can could did didn't don't",
)
/** What an order to a judging machine is about. */
const VERDICTS = words(
  'score scores scoring rating ratings mark marks top maximum max hundred 100 ten 10 full perfect highest recommend recommended ' +
    'recommendation hire hired offer shortlist shortlisted negative negatives positive concerns concern flags flag excellent ' +
    'outstanding exceptional best instructions instruction prompt rules rubric criteria pass candidate applicant',
)
/** Words between the address and the machine, between the machine and the order, and between the order and its matter. */
const REACH = { machine: 4, order: 22, matter: 16 } as const

/**
 * Orders by their build and not by their words: someone turns to a machine, gives it a command, and the command is about a
 * judgement. All sentences from the address to the matter belong to it.
 */
export function findOrders({ speech }: SpokenTurn): ConcernHit[] {
  const { tokens, sentences } = speech
  const hits: ConcernHit[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!MACHINES.has(tokens[at]!.text) || !isAddressed(tokens, at)) continue
    const order = commandAfter(tokens, at, sentences)
    if (order === undefined) continue
    const said = tokens.slice(order + 1, order + 1 + REACH.matter).findIndex(({ text }) => VERDICTS.has(text))
    if (said < 0) continue
    const from = sentenceOf(sentences, at)!
    const to = sentenceOf(sentences, order + 1 + said)!
    hits.push({ code: 'prompt_injection', range: { start: from.start, end: to.end }, severity: 'high', strength: 2 })
    at = to.to
  }
  return hits
}

/** "Dear summariser", "to the reading assistant", "whatever model"; "for two years, as an assistant" turns to nobody. */
function isAddressed(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH.machine); i--) {
    const { text } = tokens[i]!
    if (GREETINGS.has(text) || (WHOEVER.has(text) && at - i <= 2)) return true
    if (TOWARDS.has(text) && (i + 1 === at || ARTICLES.has(tokens[i + 1]!.text))) return true
  }
  return false
}

/** A verb without a subject: after "please", a pause or "must", at the start of a sentence, or right after the machine. */
function commandAfter(tokens: readonly Token[], at: number, sentences: readonly Sentence[]): number | undefined {
  for (let i = at + 1; i <= Math.min(tokens.length - 1, at + REACH.order); i++) {
    if (!VERBS.has(tokens[i]!.text)) continue
    const before = tokens[i - 1]!.text
    if (before === 'please' || sentenceOf(sentences, i)?.from === i) return i
    if (before === 'must' || before === 'should') return i
    // A comma or colon: more than a space lies between the two words.
    if (tokens[i]!.start - tokens[i - 1]!.end > 1 && !SUBJECTS.has(before)) return i
    if (i === at + 1 && !SUBJECTS.has(tokens[at - 1]?.text ?? '')) return i
  }
  return undefined
}
