import { hasLoosePhrase, loosePhraseSet } from './text/phrases.ts'
import type { Sentence, Speech } from './text/tokens.ts'

/** Openings that ask without a question mark; captions often lose the mark. */
const OPENINGS = loosePhraseSet(`
tell (me|us)
walk (me|us) through
talk (me|us) through
take (me|us) through
describe (a|an|the|your|how|one|what)
explain (how|why|what|the|a|your)
give (me|us) (a|an|one|some|the) example
(can|could|would|will) you
(do|did|have|are|were) you
(can|could) (i|we) (start|ask)
what (would|do|did|is|was|are|were|happened|about|if|have|has|sort|kind|made|makes|does|came|changed|should|else|exactly|could)
what's
how (would|do|did|is|was|are|were|about|many|much|long|often|have|has|comfortable|does|could|well)
how'd
how's
why (did|do|would|are|is|not|was)
why'd
when (would|did|do)
who (did|do|was|is|made|would)
where (do|did|would)
which (one|of|would|did|do)
whose
let's (start|talk|do|move|go|begin|hear|turn)
please (tell|describe|explain|give)
(any|anything|some|your) (questions|question)
anything (you'd|you|for|else|that)
is (that|there|it|your)
(was|did|has) (that|it|there|she|he|they|your|he)
(i'd|i would) (like|love) to (hear|know|understand)
if (i|we|you) (gave|had|have|were|found|couldn't)
say (you've|you|we|it's|the|i)
(think of|recall|remember) (a|an|one|someone|somebody|something)
suppose (the|you|we|i)
imagine (you|we|the)
`)

/** Whether a sentence asks for something: a question mark, or an opening that asks in its first words. */
export function isAsk(speech: Speech, sentence: Sentence): boolean {
  if (sentence.isQuestion) return true
  const opening = speech.tokens.slice(sentence.from, Math.min(sentence.to, sentence.from + 6))
  return hasLoosePhrase(opening, OPENINGS)
}
