import type { Reply } from '../answers.ts'
import { stem } from '../text/stop-words.ts'
import { tellsOfFact } from './read-facts.ts'
import type { Rarity } from './subjects.ts'
import type { Clash, Denial, Facts, Place } from './types.ts'

/** Statements of one kind that are compared with each other; more of them is no interview but a list. */
const MOST = 60
/** Starts this many months apart are told of the same day by somebody who rounds. */
const ROUNDING = 4

/** Rare stems that two statements share. */
function shared(a: Place, b: Place, rarity: Rarity): number {
  let count = 0
  for (const topic of a.subject) if (b.subject.has(topic) && rarity.isRare(topic)) count++
  return count
}

/** Both of the present place, whatever else is said of it; and an only one beside several. */
const SAME_PLACE = 0.8
const strengthOf = (count: number): number => (count === 0 ? 0 : count / (count + 0.5))
const inOrder = <T extends Place>(a: T, b: Place): { earlier: Place; later: Place } =>
  a.reply <= b.reply ? { earlier: a, later: b } : { earlier: b, later: a }

/** Statements that cannot both hold; the number of pairs is bounded, so that the time stays linear in the transcript. */
export function compareFacts(facts: Facts, replies: readonly Reply[], rarity: Rarity): Clash[] {
  return [
    ...eventsBeforeStart(facts, rarity),
    ...startsApart(facts, rarity),
    ...lengthsApart(facts, rarity),
    ...newYetLong(facts, rarity),
    ...countsApart(facts, rarity),
    ...deniedYetTold(facts.denials, replies, rarity),
  ]
}

/** An event at a place before the candidate came there. */
function eventsBeforeStart({ starts, events }: Facts, rarity: Rarity): Clash[] {
  return starts.slice(0, MOST).flatMap((start) =>
    start.isOfPlace
      ? events.slice(0, MOST).flatMap((event): Clash[] => {
          if (event.reply === start.reply || event.period.last >= start.period.first) return []
          const strength = strengthOf(shared(start, event, rarity))
          return strength === 0 ? [] : [{ kind: 'dates', ...inOrder(start, event), strength }]
        })
      : [],
  )
}

/** Two dates for the start at one place. */
function startsApart({ starts }: Facts, rarity: Rarity): Clash[] {
  const found: Clash[] = []
  starts.slice(0, MOST).forEach((a, i) => {
    for (const b of starts.slice(i + 1, MOST)) {
      if (a.reply === b.reply || a.isOfPlace !== b.isOfPlace) continue
      const gap = Math.max(a.period.first, b.period.first) - Math.min(a.period.last, b.period.last)
      const strength = Math.max(strengthOf(shared(a, b, rarity)), a.isCurrent && b.isCurrent ? SAME_PLACE : 0)
      if (gap >= ROUNDING && strength > 0) found.push({ kind: 'dates', ...inOrder(a, b), strength })
    }
  })
  return found
}

/** Two lengths for the same thing that differ by more than a half. */
function lengthsApart({ lengths }: Facts, rarity: Rarity): Clash[] {
  const found: Clash[] = []
  lengths.slice(0, MOST).forEach((a, i) => {
    for (const b of lengths.slice(i + 1, MOST)) {
      if (a.reply === b.reply || Math.max(a.months, b.months) < 1.5 * Math.min(a.months, b.months)) continue
      const strength = strengthOf(shared(a, b, rarity))
      if (strength > 0) found.push({ kind: 'lengths', ...inOrder(a, b), strength })
    }
  })
  return found
}

/** Years with something that was new a short time ago. */
function newYetLong({ lengths, novelties }: Facts, rarity: Rarity): Clash[] {
  return lengths.slice(0, MOST).flatMap((length) =>
    novelties.slice(0, MOST).flatMap((novelty): Clash[] => {
      if (length.reply === novelty.reply || length.months < 2 * novelty.months) return []
      const strength = strengthOf(shared(length, novelty, rarity))
      return strength === 0 ? [] : [{ kind: 'lengths', ...inOrder(length, novelty), strength }]
    }),
  )
}

/** Two counts of the same thing. */
function countsApart({ counts }: Facts, rarity: Rarity): Clash[] {
  const byUnit = new Map<string, Facts['counts']>()
  for (const count of counts) {
    const list = byUnit.get(count.unit) ?? []
    if (list.length < MOST) byUnit.set(count.unit, [...list, count])
  }
  const found: Clash[] = []
  for (const [unit, list] of byUnit) {
    if (!rarity.isRare(unit) && list.length > 3) continue
    list.forEach((a, i) => {
      for (const b of list.slice(i + 1)) {
        if (a.reply === b.reply || Math.max(a.value, b.value) < 1.3 * Math.min(a.value, b.value)) continue
        // The unit itself is shared anyway.
        const about = strengthOf(Math.max(0, shared(a, b, rarity) - 1))
        const strength = a.isOnly !== b.isOnly ? Math.max(SAME_PLACE, about) : about
        if (strength > 0) found.push({ kind: 'counts', ...inOrder(a, b), strength })
      }
    })
  }
  return found
}

/** What was said never to happen, and a later story in which it did. */
function deniedYetTold(denials: readonly Denial[], replies: readonly Reply[], rarity: Rarity): Clash[] {
  const byStem = new Map<string, Denial>()
  for (const denial of denials)
    for (const topic of denial.denied) if (rarity.isRare(topic) && !byStem.has(topic)) byStem.set(topic, denial)
  if (byStem.size === 0) return []
  const found: Clash[] = []
  replies.forEach(({ speech: { tokens, sentences } }, reply) => {
    for (const sentence of sentences) {
      const met = new Map<Denial, Set<string>>()
      for (let at = sentence.from; at < sentence.to; at++) {
        const topic = stem(tokens[at]!.text)
        const denial = byStem.get(topic)
        if (denial !== undefined && denial.reply < reply && tellsOfFact(tokens, sentence, at))
          met.set(denial, (met.get(denial) ?? new Set()).add(topic))
      }
      for (const [denial, topics] of met)
        found.push({
          kind: 'denial',
          earlier: denial,
          later: { reply, range: { start: sentence.start, end: sentence.end }, subject: topics },
          strength: topics.size / denial.denied.length,
        })
    }
  })
  return found
}
