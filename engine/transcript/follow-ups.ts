import { isAsk } from './asks.ts'
import type { Exchange } from './exchanges.ts'
import { FOLLOW_UPS_LEARNED } from './learned-follow-ups.ts'
import type { SpokenTurn } from './speakers.ts'
import { ASKS_RESULT } from './star-cues.ts'
import { pastKind } from './text/past.ts'
import { hasLoosePhrase, hasPhrase, loosePhraseSet } from './text/phrases.ts'
import { STOP_WORDS, stem } from './text/stop-words.ts'
import type { Range, Token } from './text/tokens.ts'

/** Openings of a new subject, whoever speaks and however short. */
const NEW_SUBJECT = loosePhraseSet(`
tell (me|us) about (a|an|the|your|something|another|one)
(a|another|some) time (when|you|that|someone|where)
(give|share) (me|us) (a|an|one|another|some) example
(can|could) you (tell|give|share|describe|walk|talk)
walk (me|us) through
(any|anything|some) (questions|question)
anything (you'd|you|for (me|us)|that you)
(like|want) to ask
questions for (me|us)
what do you know about (us|our|the)
what (don't|do) you like
(has|have|had) (your|you|it|the|a|any|that) (app|team|project|system|site|product|company|) ever
have you (had|improved|dealt|led|managed)
what (questions|would you like to ask)
something (that|you|which|where)
what about (a|an|your|when|someone|something|starting|working|people)
(do you|have you) (have|got|hold) your
is your
someone (that|you|who)
let's (talk|do|move|go|start|turn|begin)
(last|final|next) (one|question)
when did you last
(biggest|worst|hardest|proudest) (improvement|mistake|change|success|achievement|failure|challenge|decision|deal)
(can|could) you (recall|remember|think)
think of (someone|time|something|one)
(recall|remember) (time|something|someone)
(has|have|had) (client|customer|anyone|anybody|someone|colleague|manager|patient|supplier) ever
my turn
moving on
how (would|do) you (go|handle|deal|decide|approach|set|manage|feel)
if (i|we) (gave|had)
what would you do if
(have|has) you ever
difference between
(are|is) you comfortable
how comfortable
suppose you
imagine you
is there (a|an) (bug|case|project|time|situation|decision|day|customer|moment|piece|thing|job)
`)
/** Words that point back to what was just said. */
const POINTING = new Set(
  "it that this these those they them she he her his him then there it's that's it'd they'd he'd she'd he'd either else it'll".split(
    ' ',
  ),
)
/** Asks for one case of what was just said in general. */
const ONE_OF_THEM = loosePhraseSet(`
(particular|specific|concrete|real) one
one in particular
`)
const PROBES = loosePhraseSet(`
(such|like) as
for example
what (happened|exactly|came|changed)
what did (you|it|they|that|he|she)
did (you|it|they|that|he|she|anyone)
do you (have|remember|recall)
what was (your|the|it)
and (the|your) (result|outcome|budget|numbers|others)
what was the
how did (you|it|they|he|she|that)
why (did|was|not)
in that
(you|they) said
or was
is there (one|a|any)
would (you|it|that) (measure|fix|change)
where would you (start|begin|look)
though
more specific
in practice
could you (imagine|think of)
what would happen
and if
do you mean
`)

/** What speaks for and against a follow-up, in the order of the fitted weights. */
export const FOLLOW_UP_SIGNS = [
  'standing',
  'short remark',
  'long remark',
  'one of them',
  'new subject',
  'asks the end',
  'probes',
  'and a',
  'begins with and',
  'bare topic',
  'few words',
  'many words',
  'points back',
  'another interviewer',
  'shared words',
  'fresh words',
  'nothing said yet',
  'length of the turn',
  'points back at once',
  'shared with the last reply',
  'follow-ups so far',
  'short reply',
  'several questions',
  'remark before it',
  'you or your',
  'no verb',
  'told of the past',
  'what would be',
  'length of the reply',
] as const

/** The signs of one turn of the interviewer against the exchange that is open. */
export function followUpSigns(turn: SpokenTurn, range: Range, current: Exchange): number[] {
  const { speech } = turn
  const from = Math.max(
    0,
    speech.tokens.findIndex((token) => token.start >= range.start),
  )
  const asks = speech.sentences.filter((sentence) => sentence.start >= range.start && isAsk(speech, sentence))
  const tokens = speech.tokens.slice(from)
  const asked = asks.length === 0 ? tokens : asks.flatMap((s) => speech.tokens.slice(s.from, s.to))
  const isOne = hasLoosePhrase(asked, ONE_OF_THEM)
  const isNew = !isOne && hasLoosePhrase(tokens, NEW_SUBJECT)
  const first = asked[0]?.text
  const isBrief = asked.length <= 4
  const isBare = isBrief && isBareTopic(asked)
  const said = current.replies.at(-1)?.turn.speech.tokens ?? []
  const { fresh, shared } = novelty(tokens, current.topics)
  const has = (words: ReadonlySet<string>, list: readonly Token[]): boolean => list.some(({ text }) => words.has(text))
  const signs = [
    true,
    asks.length === 0 && current.replies.length > 0 && tokens.length < 16,
    asks.length === 0 && (current.replies.length === 0 || tokens.length >= 16),
    isOne,
    isNew,
    !isOne && !isNew && hasPhrase(asked, ASKS_RESULT),
    hasLoosePhrase(asked, PROBES),
    tokens[0]?.text === 'and' && ARTICLES.has(tokens[1]?.text ?? '') && tokens.length >= 5,
    first === 'and' || first === 'but' || first === 'or',
    isBare,
    isBrief && !isBare,
    !isBrief && tokens.length >= 12,
    has(POINTING, asked),
    turn.speaker !== lastAsker(current),
    Math.min(2, shared),
    Math.min(5, fresh),
    current.replies.length === 0,
    Math.min(3, tokens.length / 15),
    has(POINTING, asked.slice(0, 4)),
    Math.min(2, novelty(tokens, topicsOfWords(said)).shared),
    Math.min(3, current.followUps.length),
    said.length < 25,
    asks.length > 1,
    from > 0 || (asks[0]?.from ?? 0) > from,
    has(YOU, asked),
    !has(VERBS, asked),
    asked.some(({ text }) => pastKind(text) !== undefined || text === 'did'),
    has(WOULD, asked),
    Math.min(3, said.length / 60),
  ]
  return signs.map(Number)
}

const YOU = new Set("you your you're you've you'd yours yourself".split(' '))
const WOULD = new Set("would you'd could should if suppose imagine i'd".split(' '))

/** Above 0 when the interviewer stays with the matter of `current`. */
export function followUpScore(turn: SpokenTurn, range: Range, current: Exchange): number {
  return followUpSigns(turn, range, current).reduce((sum, sign, i) => sum + sign * FOLLOW_UPS_LEARNED[i]!, 0)
}

/** "And a complaint that landed on your shift?" opens a subject; "And the cost?" stays with it. */
const ARTICLES = new Set(['a', 'an', 'another', 'someone', 'somebody', 'something'])

/** A short question without a verb or pointer ("A database index?") opens a subject of its own. */
function isBareTopic(asked: readonly Token[]): boolean {
  const topics = asked.filter((token) => !STOP_WORDS.has(token.text))
  return (
    topics.length > 0 &&
    asked[0]!.text !== 'and' &&
    !asked.some((token) => VERBS.has(token.text) || POINTING.has(token.text))
  )
}

const VERBS = new Set(
  'is are was were do did does have has had can could would should will you your why how who such what which'.split(
    ' ',
  ),
)

function lastAsker(current: Exchange): string {
  return (current.followUps.at(-1)?.turn ?? current.questionTurn).speaker
}

/** Stems of the words that carry a topic. */
export function topicsOfWords(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.filter((t) => !STOP_WORDS.has(t.text) && !t.isNumber).map((t) => stem(t.text)))
}

/** How many topic words of a question are new, and how many the question and replies before it already held. */
function novelty(tokens: readonly Token[], before: ReadonlySet<string>): { fresh: number; shared: number } {
  let fresh = 0
  let shared = 0
  for (const topic of topicsOfWords(tokens)) {
    if (before.has(topic)) shared++
    else fresh++
  }
  return { fresh, shared }
}
