import { ownSteps, pastKind } from '../text/past.ts'
import { findPhrases, hasPhrase, phraseSet } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import { concernWeights as w } from '../weights.ts'
import { type ConcernContext, type ConcernHit, openingOf, placeInOrder, sentenceAt } from './types.ts'

export const SHARED = phraseSet(`
we
we'd
we've
us all
all of us
the team
everyone
everybody
(was|were|got|been) (done|made|decided|trained|moved|sent|followed|fixed|put|set|brought|handled|agreed|sorted|rolled|changed|discussed|solved|informed)
they (decided|did|sorted|fixed|handled|took)
people (pulled|just|all|did|helped|came|worked|were|sorted)
whoever
(the|my|our) (team|department|office|group|crew|squad|shift|others|guys|lads|girls|colleagues|ward|management|staff|unit)
(a|one) (colleague|joint effort|few of us|couple of us|lot of us)
together
collectively
as a (team|whole|group|department|unit)
between us
i was (involved|part of|there)
i (helped|supported|assisted)
(it was|it's) a (team|group|joint|multidisciplinary|collective)
working group
`)
const ASKS_OWN_PART = phraseSet(`
what did you (do|contribute)
(your|you) (own|yourself|personally|part|role|bit|contribution)
what was your (part|role|contribution|own)
did you (change|do|tell|decide)
how much of (that|it|this)
how did you
(which|what) (bit|bits|part|parts|piece|share|side|steps|step)
(came|come) from you
you (specifically|individually|in particular|alone)
(your|you) (hand|input|doing|share|side|decision|idea)
(who|whose) (idea|decided|did|was|made|led|took|came)
(and|but|so) you
were you (the|doing|leading|involved|there)
what were you
`)
export const NOT_MINE = phraseSet(`
(that's|that was|it's|that would be|that is) (for|up to|down to) (the|my|our|someone|somebody|them|him|her|it|hr|head|others)
(not|wasn't|isn't) (really|) my (job|call|department|problem|responsibility|area|place)
somebody else (does|did|would|deals|handled)
someone (else|would) (does|did|would|deals|handled|ring|do|deal|sort|handle)
(everybody's|everyone's) (job|responsibility)
above my pay grade
i (just|only) (did|do) what i (was|am) told
i wasn't (really|) (involved|in charge|responsible)
the (team|manager|others) (did|handled|took care of) (most|that|it)
(i'd|i would|i'll|i) (just |)(wait|leave) (for|that|it|this) (to|for|until|till|with|the|my|them|him|her|someone)
(i'd|i would|i) (just |)pass (it|that|them|this) (on|to|over|along)
(i'd|i would) (probably |)(ask|let) (someone|somebody|my manager|my boss|the manager|my lead|the lead|them) (to|what|deal|decide|do|sort|handle)
(someone|somebody|people|they|others) (above|higher up|upstairs|more senior|in head office)
(not|isn't) (something|anything) (i|i'd|that's|we) (deal|get|handle|decide|touch|up|my)
(that|it|this)('s|) (usually|normally|always|) (sits|lies|belongs|goes) (with|to|above|elsewhere)
i (was|am) (just|only|mostly|more|mainly) (there|involved|helping|supporting|in the room|following|on the|part)
i (mostly|mainly|just|only) (followed|watched|sat|attended|listened|helped|took notes)
`)

/** Stories without a step of the candidate's own, and duties passed on to others. */
export function findLowOwnership({ answers, stories }: ConcernContext): ConcernHit[] {
  const hits: ConcernHit[] = []
  for (const { answer } of stories)
    for (const reply of answer.replies.slice(1)) {
      const { tokens } = reply.speech
      const shared = [...findPhrases(tokens, SHARED), ...passives(tokens)]
      const isAskedOfYou = asksOwnPart(reply.questionSpeech.tokens)
      if (isAskedOfYou && tokens.length >= w.ownershipWords && shared.length >= 1 && ownSteps(tokens).length === 0)
        hits.push({ code: 'low_ownership', range: openingOf(reply, 2), severity: 'medium', strength: 0.7 })
    }
  for (const { answer, star } of stories) {
    const isStory = star.strength.situation >= w.storyForOwnership
    const shared = [...findPhrases(answer.speech.tokens, SHARED), ...passives(answer.speech.tokens)]
    if (isStory && star.steps < w.ownershipSteps && shared.length > 0) {
      const asked = answer.replies.find(
        (reply, i) => i > 0 && reply.turns.length > 0 && asksOwnPart(reply.questionSpeech.tokens),
      )
      const evading = asked !== undefined && findPhrases(asked.speech.tokens, SHARED).length > 0 ? asked : undefined
      hits.push({
        code: 'low_ownership',
        range: evading === undefined ? sentenceAt(answer, shared[0]!.at) : sentenceAt(evading, 0),
        severity: 'medium',
        strength: 1 - star.steps / 4 + (evading === undefined ? 0 : 0.5),
      })
    }
  }
  for (const answer of answers)
    for (const reply of answer.replies) {
      const { tokens } = reply.speech
      const passed = findPhrases(tokens, NOT_MINE)[0]
      if (passed !== undefined && ownSteps(tokens).length === 0)
        hits.push({ code: 'low_ownership', range: sentenceAt(reply, passed.at), severity: 'medium', strength: 0.8 })
    }
  return hits
}

const BE = new Set(['was', 'were', 'got', 'been', 'being', 'gets', 'get'])

/** "Contractors were rung", "rooms got swapped": deeds without a doer. "I was asked" tells what was done to the candidate. */
export function passives(tokens: readonly Token[]): { at: number; to: number }[] {
  const found: { at: number; to: number }[] = []
  for (let i = 1; i < tokens.length - 1; i++) {
    if (!BE.has(tokens[i]!.text) || tokens[i - 1]!.text === 'i' || tokens[i - 1]!.text === 'you') continue
    const verb = tokens[i + 1]!.text
    if (pastKind(verb) === 'doing' || PARTICIPLES.has(verb)) found.push({ at: i, to: i + 2 })
  }
  return found
}

const PARTICIPLES = new Set(
  'rung done given taken written shown drawn driven chosen broken spoken thrown begun'.split(' '),
)

export function asksOwnPart(tokens: Parameters<typeof hasPhrase>[0]): boolean {
  return hasPhrase(tokens, ASKS_OWN_PART)
}

export const FAULT = phraseSet(`
(their|his|her|the client's|the manager's|the company's|the team's|the supplier's) fault
that's (subbies|contractors|agencies|managers|management|developers|sales|clients|customers|engineers|it|hr|them|suppliers|people) for you
it was (them|him|her)
(their|his|her) own fault
(was|were|is|it's|that's) (all|) (down to|because of) (them|him|her|the|my|our)
because (they|he|she|the|my|our|management) (team|manager|boss|client|developers|sales|others|) (didn't|never|couldn't|wouldn't|failed|forgot|messed)
(they|he|she|nobody|management|half of them) (never|didn't|don't|doesn't|couldn't|wouldn't|failed to|refused to|hadn't|forgot to) (listen|listened|turn|turned|order|ordered|give|gave|tell|told|know|knew|understand|understood|check|checked|care|cared|help|helped|support|supported|plan|planned|even|set|bother|bothered)
the (design|spec|brief|plan|requirements|data|previous|other) (was|were|team|guy|manager) (wrong|rubbish|useless|terrible|bad|incompetent|lazy)
(useless|incompetent|lazy|clueless|idiot|idiots|rubbish)
not my fault
wasn't my fault
(blame|blamed) (the|it|them|him|her)
let (me|us) down
dropped the ball
messed (it|that|everything) up
couldn't be bothered
(you can't|can't|cannot) work with (people|them|that|him|her)
(typical|just like) (of|them|management)
(no|not a) clue
what (am|are|was|were) (i|you|we) (supposed|meant) to
(for|with) no reason
(told|warned|asked) (no one|nobody|no-one)
(left|leave|leaves) (it|us|the|everything) (filthy|half|in a|dirty|unfinished|to us)
(kept|keep|keeps) (sending|changing|losing|giving|getting|forgetting|moving|ringing)
(won't|wouldn't|refuse to|refused to) (come|listen|sign|help|pay|answer)
(to|at) the wrong
(all|both) of them at it
had (let|put|given|sent|lost|forgotten)
stabbed me
threw me under
micromanaged
(toxic|hopeless)
`)

const FAILING = new Set(
  "didn't hadn't never wouldn't couldn't don't doesn't won't failed refused forgot hopeless useless wrong nobody".split(
    ' ',
  ),
)
const OTHERS_CONTRACTED = new Set("he'd she'd they'd they've he's she's".split(' '))
const OWN_SUBJECTS = new Set("i i'd i've we we'd we've you it that there this".split(' '))
export const SHRUGS = phraseSet(`
out of (our|my) hands
what (can|could) (you|i|we) do
couldn't be helped
these things happen
simple as that
that was that
nothing to change
nothing (i|we) could (do|have done)
not (in|under) (my|our) control
`)

/** Failings in a sentence whose subject is someone else ("marketing hadn't given us the paper"). */
export function failingsOfOthers(tokens: readonly Token[], from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    const isNot = tokens[i]!.text === 'not' && OTHERS_CONTRACTED.has(tokens[i - 1]?.text ?? '')
    if (isNot) count++
    if (!FAILING.has(tokens[i]!.text)) continue
    const before = tokens.slice(Math.max(from, i - 3), i)
    if (before.length > 0 && !before.some((token) => OWN_SUBJECTS.has(token.text))) count++
  }
  return count
}

/** Failures laid on others several times over, with no word of an own part. */
export function findBlame({ answers, meanings }: ConcernContext): ConcernHit[] {
  const hits: ConcernHit[] = []
  let total = 0
  for (const { reply } of placeInOrder(answers)) {
    const { tokens, sentences } = reply.speech
    if (findPhrases(tokens, OWN_FAULT).length > 0 || ownSteps(tokens).length >= w.blameSteps) continue
    for (const sentence of sentences) {
      const said = findPhrases(tokens, FAULT, sentence.from, sentence.to).length
      const shrugs = 0.7 * findPhrases(tokens, SHRUGS, sentence.from, sentence.to).length
      const lean = meanings.lean(sentence, 'blames-owns_up') ?? 0
      const failings = failingsOfOthers(tokens, sentence.from, sentence.to)
      const isOfOthers = !tokens.slice(sentence.from, sentence.from + 3).some((token) => OWN_SUBJECTS.has(token.text))
      const meant =
        failings > 0 && lean > 0
          ? Math.min(1, 0.35 + 3 * lean)
          : isOfOthers && lean >= w.blamesAlone
            ? Math.min(0.7, 3 * lean)
            : 0
      const strength = Math.max(said, meant) + shrugs
      if (strength === 0) continue
      total += strength
      hits.push({
        code: 'blames_others',
        range: { start: sentence.start, end: sentence.end },
        severity: 'medium',
        strength,
      })
    }
  }
  return total >= w.blameCount ? hits : []
}

export const OWN_FAULT = phraseSet(`
i should have
(was|were) (my|mine|on me) (fault|mistake|)
my (fault|mistake|error|own)
i (missed|got it wrong|made a mistake|didn't check|hadn't|overlooked|underestimated)
i could have
i'd (missed|got it wrong)
i was wrong
partly me
`)
