import type { Range } from '../text/tokens.ts'
import { isCueFile, splitCues } from './cues.ts'
import { splitInline } from './inline.ts'
import { type Label, nameParts } from './labels.ts'
import { splitLines } from './lines.ts'
import { splitUnmarked } from './unmarked.ts'

/** What one speaker said without interruption. Several ranges when an export cuts it into cues or blocks. */
export interface Turn {
  speaker: string
  ranges: Range[]
}

/** A stretch of text and the label found before it; no label means "still the same speaker". */
export interface Piece {
  label: Label | undefined
  range: Range
}

export type TranscriptFormat = 'cues' | 'lines' | 'inline' | 'speaker_changes' | 'unmarked'

export interface ParsedTranscript {
  format: TranscriptFormat
  turns: Turn[]
  /** Comparable label to the name as written, in order of first appearance. */
  names: Map<string, string>
}

/** Reads any of the usual transcript layouts into turns; linear in the length of the text. */
export function parseTurns(text: string): ParsedTranscript {
  if (isCueFile(text)) {
    const pieces = splitCues(text)
    if (pieces.some((piece) => piece.label !== undefined)) return assemble('cues', text, pieces)
    const plain = pieces.map((piece) => piece.range)
    return splitUnmarked(text, plain)
  }
  const lines = splitLines(text)
  const inline = splitInline(text)
  const marked = (pieces: Piece[] | undefined): number =>
    pieces?.filter((piece) => piece.label !== undefined).length ?? 0
  if (inline !== undefined && marked(inline) > marked(lines)) return assemble('inline', text, inline)
  if (lines !== undefined) return assemble('lines', text, lines)
  return splitUnmarked(text, [{ start: 0, end: text.length }])
}

function trim(text: string, range: Range): Range {
  let { start, end } = range
  while (start < end && text.charCodeAt(start) <= 32) start++
  while (end > start && text.charCodeAt(end - 1) <= 32) end--
  return { start, end }
}

function assemble(format: TranscriptFormat, text: string, pieces: readonly Piece[]): ParsedTranscript {
  const aliases = mergeAliases(pieces)
  const names = new Map<string, string>()
  const turns: Turn[] = []
  for (const piece of pieces) {
    const range = trim(text, piece.range)
    const last = turns.at(-1)
    if (piece.label === undefined) {
      if (last !== undefined && range.end > range.start) last.ranges.push(range)
      continue
    }
    const speaker = aliases.get(piece.label.key) ?? piece.label.key
    if (!names.has(speaker) || piece.label.key === speaker) names.set(speaker, piece.label.name)
    const ranges = range.end > range.start ? [range] : []
    if (last?.speaker === speaker) last.ranges.push(...ranges)
    else turns.push({ speaker, ranges })
  }
  return { format, turns: turns.filter((turn) => turn.ranges.length > 0), names }
}

/** "Helen" and "Dr Helen Rudd" are one speaker when no other label holds that name. */
function mergeAliases(pieces: readonly Piece[]): Map<string, string> {
  const keys = [...new Set(pieces.flatMap((piece) => piece.label?.key ?? []))]
  const owners = new Map<string, string[]>()
  for (const key of keys) {
    const parts = nameParts(key)
    if (parts.length < 2) continue
    for (const part of new Set(parts)) owners.set(part, [...(owners.get(part) ?? []), key])
  }
  const aliases = new Map<string, string>()
  for (const key of keys) {
    const parts = nameParts(key)
    const owner = parts.length === 1 ? owners.get(parts[0]!) : undefined
    if (owner?.length === 1 && !/\d/.test(key)) aliases.set(key, owner[0]!)
  }
  return aliases
}
