import { isRoleWord, type Label, looksLikeName, nameParts, readLabel } from './labels.ts'
import type { Piece } from './turns.ts'

const TIME = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?: ?[AaPp][Mm])?[\])]?`
const NAME = String.raw`[^\n:[\]<>]{1,60}`

/** One way a line may start a turn; `$1` is the label, the rest of the line after the match is speech. */
const HEADERS: { pattern: RegExp; isCertain: boolean }[] = [
  // Zoom: [Name] 09:02:11
  { pattern: new RegExp(String.raw`^\[(${NAME})\] *${TIME}:?`), isCertain: true },
  // 00:00:05 Speaker 1: text, [00:05] Name: text, 00:05 - Name: text
  { pattern: new RegExp(`^${TIME} *[-–—|]? *(${NAME}):`), isCertain: true },
  // Name (00:12): text, Name [00:12] text, Name 00:12: text
  { pattern: new RegExp(`^(${NAME}?) *[-–—|]? *${TIME} *:`), isCertain: true },
  // Teams, Otter, Zoom: Name 14:02 on a line of its own
  { pattern: new RegExp(`^(${NAME}?) *[-–—|]? +${TIME} *$`), isCertain: true },
  { pattern: new RegExp(String.raw`^(${NAME}?) *[[(]\d{1,2}:\d{2}(?::\d{2})?[\])]`), isCertain: true },
  // 00:12 Name on a line of its own
  { pattern: new RegExp(`^${TIME} *[-–—|]? *(${NAME})$`), isCertain: true },
  // **Name:** text and Name: text
  { pattern: /^>{0,3} *(?:#{1,4} )?[*_]{0,3}([^\n:<>[\]]{1,90})[*_]{0,3}:[*_]{0,3}(?=\s|$)/, isCertain: false },
]
const TIME_ALONE = new RegExp(`^${TIME}$`)

interface Line {
  start: number
  end: number
  label: Label | undefined
  /** Where the speech of the line starts. */
  speech: number
  isCertain: boolean
}

function readLine(text: string, start: number, end: number): Line {
  const head = text.slice(start, Math.min(end, start + 200))
  const trimmed = head.trimStart()
  const indent = head.length - trimmed.length
  const content = trimmed.trimEnd()
  if (content === '' || TIME_ALONE.test(content)) return { start, end, label: undefined, speech: end, isCertain: false }
  for (const { pattern, isCertain } of HEADERS) {
    const match = pattern.exec(content)
    const label = match === null ? undefined : readLabel(match[1]!.trim())
    if (match === null || label === undefined) continue
    if (isCertain && !looksLikeName(label.name) && !isRoleWord(label.key)) continue
    return { start, end, label, speech: Math.min(end, start + indent + match[0].length), isCertain }
  }
  return { start, end, label: undefined, speech: start + indent, isCertain: false }
}

/** Reads "Name: text" layouts, with or without timestamps; undefined when the lines name no speakers. */
export function splitLines(text: string): Piece[] | undefined {
  const lines: Line[] = []
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    lines.push(readLine(text, start, end))
    start = end + 1
  }
  const trusted = trustedLabels(lines)
  if (trusted.size === 0) return undefined
  return lines.map(({ start, end, label, speech }) =>
    label !== undefined && trusted.has(label.key)
      ? { label, range: { start: speech, end } }
      : { label: undefined, range: { start: label === undefined ? speech : start, end } },
  )
}

/** A label counts when it names a role, comes back, or looks like a name in a transcript whose other labels come back. */
function trustedLabels(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>()
  const certain = new Set<string>()
  for (const { label, isCertain } of lines) {
    if (label === undefined) continue
    counts.set(label.key, (counts.get(label.key) ?? 0) + 1)
    if (isCertain || isRoleWord(label.key)) certain.add(label.key)
  }
  const trusted = new Set<string>()
  for (const { label } of lines) {
    if (label === undefined || trusted.has(label.key)) continue
    if (certain.has(label.key) || (counts.get(label.key)! >= 2 && looksLikeName(label.name))) trusted.add(label.key)
  }
  // Where nearly every line starts with a name, a name seen once is a speaker too.
  const spoken = lines.filter((line) => line.end > line.speech || line.label !== undefined)
  const named = spoken.filter(({ label }) => label !== undefined && looksLikeName(label.name))
  if (named.length >= 2 && named.length >= 0.7 * spoken.length) for (const { label } of named) trusted.add(label!.key)
  if (trusted.size === 0) return trusted
  const known = new Set([...trusted].flatMap(nameParts))
  for (const { label } of lines) {
    if (label === undefined || !looksLikeName(label.name)) continue
    const parts = nameParts(label.key)
    if (parts.length >= 2 || parts.some((part) => known.has(part)) || trusted.size === 1) trusted.add(label.key)
  }
  return trusted
}
