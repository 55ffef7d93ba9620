import type { Reply } from '../../answers.ts'
import { isAsk } from '../../asks.ts'
import { isClosing } from '../../competencies.ts'
import { hasPhrase, phraseSet } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { CONFRONTS, PROBES_SCOPE } from '../claims.ts'
import { ASKS_CHOICE, asksForFigure, asksResult, PRESS } from '../evasion.ts'
import { asksOwnPart } from '../ownership.ts'
import { asksForIt, asksTerms, POSSESSION, speaksOfTerms, TERMS } from '../practical.ts'
import { flag, type Signals } from './measure.ts'

/** Asks what a claim rests on. */
export const ASKS_BASIS = phraseSet(`
how (do|did|would|can) you (know|tell|measure|separate|work)
compared (to|with)
based on
measured
out of (how many|what)
(what|which) (figure|figures|number|numbers|evidence|basis)
what's that (based|from)
how (much|many|good|big)
by (how much|what)
in what way
according to (who|whom|what)
because of (you|that)
`)
const ASKS_EXAMPLE = phraseSet(`
example
instance
(a|one|the last) (time|occasion|case|situation)
such as
like what
specific
specifically
concrete
real one
which (ones|factors|things|way|ways|areas)
(anything|what) else
`)
const ASKS_FAILURE = phraseSet(`
(mistake|mistakes|wrong|weakness|complaint|conflict|disagreement|failed|failure)
(didn't|not) go
why (did|are|have) you (leave|leaving|left)
(leave|left|difficult)
`)
/** Words of pay. */
export const MONEY = phraseSet(`
(salary|pay|wage|wages|money|earn|earning|ctc|lakh|lakhs|hourly)
(day|hourly|annual|pay) rate
(the|our|your|pay|salary) (band|bracket|package|fixed)
`)
/** Speaks of the post itself, not of the past. */
const ABOUT_POST = phraseSet(`
(the|our) (advert|ad|role|post|job|position|description|rota|contract|salary|band|scale|range)
(this|it's part of the) (role|job|post)
(you'd|you would) (be|have|need|do|get|come|work)
we('d|) (need|require|expect|ask|want)
(here|with us) (it's|you'd|we|everyone|everybody|the)
(it|there)('s| is) (a|one|two|three|#|full|monday|every|also|some|nights|shift)
`)

/** The words of the last sentence that asks; all of them where none does. */
export function askedWords({ questionSpeech }: Reply): readonly Token[] {
  const asks = questionSpeech.sentences.findLast((sentence) => isAsk(questionSpeech, sentence))
  return asks === undefined ? questionSpeech.tokens : questionSpeech.tokens.slice(asks.from, asks.to)
}

/** What the question before a reply asks for. */
export function questionSignals(reply: Reply): Signals {
  const all = reply.questionSpeech.tokens
  const asked = askedWords(reply)
  return {
    closing: flag(isClosing(reply.questionSpeech)),
    asks_figure: flag(asksForFigure(asked)),
    asks_choice: flag(hasPhrase(asked, ASKS_CHOICE)),
    asks_example: flag(hasPhrase(asked, ASKS_EXAMPLE)),
    asks_end: flag(asksResult(reply)),
    asks_own_part: flag(asksOwnPart(asked)),
    asks_terms: flag(asksTerms(reply) || (asked.length <= 20 && hasPhrase(asked, MONEY))),
    asks_to_have: flag(hasPhrase(asked, POSSESSION) || asksForIt(asked.map(({ text }) => text))),
    asks_basis: flag(hasPhrase(asked, ASKS_BASIS)),
    asks_failure: flag(hasPhrase(all, ASKS_FAILURE)),
    asks_about_post: flag(hasPhrase(all, ABOUT_POST)),
    terms_in_question: flag(hasPhrase(all, TERMS)),
    about_terms: flag(speaksOfTerms(reply) || (all.length <= 30 && hasPhrase(all, MONEY))),
    probes_scope: flag(hasPhrase(asked, PROBES_SCOPE)),
    confronts: flag(hasPhrase(all, CONFRONTS)),
    presses: flag(hasPhrase(asked, PRESS)),
  }
}
