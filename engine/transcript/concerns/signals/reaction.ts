import { isAsk } from '../../asks.ts'
import { findPhrases, phraseSet } from '../../text/phrases.ts'
import type { Speech } from '../../text/tokens.ts'
import { saturate } from './measure.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Who speaks for the employer, or of the post. */
const OURS = words(
  "we we're we've we'd we'll us our it it's that's there's everyone everybody nobody you'd you've this role job post",
)
/** What a post holds and does not bend on. */
const BOUNDS = words(
  "need needs needed require required essential essentials part contract advert description budget budgeted band range top limit over afraid regulated insurance must policy rule stands ask somebody everyone everybody reason can't couldn't cannot haven't",
)
const RESTATES_LACK = phraseSet(`
you (haven't|hadn't|don't|didn't|wouldn't|weren't|aren't|couldn't) 
you've (not|never|no|only|just)
you'd (not|never|no)
(so|and|but) (no|not|nothing|none|nobody|never)
there's (no|nothing|nobody)
(have|has|had) you not
(is|are|was|were) there (no|not)
`)
/** Words of a reaction that are read. */
const READ = 30

/** How far the interviewer, in statements right after a reply, holds to what the post asks for ("It's part of the role"). */
export function holdsToPost(reaction: Speech): number {
  let bounds = 0
  for (const sentence of reaction.sentences) {
    if (sentence.from >= READ) break
    if (isAsk(reaction, sentence)) continue
    const tokens = reaction.tokens.slice(sentence.from, sentence.to)
    if (!tokens.some(({ text }) => OURS.has(text))) continue
    bounds += tokens.filter(({ text }) => BOUNDS.has(text)).length
  }
  return saturate(bounds, 1)
}

/** How far the interviewer puts into words what is not there ("You've not used one?"). */
export const restatesLack = ({ tokens }: Speech): number =>
  saturate(findPhrases(tokens.slice(0, READ), RESTATES_LACK).length, 1)
