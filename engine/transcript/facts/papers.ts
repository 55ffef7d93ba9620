import type { Reply } from '../answers.ts'
import { hasPhrase, phraseSet } from '../text/phrases.ts'
import { datesIn, lengthsIn, recentIn } from './periods.ts'
import type { Clash, Facts, Place } from './types.ts'

const PAPERS = new Set(
  'cv resume application linkedin letter form reference referee profile register paperwork contract agency'.split(' '),
)
const SAID = phraseSet('you (said|told|mentioned|wrote)')
const KEEPS = phraseSet(`
no (it|that|i|they|the)
that's (right|correct)
(that|it) (is|was) (right|correct)
`)

/** A time that the interviewer reads from the candidate's papers, or recalls, and that is not the one told before. */
export function heldAgainst(replies: readonly Reply[], { starts, lengths }: Facts): Clash[] {
  const told = [...starts, ...lengths].sort((a, b) => a.reply - b.reply)
  return replies.flatMap((item, reply): Clash[] => {
    const { tokens } = item.questionSpeech
    if (!tokens.some(({ text }) => PAPERS.has(text)) && !hasPhrase(tokens, SAID)) return []
    const dates = datesIn(tokens)
    const spans = lengthsIn(tokens)
    const isRecent = recentIn(tokens, 0, tokens.length) !== undefined
    if (dates.length === 0 && spans.length === 0 && !isRecent) return []
    const before: Place[] = told.filter((place) => place.reply < reply)
    const agrees =
      starts.some(
        (s) =>
          s.reply < reply && dates.some(({ period }) => period.first <= s.period.last && s.period.first <= period.last),
      ) || lengths.some((l) => l.reply < reply && spans.some(({ months }) => months === l.months))
    if (before.length === 0 || agrees || hasPhrase(item.speech.tokens.slice(0, 4), KEEPS)) return []
    const { sentences } = item.speech
    const later = { reply, range: { start: sentences[0]!.start, end: sentences[0]!.end }, subject: new Set<string>() }
    return [{ kind: 'papers', earlier: before.at(-1)!, later, strength: 1 }]
  })
}
