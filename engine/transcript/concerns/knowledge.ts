import type { Reply } from '../answers.ts'
import { isAsk } from '../asks.ts'
import type { SpokenTurn } from '../speakers.ts'
import { hasPhrase, phraseSet } from '../text/phrases.ts'
import { STOP_WORDS, stem } from '../text/stop-words.ts'
import type { Token } from '../text/tokens.ts'
import { type ConcernContext, type ConcernHit, openingOf } from './types.ts'

/** An expert in the room sets something right; the engine itself claims no knowledge of any trade. */
const CORRECTION = phraseSet(`
(it's|that's|that is|it is) (actually|not|the other way|more like|wrong|incorrect)
not (quite|exactly|really|actually|that)
(isn't|aren't|doesn't|wouldn't) (it|that|they) (the|actually|more|be|a|just|still|only)
(are|is) you sure
are you sure
i think (it's|that's|you'll find|you mean|you're thinking)
you mean
the other way (around|round)
(that|it) (would|wouldn't|won't|doesn't|isn't) (actually|not|work|fix|help|quite|right|be)
(would|will|does|is) (that|it|the) (really|actually|fix|still|solve)
(no|hmm) (it's|that's)
that's (a|the) (different|opposite)
in fact
the (rule|limit|answer|law|standard) is
`)
const ACCEPTS = phraseSet(`
oh
i see
(my|silly) mistake
of course
i (got|mixed|confused|muddled) (that|it|them|the|up)
you're right
i stand corrected
fair enough
i didn't know
sorry
i meant
ah
(i'd|i've|i) (always|mixed|thought|assumed|confused|muddled|misread|misremembered)
my (bad|mistake|error)
good (to know|point)
never (knew|heard|noticed)
didn't know
oh right
`)
/** The interviewer takes the answer as it is. */
export const PRAISE = phraseSet(`
(good|great|excellent|exactly|brilliant|perfect|lovely|nice|super|correct|clever|strong)
that's (right|true|good|fair|fine|it)
`)

/** Technical answers that the interviewer corrected, with another figure or in so many words. */
export function findTechnicalErrors({ answers, turns }: ConcernContext): ConcernHit[] {
  const hits: ConcernHit[] = []
  const places = new Map(turns.map((turn, i) => [turn, i]))
  for (const answer of answers) {
    if (answer.kind !== 'technical') continue
    for (const reply of answer.replies) {
      const last = reply.turns.at(-1)
      if (last === undefined || reply.speech.tokens.length === 0) continue
      const strength = correctionOf(reply, answer.replies[0]!, turns, places.get(last)!)
      if (strength >= 0.6)
        hits.push({ code: 'technical_error', range: openingOf(reply, 2), severity: 'medium', strength })
    }
  }
  return hits
}

export function correctionOf(reply: Reply, main: Reply, turns: readonly SpokenTurn[], at: number): number {
  const next = turns[at + 1]
  if (next === undefined || next.role !== 'interviewer') return 0
  const first = next.speech.sentences[0]
  if (first === undefined) return 0
  const opening = next.speech.tokens.slice(0, Math.min(first.to, 24))
  if (hasPhrase(opening.slice(0, 3), PRAISE)) return 0
  let strength = hasPhrase(opening.slice(0, 2), REJECTS) ? 0.7 : hasPhrase(opening, CORRECTION) ? 0.5 : 0
  const isStatement = !isAsk(next.speech, first) && opening.length >= 4
  if (isStatement && !next.asks && otherFigure(opening, reply.speech.tokens)) strength += 0.6
  // A flat statement that denies what the candidate brought in, or something of the matter at least.
  if (
    isStatement &&
    hasPhrase(opening, DENIES) &&
    sharesTopic(opening, reply.speech.tokens, main.questionSpeech.tokens)
  )
    strength += 0.3
  if (
    isStatement &&
    hasPhrase(opening, DENIES) &&
    sharesTopic(opening, [...reply.speech.tokens, ...main.questionSpeech.tokens], [])
  )
    strength += 0.4
  const after = turns[at + 2]
  // A statement about the matter, taken in by the candidate in a few words, set the answer right.
  if (
    isStatement &&
    !next.asks &&
    !next.speech.tokens.some(({ text }) => text === 'your') &&
    after?.role === 'candidate' &&
    after.speech.tokens.length <= TAKEN_IN &&
    hasPhrase(after.speech.tokens.slice(0, 8), ACCEPTS) &&
    (hasPhrase(next.speech.tokens, DENIES) ||
      sharesTopic(next.speech.tokens.slice(0, 40), [...reply.speech.tokens, ...main.questionSpeech.tokens], []))
  )
    strength = Math.max(strength, 0.4)
  if (strength > 0 && after?.role === 'candidate' && hasPhrase(after.speech.tokens.slice(0, 8), ACCEPTS))
    strength += 0.3
  return strength
}

/** Words in which a correction is taken in; longer replies go on with the subject. */
const TAKEN_IN = 22

const REJECTS = phraseSet(`
not (quite|exactly|really)
no
hmm
careful
are you sure
wrong way
other way
`)
const DENIES = phraseSet(`
isn't
aren't
doesn't
don't
there isn't
there's no
not
never
wouldn't
won't
can't
couldn't
only
can only
(though|actually|rather)
(instead|other way|opposite)
`)

function otherFigure(said: readonly Token[], before: readonly Token[]): boolean {
  const own = new Set(before.filter((t) => t.isNumber).map((t) => t.text))
  return own.size > 0 && said.some((t) => t.isNumber && !own.has(t.text))
}

/** The statement takes up a word that the candidate brought in and the question had not. */
function sharesTopic(said: readonly Token[], reply: readonly Token[], question: readonly Token[]): boolean {
  const asked = new Set(question.map((t) => stem(t.text)))
  const replied = new Set(reply.filter((t) => !STOP_WORDS.has(t.text)).map((t) => stem(t.text)))
  return said.some((t) => !STOP_WORDS.has(t.text) && replied.has(stem(t.text)) && !asked.has(stem(t.text)))
}
