import type { Reply } from '../answers.ts'
import type { Meanings } from '../meanings.ts'
import { numberValue } from '../text/numbers.ts'
import { findPhrases, hasPhrase, phraseSet } from '../text/phrases.ts'
import { startsWithYes } from '../text/spoken.ts'
import { STOP_WORDS, stem } from '../text/stop-words.ts'
import type { Range, Token } from '../text/tokens.ts'
import { concernWeights as w } from '../weights.ts'
import { BOAST } from './claims.ts'
import { asksForFigure } from './evasion.ts'
import { type ConcernContext, type ConcernHit, openingOf } from './types.ts'

/** Words of time, place and pay that are only said when those are settled. */
export const TERMS = phraseSet(`
(salary|salary's|salaries|pay|wage|wages|package)
(pay|salary|fixed|the) (scale|band|bracket)
(day|hourly|daily) rate
(notice|notice period)
(availability|available)
(when|how soon) (can|could|would) you (start|join|begin|be|come)
(start|starting) (date|by|on|in|from|before|as)
(shift|shifts|nights|weekend|weekends|evenings|rota|rotation|on-call)
(days|hours) (a|per|in the|at|on) (week|office|site)
(office|on-site|onsite|site) (three|two|four|five|#|every)
(#|three|two|four|five) days
(hybrid|remote|relocate|relocation|commute|commuting)
(travel|travelling|driving|driving licence) (is|would|to|for|abroad|about)
(full-time|part-time|fixed-term)
(by|from|before) (the|) (beginning|start|middle|end|first|second|third|january|february|march|april|may|june|july|august|september|october|november|december)
the (money|pay|salary) side
(visa|sponsorship|right to work)
(earn|earning|earnings|expectation|expectations|compensation|remuneration)
(hoping|looking|asking) (for|to earn|to be paid)
(on|what) (money|terms)
(based|live|living|located|move|moving) (in|near|to|here|from)
(in the|on|at your|at our) (office|site|desk|depot)
(how soon|earliest|start with us|join us)
(sit|sits|fit|fits) with you
(saturday|saturdays|sunday|sundays|bank holidays|overtime|standby|call-out)
(contract|permanent|temporary)
flexib(le|ility) (on|about|with|over)
`)
/** Asks how work would be done, not whether an arrangement suits. */
const ASKS_METHOD = phraseSet(`
how (would|do|did|should|could) you
how'd you
what would you do
tell (me|us) about
walk (me|us) through
what do you do
`)

/** Whether a question is about time, place or pay. */
export function asksTerms({ questionSpeech }: Reply): boolean {
  const { tokens } = questionSpeech
  return tokens.length <= w.termsQuestionWords && hasPhrase(tokens, TERMS) && !hasPhrase(tokens, ASKS_METHOD)
}

/** Days and parts of the day that a post is worked in. */
const WORKING_TIMES = new Set(
  'mondays tuesdays wednesdays thursdays fridays saturdays sundays monday tuesday wednesday thursday friday saturday sunday mornings evening evenings nights weekend weekends lates earlies shift shifts rota full-time part-time overnight'.split(
    ' ',
  ),
)

/** Whether a question or what is said before it lays down time, place or pay, asking nothing about how work is done. */
export function speaksOfTerms({ questionSpeech: { tokens } }: Reply): boolean {
  return (
    tokens.length <= w.termsQuestionWords &&
    !hasPhrase(tokens, ASKS_METHOD) &&
    (hasPhrase(tokens, TERMS) || tokens.some(({ text }) => WORKING_TIMES.has(text)))
  )
}

export const REFUSAL = phraseSet(`
i (couldn't|can't|wouldn't|can not|could not|won't)
i'm (not|only) (able|available|free|prepared|willing|looking)
not (able|possible|available|before|until|an option|for me)
(at least|minimum of|no less than|nothing under|not less than) (#|a)
(i'd|i would) (be looking|want|need|expect|have to|struggle|prefer|rather) (for|at least|#|more|to|a|not)
looking for (at least|more|#|about|around|something)
my notice (is|period)
notice is (#|three|six)
at the earliest
(only|just) (do|work|manage|come) (#|one|two|three)
(more|lower|higher|less) than (that|i|you|the)
(they're|it's|that's|i'm) (taken|spoken for|booked|tied up|out of the question)
(i've|i have) (a|another|my) (commitment|job|class|course|stall|business|prior)
(isn't|wasn't|won't be|wouldn't be) (possible|feasible|practical|realistic|doable)
that's (low|lower|less|below|too|a bit|quite a bit|under|not what|a problem|difficult|tricky|hard)
a (problem|stretch|struggle|deal-breaker) 
(not|never) (nights|weekends|evenings|mondays|fridays)
i (have|need) to (be|leave|pick|finish|collect) 
until (#|my|i|the|october|november|december|january|february|march|april|may|june|july|august|september)
i don't (drive|travel|work|do)
(childcare|school run)
need to think about it
would(n't|) work for me
i was hoping for
i need (#|at least|more|to be)
only (part-time|mornings|remote|from home|weekdays)
remote only
(is|be|more) realistic
what i can (manage|do|offer)
the (most|best|earliest) i (can|could)
(months|weeks) to the end
fully remote
`)
export const ACCEPTS = phraseSet(`
(that's|that is|it's|is) (fine|ok|okay|good|what i do|no problem|not a problem|perfect|great|in line)
no problem
(happy|fine) with
i (can|could) (do|start|be) (that|then|it|on|from)
i'm (flexible|on (nights|that)|happy)
works for me
suits me
(that's|it's|is|be) (no|not a) (trouble|bother|problem|issue|hardship)
`)

/** Time, place or pay that the candidate cannot or will not accept, said in reply to a question about it. */
export function findAvailability({ text, answers, meanings }: ConcernContext): ConcernHit[] {
  const hits: ConcernHit[] = []
  for (const answer of answers) {
    for (const [at, reply] of answer.replies.entries()) {
      // A story may speak of shifts and pay; only what is asked after it can be about this post.
      if ((at === 0 && answer.kind === 'behavioural') || !asksTerms(reply)) continue
      const refused = refusedTerms(text, reply, meanings)
      if (refused !== undefined) hits.push({ code: 'availability_or_salary_mismatch', severity: 'high', ...refused })
    }
  }
  return hits
}

function refusedTerms(text: string, reply: Reply, meanings: Meanings): { range: Range; strength: number } | undefined {
  const { tokens, sentences } = reply.speech
  const isAccepted =
    hasPhrase(tokens.slice(0, 6), ACCEPTS) || startsWithYes(text, reply.turns[0]?.ranges[0]?.start ?? 0)
  const hasRefusal = findPhrases(tokens, REFUSAL).length > 0
  if (isAccepted && !(hasRefusal && hasPhrase(tokens, BUT))) return undefined
  let best: { range: Range; strength: number } | undefined
  for (const sentence of sentences) {
    const refusals = findPhrases(tokens, REFUSAL, sentence.from, sentence.to).length
    const isTermed =
      hasPhrase(tokens, TERMS, sentence.from, sentence.to) ||
      tokens.slice(sentence.from, sentence.to).some((token) => token.isNumber)
    const lean = meanings.lean(sentence, 'refuses-accepts') ?? 0
    const strength = (isTermed ? refusals : 0) + (lean >= w.refusesFrom ? 5 * lean : 0)
    if (strength >= 0.5 && (best === undefined || strength > best.strength))
      best = { range: { start: sentence.start, end: sentence.end }, strength }
  }
  return best
}

const BUT = phraseSet(`
but
except
only
although
`)

export const LACK = phraseSet(`
i haven't
i have not
i've (not|never)
(ran|run|runs) out
not renewed
i (don't|do not) (have|hold|speak|drive|really (know|use|do|have))
i'm not (qualified|registered|certified|one for|good at|great at|a fan of|really|much of|confident|familiar|comfortable)
i (couldn't|can't|cannot) (do|configure|write|use|speak|drive|set)
(no|not any|not much|little|without) (commercial|professional|formal|direct|real|hands-on|management|) (experience|qualification|training|certificate|licence)
never (used|done|worked|had|touched|managed|written|held|learned|taken)
not (yet|qualified|certified|registered|planned|personally)
(it|mine|that) (has|'s|is|) (expired|lapsed|out of date|run out)
expired
lapsed
i'd (need|have) to (learn|train|get)
part-qualified
(two|three|one|some|few) (papers|modules|exams|units) (left|to go)
(i'm|i am|still) (hoping|planning|going|working) (to|towards) (start|finish|complete|get|do|take|study)
not (finished|completed|quite)
we (use|used|had|have|'ve got|were|are) (a different|another|something)
we're on
we've got
i've (only|just) (seen|read|heard|watched)
don't (pay|bother|see the point|worry|care|believe)
not my (thing|strong|area|strength)
i click through
by name
(only|just) (on paper|in theory|at college|at school)
(on|still on) (the|my) (list|to-do list)
(stops|stop) at
rusty
(don't|doesn't|didn't) (go|stretch|reach|cover)
(a colleague|somebody else|someone else|another team) (does|did|handles|handled|looks|looked|takes|took)
does the typing
`)

/** Where the candidate says that something the job description asks for is not there. */
export function findRequirementMismatches({ text, answers, requirements, meanings }: ConcernContext): ConcernHit[] {
  if (requirements.length === 0) return []
  const wanted = requirements.map((requirement) => ({
    about: requirement.text,
    isMust: requirement.kind === 'must',
    topics: new Set(topicsOf(`${requirement.text} ${requirement.quote}`.toLowerCase().split(/[^\p{L}\p{N}+#&'-]+/u))),
  }))
  const hits: ConcernHit[] = []
  for (const answer of answers)
    for (const reply of answer.replies) {
      const { tokens, sentences } = reply.speech
      if (asksTerms(reply) && refusedTerms(text, reply, meanings) !== undefined) continue
      const isPartly = hasPhrase(tokens.slice(0, 4), PARTLY)
      const isNo = tokens[0]?.text === 'no' || tokens[0]?.text === 'not'
      const isUnconfirmed =
        hasPhrase(reply.questionSpeech.tokens, POSSESSION) &&
        !asksForFigure(reply.questionSpeech.tokens) &&
        !isConfirmed(text, reply)
      const short = yearsShort(reply, requirements)
      if (short !== undefined)
        hits.push({
          code: 'requirement_mismatch',
          range: openingOf(reply, 1),
          severity: 'high',
          about: short,
          strength: 0.8,
        })
      sentences.forEach((sentence, i) => {
        const lack =
          hasPhrase(tokens, LACK, sentence.from, sentence.to) ||
          (i === 0 && isUnconfirmed) ||
          (i === 0 && isNo && asksForIt(reply.questionSpeech.tokens.map((t) => t.text)))
        const lean = meanings.lean(sentence, 'lacks-has') ?? 0
        const isAskedFor =
          asksForIt(reply.questionSpeech.tokens.map((t) => t.text)) || reply.questionSpeech.tokens.length <= 3
        if (sentence.isQuestion || hasPhrase(tokens, BOAST, sentence.from, sentence.to)) return
        if (!lack && !(lean >= w.lacksFrom && i < 2 && isAskedFor && !asksForFigure(reply.questionSpeech.tokens)))
          return
        const about = topicsOf(tokens.slice(sentence.from, sentence.to).map((t) => t.text))
        const asked = topicsOf(reply.questionSpeech.tokens.map((t) => t.text))
        const around = topicsOf(tokens.map((t) => t.text))
        for (const { topics, isMust, about: requirement } of wanted) {
          const direct = about.filter((topic) => topics.has(topic)).length
          const through = Math.max(
            asked.filter((topic) => topics.has(topic)).length,
            // What the reply names just before counts as what it is about.
            tokens.length <= w.shortReplyWords && around.some((topic) => topics.has(topic)) ? 1 : 0,
          )
          // Without a word of lack, the meaning alone must be about the very thing that was asked.
          const strength = lack ? direct + 0.6 * through : 0.6 * Math.min(1, through)
          if (strength >= (isPartly ? 1.5 : 0.6))
            hits.push({
              code: 'requirement_mismatch',
              range: { start: sentence.start, end: sentence.end },
              severity: isMust ? 'high' : 'low',
              about: requirement,
              strength: strength + (isMust ? 0.2 : 0),
            })
        }
      })
    }
  return hits
}

const PARTLY = phraseSet(`
some
a bit
a little
to a point
partly
`)

/** Asks for a thing one has or has not. */
export const POSSESSION = phraseSet(`
do you (have|hold)
have you (got|finished|completed|passed|done)
are you (registered|qualified|chartered|certified|licensed|trained)
is your
where are you with
`)
const CONFIRMS = phraseSet(`
i (do|have|am|did|hold|passed|finished|completed|got)
i've (got|had|passed|completed|finished|both)
(it|mine|they) (is|are)
since
both
all of them
in date
current
`)

/** The reply opens with a yes or says the thing is there. */
export function isConfirmed(text: string, reply: Reply): boolean {
  const opening = reply.speech.tokens.slice(0, 6)
  return (
    startsWithYes(text, reply.turns[0]?.ranges[0]?.start ?? 0) ||
    hasPhrase(opening, CONFIRMS) ||
    opening.some((token) => token.isNumber)
  )
}

const ASKS_YEARS = phraseSet(`
how long (have|had) you
how many years
(years|much) (of |)(experience|practice)
`)
const YEARS = /\b(\d{1,2})\s?(?:\+|or more)?\s?years\b/

/** The requirement that asks for more years than the candidate names when asked how long; undefined without one. */
export function yearsShort(reply: Reply, requirements: ConcernContext['requirements']): string | undefined {
  const { tokens } = reply.speech
  if (!hasPhrase(reply.questionSpeech.tokens, ASKS_YEARS)) return shortOfNamed(reply, requirements)
  const at = tokens.findIndex(({ text }) => text === 'years' || text === 'year')
  if (at < 1) return undefined
  const before = tokens[at - 1]!
  const named = before.text === 'a' ? 1 : before.isNumber ? numberValue(before.text) : undefined
  if (named === undefined) return undefined
  return requirements.find(({ text, quote }) => Number(YEARS.exec(`${text} ${quote}`)?.[1] ?? 0) > named)?.text
}

/** "The advert says four years": a lower count of years in the reply, of which the requirement knows the asked one. */
function shortOfNamed(
  { questionSpeech, speech }: Reply,
  requirements: ConcernContext['requirements'],
): string | undefined {
  const asked = countOfYears(questionSpeech.tokens, 1)
  const named = asked === undefined ? undefined : countOfYears(speech.tokens, YEARS_REACH)
  if (asked === undefined || named === undefined || named >= asked) return undefined
  return requirements.find(({ text, quote }) => Number(YEARS.exec(`${text} ${quote}`)?.[1] ?? 0) === asked)?.text
}

/** "Two and a half years": words from a count to its unit. */
const YEARS_REACH = 4

function countOfYears(tokens: readonly Token[], reach: number): number | undefined {
  const at = tokens.findIndex(
    ({ isNumber }, i) =>
      isNumber &&
      tokens
        .slice(i + 1, i + 1 + reach)
        .some(({ text }) => text === 'year' || text === 'years' || (reach > 1 && text === 'half')),
  )
  return at < 0 ? undefined : numberValue(tokens[at]!.text)
}

/** "How do you" asks for the manner of a thing, not whether it is there. */
const ASKS_HOW = new Set(['how', 'what', 'which', 'why', 'where', 'when', 'who'])

export function asksForIt(question: readonly string[]): boolean {
  return question.some(
    (word, i) =>
      (word === 'have' || word === 'do' || word === 'are') &&
      question[i + 1] === 'you' &&
      !ASKS_HOW.has(question[i - 1] ?? ''),
  )
}

/** Words of job descriptions that fit every sentence. */
const VAGUE_TOPICS = new Set(
  (
    'experience years year able work working skill skills knowledge requirement must role team good strong using use manage ' +
    'understanding evidence own level proven commercial professional client clients include plus preferred degree available ' +
    'full days day start time week weeks month months people new related relevant similar environment business company ' +
    'minimum least clear clearly one two three five four excellent willing willingness'
  )
    .split(' ')
    .map(stem),
)

/** Stems of the words that carry a topic; the vocabulary common to all job descriptions is left out. */
export function topicsOf(words: readonly string[]): string[] {
  return words
    .filter((word) => word.length > 1 && !STOP_WORDS.has(word) && !/^\d/.test(word))
    .map(stem)
    .filter((topic) => !VAGUE_TOPICS.has(topic))
}
