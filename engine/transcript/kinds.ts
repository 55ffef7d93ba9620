import { HABIT } from './star-cues.ts'
import { ownSteps, pastKind } from './text/past.ts'
import { hasPhrase, loosePhraseSet, looseTokens, phraseSet } from './text/phrases.ts'
import type { Speech, Token } from './text/tokens.ts'
import type { AnswerKind } from './types.ts'

/** Asks for something that happened. */
const PAST_EVENT = phraseSet(`
(a|some|another|one|the last|any) time (when|you|that|someone|where|something|your|a|the)
(an|one|some|another|any) example
(an|one|some|any) (instance|occasion|situation)
tell (me|us) about (a|an|one|something|someone|somebody|the last|your biggest|your hardest|your worst)
walk (me|us) through (a|an|one) (time|project|situation|problem|incident|case|deal|campaign|decision)
describe (a|an|one|the last) (time|project|situation|problem|incident|case|conflict|occasion|challenge|difficult)
have you (had|ever|improved|dealt|faced|made|led|handled|managed|been|changed)
had you ever
(have you|you) had (to|a|an|any)
has (your|a|any|the|it) (app|team|project|system|site|product|shift) ever
(ever|recently) (failed|gone|had|made|missed|disagreed|been)
(about|and|with) a (conflict|disagreement|difficult|mistake|failure)
(biggest|worst|hardest|proudest|recent) (mistake|improvement|change|success|win|deal|failure|challenge|achievement|project|problem|decision|conflict|moment|outage|incident)
most (difficult|challenging|recent|complex)
what did you do (with|about|when|to)
who (wasn't|weren't|was|were) (performing|pulling|upset|unhappy|struggling|late|angry|difficult|leaving)
(think of|recall|remember) (a|an|one|some|someone|somebody|something)
(occasion|instance|occasions|instances) (when|where|that|in|on|of)
(when did|when was the last time) you last
(last time|first time) (you|someone|your|a|something)
(one|a case|a moment|a situation|a problem|a project|a decision|something) you('ve|) (had|made|got|did|solved|handled|led|are proud|were proud|regret)
you('re|) (most|) proud (of|)
a (change|project|improvement|decision|mistake|failure|success|conflict|complaint|deal|campaign|customer|case|patient|moment) (that|where|when|which|you|you've)
a real (case|example|situation|one)
`)
/** The same where captions lost the article or the "me". */
const PAST_HEARD = loosePhraseSet(`
(about|describe|was there) (time|times|occasion|situation|instance) (when|you|that|someone|where|something|your)
tell about (last|biggest|worst|hardest|most|recent)
tell about (time|project|problem|mistake|conflict|disagreement|change|situation|challenge|decision|bug|outage|incident|customer|campaign|deal|breakdown|improvement|failure|success|something|someone|somebody)
about (difficult|hard|tricky|challenging|unhappy|angry) (customer|client|colleague|conversation|decision|situation|patient|parent|stakeholder)
give example
`)

/** Asks for the person, the post or the practical side, not for knowledge. */
const PERSONAL = phraseSet(`
about (yourself|you|us)
(any|anything|some|your) (questions|question)
questions
(like|want) to ask
anything for (me|us)
why (do you want|are you|did you (apply|leave|choose)|this|us|now|have you applied|you've applied|you have applied|do you)
what made you (apply|leave|choose|want)
salary
notice (period|)
(your|the) expectations
expecting
when (can|could) you start
(is|was) that (okay|ok|alright|your decision|a problem|all right)
weekends
nights
where do you see
(strengths|weaknesses|hobbies)
what (are|do|were) you (doing|do|own|at)
what you're (doing|at)
(you've|have) been doing
what you (own|run|do) (now|today|at present|currently|)
your (background|career|current|recent|cv|resume)
what (don't|do) you (like|enjoy)
(current|present) (role|job|post|position|work)
about your (role|job|career|work|week|experience|studies|time)
where you are
your (career|week)
introduce yourself
what do you know about (us|our|the company)
pressure
feel about
(hear|see) (me|us)
`)
const KNOWLEDGE = loosePhraseSet(`
how (would|do|does|can|should|could) (you|we|i|it|they|a|an|the)
how'd you
what (would|do|does|should|could) (you|we|i|it|they|a|an|the|happens)
what's
what is
what are
which
(if|say|suppose|imagine) (you|we|i|a|the|you've|it's)
difference between
explain
have you (used|written|worked|experience|got)
where would you
when would you
how comfortable
`)
const WH = new Set(['what', 'which', 'when', 'how', 'why', 'who', 'where'])
/** Words that tell of what would be, not of what was. */
export const HYPOTHETICAL = new Set(["i'd", "i'll", 'would', "you'd", "it'd", "we'd", 'will', 'could', 'should'])

/** What sort of answer a question calls for; where its words leave it open, the reply's tense decides. */
export function kindOf(question: Speech, reply: Speech): AnswerKind {
  const heard = looseTokens(question.tokens)
  const isSpan = hasPhrase(heard, ASKS_SPAN)
  const isPast =
    !isSpan &&
    (hasPhrase(question.tokens, PAST_EVENT) || hasPhrase(heard, PAST_HEARD) || asksEver(heard) || opensMatter(question))
  if (isPast) {
    const isSure = hasPhrase(question.tokens, STRONGLY_PAST) || hasPhrase(heard, PAST_HEARD)
    if (!isSure && isHypothetical(reply)) return 'technical'
    // "Have you managed a large budget?" "No." is a fact, not a story.
    const isClosed = hasPhrase(heard, CLOSED) && reply.tokens.length < STORY_WORDS
    return isClosed ? 'technical' : 'behavioural'
  }
  if (hasPhrase(question.tokens, PERSONAL)) return 'other'
  // "Tell us about saving money", "And something that went wrong?": a story was wanted if a story came.
  if (!isSpan && !hasPhrase(heard, HOW_WOULD) && isStory(heard, reply)) return 'behavioural'
  if (hasPhrase(heard, KNOWLEDGE)) return 'technical'
  return heard.length > 5 || WH.has(heard[0]?.text ?? '') ? 'technical' : 'other'
}

const STRONGLY_PAST = phraseSet(`
(a|another|the last) time (when|you|that|someone|where|something|your)
tell (me|us) about (a|an|one|something)
have you (had|ever|improved|dealt|faced)
`)

const INVITES = loosePhraseSet(`
tell about
talk through
walk through
take through
describe
give example
(what|how) about
when did you
something (that|you|went|which|where)
someone (that|you|who)
have you (ever|had)
one (that|you|where)
`)
const HOW_WOULD = loosePhraseSet(`
how (would|do|does|should|could) you
how'd you
what would you
`)
/** Asks for a length of time or a number, or for the work done now: facts, however long they are told. */
const ASKS_SPAN = loosePhraseSet(`
how (long|many|much) (have|did|has|do|were|are|is|was)
`)

/** "Has a client ever pushed you": a past example, whatever verb follows. */
function asksEver(heard: readonly Token[]): boolean {
  const ever = heard.findIndex((token) => token.text === 'ever')
  return ever > 0 && heard.slice(Math.max(0, ever - 6), ever).some((token) => PERFECT.has(token.text))
}

/** "And a tender that you lost?" */
function opensMatter({ tokens }: Speech): boolean {
  const article = tokens[1]?.text ?? ''
  return (
    tokens[0]?.text === 'and' &&
    (article === 'a' || article === 'an' || article === 'another') &&
    tokens.slice(2).some(({ text }) => pastKind(text) !== undefined)
  )
}

const PERFECT = new Set(['has', 'have', 'had', 'did', "you've"])

const CLOSED = loosePhraseSet(`
have you
had you
has your
`)
/** Shorter replies to a yes-or-no question tell no story. */
const STORY_WORDS = 10
/**
 * A question that invites to tell and gets a narrative; or any other that speaks of the past, where the reply tells several own
 * steps.
 */
function isStory(heard: readonly Token[], reply: Speech): boolean {
  if (!isNarrative(reply)) return false
  if (hasPhrase(heard.slice(0, 8), INVITES)) return true
  return hasPhrase(heard, ASKS_DEED) && ownSteps(reply.tokens).length >= NARRATIVE_STEPS && !hasPhrase(heard, KNOWLEDGE)
}

const ASKS_DEED = loosePhraseSet(`
(what|how|when|where|why) did (you|it|that|your)
you've (had|made|done|led|built|changed|solved|improved|handled)
you (led|built|changed|solved|improved|handled|made|fixed|designed|ran)
`)
/** Own past steps that make a narrative a story even where the question did not ask for one. */
const NARRATIVE_STEPS = 2
/** A story tells at least this many things in the past tense. */
const NARRATIVE_PAST = 4

function isNarrative({ tokens }: Speech): boolean {
  let past = 0
  let other = 0
  for (const { text } of tokens) {
    if (pastKind(text) !== undefined) past++
    else if (HYPOTHETICAL.has(text) || HABIT.has(text)) other++
  }
  return past >= NARRATIVE_PAST && past > 2 * other
}

function isHypothetical({ tokens }: Speech): boolean {
  let hypothetical = 0
  let past = 0
  for (const { text } of tokens) {
    if (HYPOTHETICAL.has(text)) hypothetical++
    else if (pastKind(text) !== undefined) past++
  }
  return hypothetical > past
}
