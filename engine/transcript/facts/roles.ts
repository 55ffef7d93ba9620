import type { Reply } from '../answers.ts'
import { hasPhrase, phraseSet } from '../text/phrases.ts'
import type { Range, Sentence, Token } from '../text/tokens.ts'
import { type Rarity, subjectOf } from './subjects.ts'

/** A claim to have led, decided or made the whole of something. */
const LEADS = phraseSet(`
(i|i've|i'd|i'm) (basically|really|actually|always|also|just|) (led|lead|leading|run|ran|running|own|owned|built|headed|heading|head|architected|created|designed|delivered|managed|produced|directed|driving|launched|founded|transformed|scaled|been running|been leading)
i('m|) do (all|everything)
(it's|it was|that's|that was|whole menu was|all) mine
my (own |)(design|decision|idea|strategy|plan)
(end to end|start to finish|single-handedly)
i (put|set) (that|the) whole
i (decide|decided)
`)
const WHOLE = new Set(
  'whole entire everything all single-handedly function department division region company programme strategy kitchen migration'.split(
    ' ',
  ),
)

const PERSONS = new Set(
  (
    'manager managers director partner partners boss lead leader head supervisor architect consultant consultants agency vendor ' +
    'supplier contractor contractors dba chef owner principal chief cto ceo cfo president board committee surveyor senior senior ' +
    'foreman matron sister registrar team department office finance marketing hr legal procurement colleague he she they'
  ).split(' '),
)
const HOLDING = new Set(
  (
    'sign signs signed signing decide decides decided own owns owned hold holds held approve approves approved lead leads led run ' +
    'runs ran write writes wrote draw drew chaired designed sanctioned'
  ).split(' '),
)
const HANDED = phraseSet(`
(sat|sits|lies|lay|rests|is|was) with (the|our|my|a|head)
(by|from) (the|my|our) (manager|director|partner|architect|lead|head|agency|vendor|boss|supervisor|consultant|team|board)
(i|i'd) (report|reported|answered) to
my (part|bit|package|piece|side|section|share|module|workstream|role|job) (was|is|of)
i (sat|was sitting) in
(part of|on) the team (for|that|which)
i joined (after|later|when|once)
i (wasn't|was not) (the|there|in)
(i|we) (supported|assisted|shadowed|contributed)
i was (a|the|an|) (junior|deputy|assistant|intern|trainee)
goes? (to|over to|from) the
`)
/** Questions that ask who stood behind it, or how much of it was the candidate's. */
const ASKS_HOLDER = new Set("who who's who'd whose your yours you yourself".split(' '))
const WHO = new Set("who who's who'd whose".split(' '))
const SELF = new Set(['i', 'me', 'myself', 'mine'])

/** Whether the candidate claims the lead over something here, 0 to 1. */
export function claimsLead({ speech: { tokens, sentences } }: Reply): number {
  let most = 0
  for (const { from, to } of sentences) {
    if (!hasPhrase(tokens, LEADS, from, to)) continue
    const isWhole = tokens.slice(from, to).some(({ text, isNumber }) => WHOLE.has(text) || isNumber)
    most = Math.max(most, isWhole ? 1 : 0.5)
  }
  return most
}

/** A sentence in which somebody else holds, decides or makes the thing. */
export function holdsElsewhere(tokens: readonly Token[], { from, to }: Sentence): boolean {
  if (hasPhrase(tokens, HANDED, from, to)) return true
  for (let at = from; at < to; at++) {
    const { text } = tokens[at]!
    const near = tokens.slice(at + 1, Math.min(to, at + 4))
    if (text === 'by' && near.some((token) => PERSONS.has(token.text))) return true
    if (!isPerson(tokens[at]!)) continue
    for (const word of near) {
      if (word.text === 'i' || word.text === 'we') break
      if (HOLDING.has(word.text)) return true
    }
  }
  return false
}

const isPerson = ({ text, isName }: Token): boolean => isName || PERSONS.has(text)

/** The first sentence of a reply that lays the thing in other hands, and how much it gives away, 0 to 1. */
export function handsOver({ questionSpeech, speech }: Reply): { strength: number; first: Sentence | undefined } {
  const asked = questionSpeech.tokens
  const opening = speech.sentences[0]
  // Unasked, others are named in every story.
  if (opening === undefined || asked.length > ASKED_SHORTLY || !asked.some(({ text }) => ASKS_HOLDER.has(text)))
    return { strength: 0, first: undefined }
  const held = speech.sentences.filter((sentence) => holdsElsewhere(speech.tokens, sentence))
  // "Who signed it off?" "That was Marta." names the holder without a verb; whom one reports to is another matter.
  const first = speech.tokens.slice(opening.from, opening.to)
  if (
    held.length === 0 &&
    asked.some(({ text }) => WHO.has(text)) &&
    !asked.some(({ text }) => text === 'report') &&
    first.some(isPerson) &&
    !first.some(({ text }) => SELF.has(text))
  )
    held.push(opening)
  return { strength: held.length / (held.length + 0.5), first: held[0] }
}

const ASKED_SHORTLY = 20
/** Replies after a claim in which it can still be what is spoken of. */
const REACH = 10

/** A lead that is claimed in one reply and given away in another. */
export interface GivenAway {
  /** 0-1: how much. */
  strength: number
  /** Where it is given away. */
  range: Range
}

/** For each reply, how its claim to lead is given away in the replies after it; undefined where it is not. */
export function leadsGivenAway(replies: readonly Reply[], rarity: Rarity): (GivenAway | undefined)[] {
  const given = replies.map(handsOver)
  const subjects = replies.map(({ speech, questionSpeech }) => ({
    said: subjectOf(speech.tokens),
    both: new Set([...subjectOf(speech.tokens), ...subjectOf(questionSpeech.tokens)]),
  }))
  return replies.map((reply, at) => {
    const claim = claimsLead(reply)
    let best: GivenAway | undefined
    for (let i = at + 1; claim > 0 && i < Math.min(replies.length, at + REACH); i++) {
      const { strength: much, first } = given[i]!
      if (first === undefined) continue
      let count = i - at <= 2 ? 1 : 0
      for (const topic of subjects[at]!.said) if (rarity.isRare(topic) && subjects[i]!.both.has(topic)) count++
      const strength = (claim * much * count) / (count + 1)
      if (strength > (best?.strength ?? 0)) best = { strength, range: { start: first.start, end: first.end } }
    }
    return best
  })
}
