import type { Reply } from '../answers.ts'
import { ASKS_RESULT, UNKNOWN_END } from '../star-cues.ts'
import { findPhrases, hasPhrase, phraseSet } from '../text/phrases.ts'
import { STOP_WORDS, stem } from '../text/stop-words.ts'
import type { Token } from '../text/tokens.ts'
import { concernWeights as w } from '../weights.ts'
import { BOAST } from './claims.ts'
import { type ConcernContext, type ConcernHit, openingOf, placeInOrder, sentenceAt, strongestLean } from './types.ts'

/** Asks for a figure. */
const ASKS_FIGURE = phraseSet(`
how (many|much|long|often|big|large|high)
what was (your|the) (quota|number|rate|budget|target|cac|revenue|margin|score|size|cost|figure|result|conversion)
what (rate|number|percentage|figure|budget|size|score)
rough (number|figure|idea)
(a|any|the|exact|actual) (number|figure|numbers|figures|percentage)
your (cac|quota|numbers|target|conversion|churn|rate)
the (cancellation|conversion|retention|churn|error|failure|success|response|renewal) rate
measure
(is|was) (it|that|the|your) (portfolio |territory |business |book |account |)worth
worth when
in (pounds|euros|dollars|percent|numbers|figures|money|terms)
as a (percentage|number|figure)
to the nearest
(by|tripled|doubled|improved|increased|reduced|grew) (what|how much)
and (subscribers|revenue|sales|the numbers|the budget|numbers)
`)
/** Asks yes or no, or one thing. */
export const ASKS_CHOICE = phraseSet(`
(was|is|were) (it|that|this) your
did you (hit|make|reach|win|lose|resign|leave|get|have|finish|pass|complete|tell|report|check|sign|approve|own|decide|ask)
was (it|that) you (who|that)
were you the one
why did you (leave|resign|go|change|move)
were you (asked|dismissed|fired|told|let go|made|responsible)
do you (have|hold|recall|remember|know)
have you (finished|completed|got|passed|signed)
whose
who (was|made|decided|did|is)
(when|where) (did|was|were|is)
which (one|of)
what (happened|went wrong|exactly)
`)
export const EVASION = phraseSet(`
(don't|rather not|not going to|wouldn't) (want|like|) to (quote|put|give|say|get into|go into|talk about|discuss|share|comment)
i'd rather not
(i'd|i) (have|need|would have) to (look|check) (at|up|that|it|the|)
(not|can't|couldn't) (really|) say
it's a (healthy|good|solid|long|fair|decent|complicated|difficult) (number|figure|story|one|question)
good number
that sat with
that's a (long|different|difficult|complicated) (story|question|one)
what i'd say is
what i would say
let's say
(wouldn't|won't|doesn't|can't) (really |)(tell you|mean|be fair|do it justice)
(keeps|kept|keep) (changing|moving)
(among|amongst) the (best|top|highest)
it (varies|varied|fluctuates|fluctuated|differs)
(off|from) the top of my head
(can't|couldn't|don't) (put|give|quote|name|pin|have) (a|an|the|any|you|it)
i (don't|didn't|wouldn't) (have|know) (the|that|those|any) (figure|figures|number|numbers|exact|data|percentage)
(let's|i'd|we'd) (just |)(put|leave) it (that way|there|at that|like this)
(it|that) was (for the best|amicable|a mutual|complicated|political)
(this|that) (isn't|wasn't) (really |)(about|the)
we (were|did) (all |)(fine|well|good)
under an nda
(rarely|never|not) (just |only |)(down to|about|because of) (one|a single|any one)
(different|differing) (ideas|views|visions|directions|paths)
(a|an) (good|new|long|interesting) (chapter|journey|learning)
(it|that) opened doors
put it (that|this) way
wary of
let's just say
it suited everyone
comfortably (ahead|above|over)
the main thing is
what matters is
the important thing
(vanity metric|not the point|depends how you)
it moved around
moved around a lot
that would be (telling|confidential)
confidential
it's complicated
can't remember
don't (remember|recall)
i couldn't tell you
hard to say
you'd have to ask
without going into
not something i
i'd have to think
a bit of everything
all sorts
this and that
it was mutual
like i say
not (really|) a numbers person
(don't|didn't) (really|) (look|think|measure|count|track)
personal reasons
various (reasons|things)
time for a change
`)
export const PRESS = phraseSet(`
(a|one|any) (specific|particular|concrete|real|rough|actual)
specifically
exactly
in particular
such as
for (example|instance)
(an|one|any) example
though
how (would|do|did|will) you (know|tell|measure)
how'd you (know|tell|measure)
where would you start
what would you (actually|) (do|look|check|measure)
could you (imagine|think|be more)
can you be more
one (person|situation|thing|case)
any way
if you (couldn't|had to)
what (else|exactly)
`)
const WHAT = new Set(['what', "what's", 'which'])
const QUANTITIES = new Set(
  'fee fees price rate rates number numbers figure figures percentage target targets quota budget cost revenue margin score turnover churn conversion attainment volume'.split(
    ' ',
  ),
)

/** "How many", or "what was" with a quantity a few words on. */
export function asksForFigure(question: readonly Token[]): boolean {
  if (hasPhrase(question, ASKS_FIGURE)) return true
  return question.some(
    (token, i) => WHAT.has(token.text) && question.slice(i + 1, i + 7).some((later) => QUANTITIES.has(later.text)),
  )
}

export function hasFigure({ speech }: Reply): boolean {
  const { tokens } = speech
  return tokens.some(
    (token, i) =>
      (token.isNumber && !LOOSE.has(token.text)) ||
      token.text === 'none' ||
      (token.text === 'a' && SPANS.has(tokens[i + 1]?.text ?? '')) ||
      // "One week to the next" counts nothing; in a few words it does.
      (token.text === 'one' && tokens.length <= ONE_WORDS && tokens[i + 1]?.text !== 'of'),
  )
}

const ONE_WORDS = 8

/** "Hundreds" is no figure. */
const LOOSE = new Set(['hundreds', 'thousands', 'millions', 'dozens'])

/** "A year", "a third": figures without a number word. */
const SPANS = new Set('year month week day quarter third half couple dozen decade fortnight'.split(' '))

/** Honest "I do not know" is neither evasion nor vagueness. */
export function isAdmission({ speech }: Reply): boolean {
  return hasPhrase(speech.tokens, ADMISSION)
}

const ADMISSION = phraseSet(`
i don't know
i couldn't (explain|configure|do)
i (haven't|have not|hadn't|didn't)
i've (never|not|only)
i'm not sure how
i'd be guessing
i wouldn't know
not yet
i don't do
i'd like to learn
never (used|done)
no idea
honestly no
i'd need (help|training|support)
`)

/** Questions for a fact that got none: no figure where one was asked, or words that put the question off. */
export function findUnanswered({ answers, meanings }: ConcernContext): ConcernHit[] {
  const hits: ConcernHit[] = []
  for (const { answer, reply, at, next, previous } of placeInOrder(answers)) {
    const question = reply.questionSpeech.tokens
    const { tokens } = reply.speech
    const asksFigure =
      asksForFigure(question) ||
      (previous !== undefined && isEcho(reply) && !hasFigure(previous) && asksForFigure(previous.questionSpeech.tokens))
    const asksChoice = hasPhrase(question, ASKS_CHOICE)
    if (!asksFigure && !asksChoice && at === 0) continue
    const evasion = findPhrases(tokens, EVASION)[0]
    const lean = strongestLean(reply, 'evades-answers', meanings)
    const isEvading = lean !== undefined && lean.lean >= w.evadesFrom
    const isFigureMissing = asksFigure && !hasFigure(reply)
    let strength = 0
    if (evasion !== undefined) strength += asksFigure || asksChoice || at > 0 ? 0.7 : 0.3
    if (isEvading && (asksFigure || asksChoice)) strength += 0.4
    if (isFigureMissing) strength += isAdmission(reply) ? 0.1 : 0.5
    else if (lean !== undefined && !isEvading && lean.lean > w.evadesFrom / 2 && asksFigure) strength += 0.1
    if (asksFigure && !isFigureMissing) strength -= 0.4
    // A figure was asked, none came, and the interviewer went on asking.
    if (isFigureMissing && next !== undefined && answer.replies.includes(next)) strength += 0.2
    // The interviewer asked for the same thing again.
    if (strength > 0 && next !== undefined && (repeats(reply, next) || isEcho(next))) strength += 0.3
    if (strength > 0 && previous !== undefined && (repeats(previous, reply) || isEcho(reply))) strength += 0.3
    if (strength < w.unansweredFrom) continue
    const range =
      evasion !== undefined ? sentenceAt(reply, evasion.at) : isEvading ? lean.sentence : openingOf(reply, 2)
    hits.push({
      code: 'unanswered_question',
      range: { start: range.start, end: range.end },
      severity: 'medium',
      strength,
    })
  }
  return hits
}

/** A question of a few words that only makes sense after the reply before it ("In days?", "Why?"). */
export function isEcho({ questionSpeech }: Reply): boolean {
  return questionSpeech.tokens.length > 0 && questionSpeech.tokens.length <= 3
}

export function repeats(first: Reply, second: Reply): boolean {
  const words = (reply: Reply): string[] =>
    reply.questionSpeech.tokens.filter((t) => !STOP_WORDS.has(t.text)).map((t) => stem(t.text))
  const seen = new Set(words(first))
  return (
    words(second).some((word) => seen.has(word)) ||
    (asksForFigure(first.questionSpeech.tokens) && asksForFigure(second.questionSpeech.tokens))
  )
}

/** Stories whose end was asked for or is due, and that have none, or one nobody could check. */
export function findMissingResults({ answers, stories, meanings }: ConcernContext): ConcernHit[] {
  const hits = endsAskedLater({ answers, stories })
  for (const { answer, star } of stories) {
    const unknown = answer.replies.find(
      (reply, i) => i > 0 && reply.speech.tokens.length > 0 && asksResult(reply) && isUnknown(reply, meanings),
    )
    if (star.strength.situation < (unknown === undefined ? w.storyForResult : w.storyForUnknown)) continue
    if (star.strength.result >= w.resultEnough) continue
    // A boast in place of a result is a concern of its own.
    if (hasPhrase(answer.speech.tokens, BOAST)) continue
    const asked =
      unknown ?? answer.replies.find((reply, i) => i > 0 && reply.speech.tokens.length > 0 && asksResult(reply))
    const isDue = star.strength.action >= w.actionForResult && star.strength.result < w.resultAbsent
    if (asked === undefined && !isDue) continue
    const at = star.vagueOutcomes[0] ?? star.at.result
    const last = asked ?? answer.replies.filter((reply) => reply.speech.tokens.length > 0).at(-1)
    if (last === undefined) continue
    hits.push({
      code: 'missing_result',
      range: at === undefined || asked !== undefined ? openingOf(last, 2) : sentenceAt(answer, at),
      severity: 'medium',
      strength: (unknown === undefined ? 1 : 1.5) - star.strength.result,
    })
  }
  return hits
}

export function asksResult({ questionSpeech }: Reply): boolean {
  const tokens = questionSpeech.tokens
  const from = tokens[0] !== undefined && LINKING.has(tokens[0].text) ? 1 : 0
  // "Was it there in time?", "Did the client stay?": yes or no, about the matter and not about the candidate.
  const isClosed = CLOSED_OPENINGS.has(tokens[from]?.text ?? '') && MATTERS.has(tokens[from + 1]?.text ?? '')
  return isClosed || hasPhrase(tokens, ASKS_RESULT)
}

/** A short question for the end that stands as a question of its own right after the story, and is not known. */
function endsAskedLater({ answers, stories }: Pick<ConcernContext, 'answers' | 'stories'>): ConcernHit[] {
  const told = new Set(stories.map(({ answer }) => answer.index))
  return answers.flatMap((answer): ConcernHit[] => {
    const near = told.has(answer.index - 1) || told.has(answer.index - 2)
    if (!near || told.has(answer.index)) return []
    const reply = answer.replies.find(
      (item) =>
        item.speech.tokens.length > 0 &&
        item.questionSpeech.tokens.length <= w.endQuestionWords &&
        asksResult(item) &&
        hasPhrase(item.speech.tokens, UNKNOWN_END),
    )
    return reply === undefined
      ? []
      : [{ code: 'missing_result', range: openingOf(reply, 2), severity: 'medium', strength: 0.9 }]
  })
}

const LINKING = new Set(['and', 'so', 'but'])
const CLOSED_OPENINGS = new Set(['did', 'was', 'were', 'is', 'are', 'has', 'have'])
const MATTERS = new Set(['it', 'that', 'they', 'he', 'she', 'the', 'this', 'these', 'those'])

/** The candidate does not know, or does not say, how it ended. */
export function isUnknown(reply: Reply, meanings: ConcernContext['meanings']): boolean {
  const lean = strongestLean(reply, 'unknown_end-outcome', meanings)
  const isLeaning = lean !== undefined && lean.lean >= w.unknownFrom
  return (
    (hasPhrase(reply.speech.tokens, UNKNOWN_END) && (lean === undefined || lean.lean > w.unknownLeast)) ||
    (isLeaning && lean.lean >= w.unknownAlone)
  )
}
