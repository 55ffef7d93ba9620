import type { Reply } from '../answers.ts'
import { numberValue } from '../text/numbers.ts'
import { pastKind } from '../text/past.ts'
import { findPhrases, hasPhrase, phraseSet } from '../text/phrases.ts'
import { stem } from '../text/stop-words.ts'
import type { Sentence, Token } from '../text/tokens.ts'
import { datesIn, lengthsIn, recentIn } from './periods.ts'
import { subjectOf } from './subjects.ts'
import type { Facts, Place } from './types.ts'

const ENTRY = phraseSet(`
i (joined|started|began)
i came (in|into|to|there|here|across)
i('ve been|'ve worked|'ve run|'ve led) 
i have been
i moved (to|into|over|there)
been (there|here|at|with|running|leading|doing)
went straight (in|there|over)
`)
const SINCE = phraseSet('since')
const OF_PLACE = phraseSet(`
(at|with) (my|the|our) (current|present)
(i|i've|been) (joined|there|here)
(came|started|began|joined|been|went) (in|into|there|here|at|with|straight|for|the|a|an)
`)
const I = new Set(['i', "i'd", "i've", "i'm", 'me', 'my', 'mine', 'myself'])
/** Words that place an event before the post that is spoken of. */
const FORMER = new Set(
  'previous previously former formerly before old earlier then placement student university school college'.split(' '),
)
/** A reply that sets a figure right takes no part: the honest correction of a slip is no contradiction. */
const SELF_CORRECTION = phraseSet(`
sorry
i (meant|misspoke|misremembered)
(let me|i should|i have to) correct
i (got that wrong|mixed)
no (it|that) (was|is)
`)
const TENURE = phraseSet(`
i('ve| have|'d) (been|worked|had|done|run|led|managed|used|spent)
i (was|stayed|spent|worked)
(it's|it is|i'm) (been|on|in|having)
(been|on) (on|with|using|doing|in)
of experience
`)
const NEW = phraseSet(`
(completely|brand|all|totally|quite) new
(was|were|is|it's) new (to|for)
(only|just) (started|began|introduced|moved|switched|got|learned|learnt|came)
(up to|until|till) (last|this|#)
(decided|switched|changed|moved) (for|to)
(introduced|brought in)
had nothing
`)
const HYPOTHETICAL = new Set("would i'd you'd they'd he'd she'd could if should will you'll i'll when".split(' '))
const NEGATIVE = new Set(
  "no not never nobody none nothing without neither cannot don't didn't haven't hasn't can't couldn't won't wouldn't isn't wasn't aren't weren't hadn't doesn't".split(
    ' ',
  ),
)
/** Words before a number that make it a part, a rate or a change and not how many there are. */
const PARTIAL = new Set(
  'of from to by between than about every each per another more plus extra next other first'.split(' '),
)
const NO_UNIT = new Set(
  (
    'year years month months week weeks day days hour hours minute minutes second seconds percent pound pounds euro euros dollars ' +
    'k thousand million hundred lakh lakhs crore crores times o am pm of or and to in point points in on a the per is was i ' +
    'with for at but then so because it that we half things ways reasons steps questions'
  ).split(' '),
)
const HOLDS = phraseSet(`
(i|we) (have|had|lead|led|ran|run|manage|managed|look|looked|supervise|supervised|got|tested|trained|ran)
(i|we)('ve|'d) 
(i've|we've|i'd|we'd)
(under|reporting to|report to|reported to) (me|us)
(team|kitchen|staff|crew|pilot) of
there('s|) (was|were|are|is|)
i'm the
(i|i'm|we're|it's) (the|just|only)
`)
/** Of a long question, what stands last is asked. */
const ASKED_WORDS = 60
const NOTHING: ReadonlySet<string> = new Set()
const HOW_LONG = phraseSet('how (long|many years)')

/** Reads what the candidate states, reply by reply; linear in the length of the interview. */
export function readFacts(replies: readonly Reply[]): Facts {
  const facts: Facts = { starts: [], events: [], lengths: [], counts: [], denials: [], novelties: [] }
  replies.forEach((item, reply) => {
    const { tokens, sentences } = item.speech
    const asked = subjectOf(item.questionSpeech.tokens.slice(-ASKED_WORDS))
    // "When was that?" asks of what was told just before.
    const before = replies[reply - 1]
    const told = asked.size === 0 && before !== undefined ? subjectOf(before.speech.tokens) : NOTHING
    const isHowLong = hasPhrase(item.questionSpeech.tokens, HOW_LONG)
    if (hasPhrase(tokens, SELF_CORRECTION)) return
    for (const [i, sentence] of sentences.entries()) {
      if (sentence.isQuestion) continue
      const near = { from: sentences[Math.max(0, i - 2)]!.from, to: sentence.to }
      const place = (from = near.from, to = sentence.to): Place => ({
        reply,
        range: { start: sentence.start, end: sentence.end },
        subject: new Set([...asked, ...told, ...subjectOf(tokens, from, to)]),
      })
      readTimes(facts, tokens, sentence, near, isHowLong && i < 2, place)
      readCounts(facts, tokens, sentence, place)
      readDenials(facts, item, sentence, i, place)
    }
  })
  return facts
}

const some = (tokens: readonly Token[], { from, to }: Pick<Sentence, 'from' | 'to'>, words: ReadonlySet<string>) => {
  for (let at = from; at < to; at++) if (words.has(tokens[at]!.text)) return true
  return false
}

function readTimes(
  facts: Facts,
  tokens: readonly Token[],
  sentence: Sentence,
  near: { from: number; to: number },
  isHowLong: boolean,
  place: (from?: number, to?: number) => Place,
): void {
  const { from, to } = sentence
  const isFormer = some(tokens, near, FORMER)
  for (const { at, period } of datesIn(tokens, from, to)) {
    const isSince = hasPhrase(tokens, SINCE, Math.max(from, at - 3), at)
    const before = Math.max(from, at - 12)
    if (some(tokens, near, I) && (isSince || hasPhrase(tokens, ENTRY, before, at))) {
      const isOfPlace = hasPhrase(tokens, OF_PLACE, from, to)
      // What else is told of the place in the same breath belongs to it.
      const where = isOfPlace ? place(0, tokens.length) : place()
      facts.starts.push({ ...where, period, isOfPlace, isCurrent: hasPhrase(tokens, CURRENT, from, to) })
    } else if (hasPhrase(tokens, LEFT, from, at) && hasPhrase(tokens, STRAIGHT, at, to))
      facts.starts.push({ ...place(), period, isOfPlace: true, isCurrent: true })
    else if (!isFormer) facts.events.push({ ...place(), period })
  }
  const recent = recentIn(tokens, from, to)
  if (recent !== undefined && hasPhrase(tokens, NEW, from, to)) facts.novelties.push({ ...place(from), months: recent })
  if (!isHowLong && !hasPhrase(tokens, TENURE, from, to)) return
  for (const { months } of lengthsIn(tokens, from, to)) facts.lengths.push({ ...place(from), months })
}

const CURRENT = phraseSet('(my|the|our) (current|present)')
const LEFT = phraseSet('i (left|finished)')
const STRAIGHT = phraseSet('(went|came|moved|started) straight')

function readCounts(facts: Facts, tokens: readonly Token[], sentence: Sentence, place: () => Place): void {
  const { from, to } = sentence
  if (!hasPhrase(tokens, HOLDS, from, to) || some(tokens, sentence, HYPOTHETICAL_COUNT)) return
  for (let at = from; at + 1 < to; at++) {
    const token = tokens[at]!
    const isOnly = (token.text === 'only' || token.text === 'sole') && tokens[at - 1]?.text === 'the'
    const value = isOnly ? 1 : token.isNumber ? numberValue(token.text) : undefined
    const next = tokens[at + 1]!
    if (value === undefined || value < 1 || NO_UNIT.has(next.text) || next.isNumber) continue
    if (!isOnly && (PARTIAL.has(tokens[at - 1]?.text ?? '') || tokens[at + 2]?.text === 'of')) {
      const isTeam = tokens[at - 1]?.text === 'of' && ['team', 'crew', 'staff'].includes(tokens[at - 2]?.text ?? '')
      if (!isTeam) continue
    }
    facts.counts.push({ ...place(), unit: stem(next.text), value, isOnly })
  }
}

const HYPOTHETICAL_COUNT = new Set('would if could should'.split(' '))
const PLAIN_DENIAL = new Set(['clean', 'none', 'never', 'zero'])
const NEVER = phraseSet(`
(i|i've|i'd|we|we've|we'd|and|have) never
(i|we) have never
(had|have|with|and) (no|zero)
`)
/** Words after "never" in which what is denied is named. */
const DENIED_WORDS = 4

/** "I've never been late", "with zero complaints", and a plain "clean" or "none" to a question: what was denied. */
function readDenials(facts: Facts, item: Reply, sentence: Sentence, i: number, place: (from?: number) => Place): void {
  const { tokens } = item.speech
  if (some(tokens, sentence, HYPOTHETICAL)) return
  if (i === 0 && sentence.to - sentence.from <= 3 && some(tokens, sentence, PLAIN_DENIAL)) {
    facts.denials.push({ ...place(), denied: [...subjectOf(item.questionSpeech.tokens.slice(-12))] })
    return
  }
  for (const { to } of findPhrases(tokens, NEVER, sentence.from, sentence.to)) {
    const end = Math.min(sentence.to, to + DENIED_WORDS)
    const denied = [...subjectOf(tokens, to, end)]
    // "Late" is a word of time elsewhere; after "never been" it is the matter itself.
    if (tokens.slice(to, end).some(({ text }) => text === 'late')) denied.push('late')
    if (denied.length > 0) facts.denials.push({ ...place(sentence.from), denied })
  }
}

/** Whether a sentence tells at token `at` of what was so: past or counted, not denied, not imagined. */
export function tellsOfFact(tokens: readonly Token[], sentence: Sentence, at: number): boolean {
  if (sentence.isQuestion || some(tokens, sentence, HYPOTHETICAL)) return false
  if (some(tokens, { from: Math.max(sentence.from, at - 5), to: at }, NEGATIVE)) return false
  if (tokens[at - 1]?.isNumber === true) return true
  for (let i = sentence.from; i < sentence.to; i++) if (pastKind(tokens[i]!.text) !== undefined) return true
  return false
}
