import type { Reply } from '../../answers.ts'
import { isClosing } from '../../competencies.ts'
import { pastKind } from '../../text/past.ts'
import { findPhrases, hasPhrase } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { CONFRONTS, DOWNGRADE, isSmaller, PROBES_SCOPE } from '../claims.ts'
import { asksForFigure, asksResult, isEcho, PRESS, repeats } from '../evasion.ts'
import { correctionOf, PRAISE } from '../knowledge.ts'
import { asksOwnPart } from '../ownership.ts'
import { asksTerms } from '../practical.ts'
import type { ConcernContext, PlacedReply, StoryAnswer } from '../types.ts'
import { flag, type Signals, saturate, topicStems } from './measure.ts'
import { ASKS_BASIS } from './question.ts'
import { holdsToPost, restatesLack } from './reaction.ts'

/** Longer first sentences of a reaction do not merely repeat what was said. */
const ECHO_WORDS = 6

/** Where a reply stands in the interview, what the interviewer makes of it, and how the story around it reads. */
export function aroundSignals(
  { answer, reply, at, next, previous }: PlacedReply,
  turns: ConcernContext['turns'],
  turnAt: number | undefined,
  star: StoryAnswer['star'] | undefined,
  earlier: ReadonlySet<string>,
): Signals {
  const turn = turnAt === undefined ? undefined : turns[turnAt + 1]
  const reaction = turn?.role === 'interviewer' ? turn.speech : undefined
  const opening = reaction === undefined ? [] : reaction.tokens.slice(0, reaction.sentences[0]?.to ?? 0)
  const figures = new Set(reply.speech.tokens.filter(({ isNumber }) => isNumber).map(({ text }) => text))
  const isPraise = hasPhrase(opening.slice(0, 4), PRAISE)
  const followUp = next !== undefined && answer.replies.includes(next) ? next : undefined
  const isElsewhereNext = (reaction !== undefined && isClosing(reaction)) || (next !== undefined && asksTerms(next))
  const asks = next?.questionSpeech.tokens ?? []
  return {
    first: flag(at === 0),
    story: flag(answer.kind === 'behavioural'),
    technical: flag(answer.kind === 'technical'),
    other: flag(answer.kind === 'other'),
    ends_story: flag(star !== undefined && answer.replies.findLast(({ speech }) => speech.tokens.length > 0) === reply),
    story_action: star?.strength.action ?? 0,
    story_result: star?.strength.result ?? 0,
    story_steps: star === undefined ? 0 : saturate(star.steps, 1.5),
    asks_again: flag(previous !== undefined && at > 0 && repeats(previous, reply)),
    asked_again: flag(next !== undefined && (repeats(reply, next) || isEcho(next))),
    pressed: flag(followUp !== undefined && hasPhrase(asks, PRESS)),
    short_follow_up: flag(followUp !== undefined && asks.length <= 5),
    own_part_asked_next: flag(asksOwnPart(asks)),
    scope_probed_next: flag(hasPhrase(asks, PROBES_SCOPE)),
    basis_asked_next: flag(hasPhrase(asks, ASKS_BASIS)),
    end_asked_next: flag(next !== undefined && asksResult(next)),
    smaller_next: flag(next !== undefined && isSmaller(next, reply)),
    shrinks_next: next === undefined ? 0 : saturate(findPhrases(next.speech.tokens, DOWNGRADE).length, 1),
    confronted_next: flag(reaction !== undefined && hasPhrase(reaction.tokens, CONFRONTS)),
    words_echoed: isPraise || isElsewhereNext ? 0 : echo(opening, reply.speech.tokens),
    praised: flag(isPraise),
    earlier_figure_next: flag(earlierFigure(reaction?.tokens ?? [], reply, earlier)),
    holds_to_post_next: reaction === undefined || isPraise ? 0 : holdsToPost(reaction),
    lack_restated_next: reaction === undefined ? 0 : restatesLack(reaction),
    figure_asked_next: flag(followUp !== undefined && asksForFigure(asks)),
    no_story: flag(
      answer.kind === 'behavioural' &&
        at === 0 &&
        reply.speech.tokens.filter(({ text }) => pastKind(text) !== undefined).length < STORY_PAST,
    ),
    figure_echoed: flag(opening.some(({ isNumber, text }) => isNumber && figures.has(text))),
    other_figure_next: flag(figures.size > 0 && opening.some(({ isNumber, text }) => isNumber && !figures.has(text))),
    corrected: turnAt === undefined ? 0 : Math.min(1, correctionOf(reply, answer.replies[0]!, turns, turnAt)),
  }
}

/** The interviewer brings up a figure that only an earlier reply held. */
function earlierFigure(reaction: readonly Token[], reply: Reply, earlier: ReadonlySet<string>): boolean {
  const here = new Set([...reply.speech.tokens, ...reply.questionSpeech.tokens].map(({ text }) => text))
  return reaction.some(({ isNumber, text }) => isNumber && earlier.has(text) && !here.has(text))
}

/** Fewer verbs in the past tell no story. */
const STORY_PAST = 3

/** "A formality." after a reply that spoke of one: share of a short reaction's topics that the reply had brought up. */
function echo(reaction: readonly Token[], reply: readonly Token[]): number {
  if (reaction.length > ECHO_WORDS) return 0
  const said = topicStems(reply)
  const echoed = [...topicStems(reaction)]
  return echoed.length === 0 ? 0 : echoed.filter((topic) => said.has(topic)).length / echoed.length
}
