import { looksLikeName, readLabel } from './labels.ts'
import type { Piece } from './turns.ts'

const TIMING = /^(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}/

/** WebVTT, SRT and the cue lists of Teams: text under lines of the form `00:00:01.000 --> 00:00:04.000`. */
export function isCueFile(text: string): boolean {
  if (/^\uFEFF?WEBVTT/.test(text)) return true
  let seen = 0
  for (const line of text.slice(0, 4000).split('\n')) if (TIMING.test(line.trim()) && ++seen >= 2) return true
  return false
}

/** The spoken text of a cue file with the speaker named by a voice tag, by `Name:` or by a line of its own. */
export function splitCues(text: string): Piece[] {
  const pieces: Piece[] = []
  let isInCue = false
  let isFirstLine = false
  let isSkipping = false
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const line = text.slice(start, end).trim()
    if (line === '') {
      isInCue = false
      isSkipping = false
    } else if (TIMING.test(line)) {
      isInCue = true
      isFirstLine = true
    } else if (/^(?:NOTE|STYLE|REGION)\b/.test(line) && !isInCue) isSkipping = true
    else if (isInCue && !isSkipping) {
      pieces.push(...readCueLine(text, start, end, isFirstLine))
      isFirstLine = false
    }
    start = end + 1
  }
  return pieces
}

function readCueLine(text: string, start: number, end: number, isFirstLine: boolean): Piece[] {
  const pieces: Piece[] = []
  const line = text.slice(start, end)
  if (line.includes('<')) {
    let label: Piece['label']
    for (let at = 0; at < line.length; ) {
      if (line[at] === '<') {
        const close = line.indexOf('>', at)
        if (close < 0) break
        const voice = /^v(?:\.[\w.]+)?\s+(.+)$/.exec(line.slice(at + 1, close))
        if (voice !== null) label = readLabel(voice[1]!.slice(0, 80))
        at = close + 1
        continue
      }
      let next = line.indexOf('<', at)
      if (next < 0) next = line.length
      if (line.slice(at, next).trim() !== '') pieces.push({ label, range: { start: start + at, end: start + next } })
      at = next
      label = undefined
    }
    return pieces
  }
  const colon = line.slice(0, 64).indexOf(':')
  const label = colon > 0 ? readLabel(line.slice(0, colon).replace(/^[\s>-]+/, '')) : undefined
  if (label !== undefined && looksLikeName(label.name)) return [{ label, range: { start: start + colon + 1, end } }]
  // Teams puts the name on the line under the timing, alone.
  const alone = isFirstLine && line.trim().length <= 40 ? readLabel(line.trim()) : undefined
  const isAlone =
    alone !== undefined &&
    looksLikeName(alone.name) &&
    !/[.]$/.test(alone.name) &&
    /^[^\n]*\n\s*\S/.test(text.slice(start, end + 80))
  if (isAlone && !startsNewCue(text, end + 1)) return [{ label: alone, range: { start: end, end } }]
  return [{ label: undefined, range: { start, end } }]
}

function startsNewCue(text: string, at: number): boolean {
  const end = text.indexOf('\n', at)
  const line = text.slice(at, end < 0 ? text.length : end).trim()
  return line === '' || TIMING.test(line)
}
