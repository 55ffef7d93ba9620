import { isRoleWord, type Label, looksLikeName, readLabel } from './labels.ts'
import type { Piece } from './turns.ts'

interface Hit {
  label: Label
  /** Where the label starts and where its speech starts. */
  start: number
  speech: number
  isAfterSentence: boolean
}

const ROLE_BEFORE_COLON =
  /(?:^|[\s*])((?:interviewer|candidate|interviewee|applicant|respondent|recruiter|int|res|q|a|i|r)(?: ?\d{1,2})?)\*{0,2}$/i
const NAME_BEFORE_COLON =
  /(^|[.?!…"'”’)\]*]\s+)((?:\p{Lu}[\p{L}'’.-]{0,20} ){0,3}\p{Lu}[\p{L}'’-]{0,20}(?: \d{1,2})?)\*{0,2}$/u

/** Reads "Interviewer: ... Candidate: ..." run together in one paragraph; undefined when no such labels come back. */
export function splitInline(text: string): Piece[] | undefined {
  const hits: Hit[] = []
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (!/[\s*]/.test(text[colon + 1] ?? ' ')) continue
    const from = Math.max(0, colon - 80)
    const before = text.slice(from, colon)
    const role = ROLE_BEFORE_COLON.exec(before)
    const found = role?.[1] ?? NAME_BEFORE_COLON.exec(before)?.[2]
    const label = found === undefined ? undefined : readLabel(found)
    if (found === undefined || label === undefined) continue
    const isShort = label.key.length === 1
    const start = colon - (before.length - before.lastIndexOf(found))
    const isAfterSentence = /(?:^|[.?!…"'”’)\]*\n])\s*\*{0,2}$/.test(text.slice(Math.max(0, start - 6), start))
    // A single letter before a colon may close an ordinary sentence ("vitamin A: yes").
    if (isShort && !isAfterSentence) continue
    hits.push({ label, start, speech: colon + 1, isAfterSentence })
  }
  const counts = new Map<string, number>()
  for (const { label } of hits) counts.set(label.key, (counts.get(label.key) ?? 0) + 1)
  const keys = new Set(counts.keys())
  const accepted = hits.filter(({ label, isAfterSentence }) => {
    if (isRoleWord(label.key)) return true
    if (label.key.length === 1) return keys.has('i') && (keys.has('r') || keys.has('c'))
    return isAfterSentence && counts.get(label.key)! >= 2 && looksLikeName(label.name)
  })
  if (new Set(accepted.map(({ label }) => label.key)).size < 2) return undefined
  return accepted.map(({ label, speech }, i) => ({
    label,
    range: { start: speech, end: accepted[i + 1]?.start ?? text.length },
  }))
}
