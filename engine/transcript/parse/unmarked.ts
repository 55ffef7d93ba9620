import { isAsk } from '../asks.ts'
import { isAllCapitals, type Range, readSpeech } from '../text/tokens.ts'
import type { ParsedTranscript, Turn } from './turns.ts'

/** Reads text without speaker names: `>>` marks, dashes at line starts, or nothing but questions and answers. */
export function splitUnmarked(text: string, ranges: readonly Range[]): ParsedTranscript {
  const marks = splitAtMarks(text, ranges)
  const blocks = marks ?? splitAtQuestions(text, ranges)
  const names = new Map<string, string>()
  const turns: Turn[] = []
  for (const { speaker, range } of blocks) {
    names.set(speaker, speaker)
    const last = turns.at(-1)
    if (last?.speaker === speaker) last.ranges.push(range)
    else turns.push({ speaker, ranges: [range] })
  }
  return { format: marks === undefined ? 'unmarked' : 'speaker_changes', turns, names }
}

interface Block {
  speaker: string
  range: Range
}

/** Two people take turns at each mark. */
function splitAtMarks(text: string, ranges: readonly Range[]): Block[] | undefined {
  const blocks: Block[] = []
  let turn = -1
  for (const range of ranges)
    for (let start = range.start; start < range.end; ) {
      let end = text.indexOf('\n', start)
      if (end < 0 || end > range.end) end = range.end
      const mark = /^\s*(?:>>+|[-–—])\s+/.exec(text.slice(start, Math.min(end, start + 20)))
      if (mark !== null) turn++
      const from = start + (mark?.[0].length ?? 0)
      if (turn >= 0 && text.slice(from, end).trim() !== '')
        blocks.push({ speaker: turn % 2 === 0 ? 'speaker 1' : 'speaker 2', range: { start: from, end } })
      start = end + 1
    }
  return turn >= 2 ? blocks : undefined
}

/** What asks is the interviewer's, the rest the candidate's: a guess, reported with low confidence. */
function splitAtQuestions(text: string, ranges: readonly Range[]): Block[] {
  const speech = readSpeech(text, ranges, isAllCapitals(text))
  return speech.sentences.map((sentence) => ({
    speaker: isAsk(speech, sentence) ? 'questions' : 'answers',
    range: { start: sentence.start, end: sentence.end },
  }))
}
