import type { SurfaceRule } from '../lexicon/types.ts'
import type { Candidate } from './candidates.ts'
import type { Tokens } from './tokens.ts'
import { gap } from './tokens.ts'

/** Words that announce or follow the name of a technology. */
const cuesBefore = new Set(
  'in using used use uses utilizing with via know language languages microsoft ms software tools proficient tool knows'.split(
    ' ',
  ),
)
const cuesAfter = new Set(
  'experience skill skills proficiency expertise programming developer developers development engineer engineers language script scripts scripting library framework software certified certification code api sdk'.split(
    ' ',
  ),
)

/** True when a word beside the candidate rules it out. */
export function isBlocked(rule: SurfaceRule, tokens: Tokens, candidate: Candidate): boolean {
  const { first, last } = candidate
  if (rule.level === 3) return true
  if (first > 0 && tokens.gaps[first] === gap.soft && listed(rule.not_prev, tokens.words[first - 1]!)) return true
  const next = last + 1
  return next < tokens.words.length && tokens.gaps[next] === gap.soft && listed(rule.not_next, tokens.words[next]!)
}

/** True when a word beside the candidate announces it: "in R", "Go developer". */
export function hasCue(rule: SurfaceRule, tokens: Tokens, candidate: Candidate): boolean {
  const { first, last } = candidate
  if (first > 0 && (tokens.gaps[first] === gap.soft || tokens.gaps[first] === gap.bracket)) {
    const before = tokens.words[first - 1]!
    if (cuesBefore.has(before) || rule.prev?.includes(before)) return true
  }
  const next = last + 1
  if (next >= tokens.words.length || tokens.gaps[next] !== gap.soft) return false
  return cuesAfter.has(tokens.words[next]!) || rule.next?.includes(tokens.words[next]!) === true
}

const listed = (words: readonly string[] | undefined, word: string): boolean =>
  words?.some((w) => w === word || (w === '#' && /^\d/.test(word))) === true

/**
 * Whether two candidates are neighbours in a list: only separators, "and" or "or" stand between them. `0` no, `1` side by
 * side with spaces or a bracket only ("Python R SQL"), `2` with a real separator.
 */
export function listNeighbours(tokens: Tokens, left: Candidate, right: Candidate): 0 | 1 | 2 {
  const distance = right.first - left.last
  if (distance === 1) {
    const between = tokens.gaps[right.first]!
    if (between === gap.sentence) return 0
    return between === gap.soft || between === gap.bracket ? 1 : 2
  }
  if (distance !== 2) return 0
  const between = tokens.words[left.last + 1]!
  return isJoin(between) && tokens.gaps[right.first] === gap.soft ? 2 : 0
}

const isJoin = (word: string | undefined): boolean => word === 'and' || word === 'or' || word === '&'

/** Whether the candidate is all of a list's item: "excel" of "word, excel, access", but not "make" of "Python, make sure". */
export function isWholeItem(tokens: Tokens, { first, last }: Candidate): boolean {
  const opens = first === 0 || tokens.gaps[first] !== gap.soft || isJoin(tokens.words[first - 1])
  const next = last + 1
  const closes = next >= tokens.words.length || tokens.gaps[next] !== gap.soft || isJoin(tokens.words[next])
  return opens && closes
}
