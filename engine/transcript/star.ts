import type { Answer } from './answers.ts'
import { ASKS_RESULT, DUTY_STATED, HABIT, OUTCOME, SETTING, UNKNOWN_END, VAGUE_OUTCOME } from './star-cues.ts'
import { fitStar, starSigns } from './star-fit.ts'
import { ownSteps, pastKind } from './text/past.ts'
import { findPhrases, hasPhrase } from './text/phrases.ts'
import type { Token } from './text/tokens.ts'
import { starWeights as w } from './weights.ts'

export interface StarReading {
  /** Strengths as weighed by hand, 0-1; the concerns rest on them. */
  strength: StarValues
  /** Fitted strengths, 0-1; the scores of 0, 0.5 and 1 are cut from them, the overall score uses them as they are. */
  fitted: StarValues
  /** Token that best shows each part; undefined without one. */
  at: { situation?: number; task?: number; action?: number; result?: number }
  /** Raw counts for the concerns. */
  steps: number
  vagueOutcomes: number[]
}

/** One value a part. */
export type StarValues = Record<'situation' | 'task' | 'action' | 'result', number>

const saturate = (x: number, half: number): number => (x <= 0 ? 0 : x / (x + half))

/** Reads the four parts of a story from one answer. */
export function readStar(answer: Answer): StarReading {
  const { tokens } = answer.speech
  const main = answer.replies[0]!.speech.tokens.length
  const pasts: number[] = []
  let hypothetical = 0
  for (let i = 0; i < tokens.length; i++) {
    const { text } = tokens[i]!
    if (pastKind(text) !== undefined) pasts.push(i)
    if (HABIT.has(text) || text === "i'd" || text === 'would' || text === 'if') hypothetical++
  }
  const steps = ownSteps(tokens)
  const doing = steps.reduce((sum, step) => sum + (step.weight >= 0.7 ? step.weight : 0), 0)
  const saying = steps.reduce((sum, step) => sum + (step.weight < 0.7 ? step.weight : 0), 0)
  const action = doing + Math.min(w.sayingCap, saying * w.sayingShare)
  const settings = findPhrases(tokens, SETTING)
  const concrete = settings.length + tokens.filter((t) => t.isNumber || t.isName || t.isCode).length * 0.5
  const story = Math.max(0, pasts.length - w.habitCost * hypothetical)
  const situation = saturate(story, w.storyHalf) * (0.5 + 0.5 * saturate(concrete, w.concreteHalf)) * 1.4
  const duty = findPhrases(tokens, DUTY_STATED)
  const outcome = readOutcome(
    tokens,
    pasts,
    steps.map((s) => s.at),
    main,
  )
  // Asked for the end and not knowing it: what was told before counts only where it names an effect.
  const isUnknown = answer.replies.some(
    (reply, i) =>
      i > 0 && hasPhrase(reply.questionSpeech.tokens, ASKS_RESULT) && hasPhrase(reply.speech.tokens, UNKNOWN_END),
  )
  const ending = isUnknown && !outcome.isNamed ? Math.min(w.vagueFloor, outcome.strength) : outcome.strength
  const actionStrength = Math.min(1, action / w.actionFull)
  const isStory = Math.min(1, situation / w.storyNeeded)
  const strength = {
    situation: Math.min(1, situation),
    // A duty with no story around it only describes the post.
    task:
      isStory * (duty.length > 0 ? Math.min(1, 0.6 + 0.4 * actionStrength) : 0.5 * Math.min(1, actionStrength * 1.6)),
    action: actionStrength,
    result: Math.min(1, ending * isStory),
  }
  const at = {
    ...(pasts[0] === undefined ? {} : { situation: settings[0]?.at ?? pasts[0] }),
    ...(duty[0] === undefined ? {} : { task: duty[0].at }),
    ...(steps[0] === undefined ? {} : { action: strongest(steps) }),
    ...(outcome.at === undefined ? {} : { result: outcome.at }),
  }
  return {
    strength,
    fitted: fitStar(starSigns(answer, strength), at),
    at,
    steps: action,
    vagueOutcomes: outcome.vague,
  }
}

function strongest(steps: readonly { at: number; weight: number }[]): number {
  return steps.reduce((best, step) => (step.weight > best.weight ? step : best)).at
}

/** Looks for the end of the story: checkable effects, and what others did once the candidate had acted. */
function readOutcome(tokens: readonly Token[], pasts: readonly number[], steps: readonly number[], main: number) {
  // Endings stand in the last half of the story; replies to follow-ups are endings as a whole.
  const zone = Math.min(Math.floor(main * w.outcomeZone), tokens.length)
  const strong = findPhrases(tokens, OUTCOME, zone)
  const vague = findPhrases(tokens, VAGUE_OUTCOME, zone)
  const firstStep = steps[0] ?? Number.POSITIVE_INFINITY
  const others = pasts.filter((at) => at >= zone && at > firstStep && !steps.includes(at))
  const numbers = tokens.filter((token, i) => i >= zone && token.isNumber).length
  const lasting = lastingSigns(tokens, zone)
  const evidence =
    w.outcomeLasting * Math.min(2, lasting.length) +
    w.outcomeStrong * strong.length +
    w.outcomeOthers * Math.min(4, others.length) +
    w.outcomeNumbers * Math.min(4, numbers) +
    w.outcomeVague * Math.min(1, vague.length)
  const strength = evidence - w.vagueCost * vague.length
  const floor = lasting.length > 0 || vague.length > 0 || strong.length > 0 || others.length > 0 ? w.vagueFloor : 0
  return {
    strength: Math.max(floor, strength),
    at: strong.at(-1)?.at ?? lasting.at(-1) ?? others.at(-1) ?? vague[0]?.at,
    isNamed: strong.length > 0,
    vague: vague.map((hit) => hit.at),
  }
}

const NEGATIONS = new Set("not never no none nobody hasn't haven't didn't don't doesn't isn't".split(' '))
const CLAUSE = new Set("i i'd i've we he she it it's they there you".split(' '))
const TENTATIVE = new Set("would could should i'd we'd might maybe if".split(' '))
/** Words around "since" and "now" that decide what they mean. */
const NEAR = 6

/** "It has not come back since", "it runs without me now": what came of it and lasts, whatever it is. */
function lastingSigns(tokens: readonly Token[], zone: number): number[] {
  const found: number[] = []
  for (let i = Math.max(zone, 1); i < tokens.length; i++) {
    const { text } = tokens[i]!
    const before = tokens.slice(Math.max(0, i - NEAR), i)
    if (text === 'since') {
      const isReason = CLAUSE.has(tokens[i + 1]?.text ?? '')
      if (before.some((token) => NEGATIONS.has(token.text)) || (!isReason && tokens[i - 1]?.text !== 'and'))
        found.push(i)
    } else if (text === 'now' && !before.some((token) => TENTATIVE.has(token.text)) && before.length > 1) found.push(i)
  }
  return found
}
