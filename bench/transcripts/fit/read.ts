import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WEIGHED } from '@innohire/engine/transcript/concerns/features.ts'
import { findCues } from '@innohire/engine/transcript/concerns/find.ts'
import { CONSTANT, CONTEXT_SHARE } from '@innohire/engine/transcript/concerns/meaning.ts'
import type { Signals } from '@innohire/engine/transcript/concerns/signals/measure.ts'
import { readSignals } from '@innohire/engine/transcript/concerns/signals/read-signals.ts'
import { type PlacedReply, placeInOrder } from '@innohire/engine/transcript/concerns/types.ts'
import type { TranscriptAnalyzerDeps } from '@innohire/engine/transcript/index.ts'
import { embedPrototypes, type Meanings } from '@innohire/engine/transcript/meanings.ts'
import { readInterview } from '@innohire/engine/transcript/read-interview.ts'
import type { LabelledTranscript } from '../data.ts'
import { followUpRows } from './follow-ups.ts'
import { kindRows } from './kinds.ts'
import type { Example, Row } from './linear.ts'
import { starRows } from './star.ts'

/** One reply as the fit sees it. */
export interface FitReply {
  placed: PlacedReply
  signals: Signals
  /** Question, sentence, reaction and a constant, one vector a sentence. */
  sentences: { x: Float32Array; y: number[] }[]
  /** 1 where the label's quote stands in this reply. */
  y: number[]
}

export interface FitInterview {
  id: string
  set: string
  /** Codes that the interview is labelled with. */
  codes: ReadonlySet<string>
  /** Labels without quotes tell of the interview only, not of a reply. */
  hasQuotes: boolean
  meanings: Meanings
  replies: FitReply[]
  kinds: Row[]
  followUps: Example[]
  stars: Row[]
}

const SIZE = 384
/** Length of the vectors that directions are fitted on. */
export const VECTOR = 4 * SIZE + 1

function vectorOf(
  question: Float32Array | undefined,
  sentence: Float32Array,
  reaction: Float32Array | undefined,
  joint: Float32Array | undefined,
): Float32Array {
  const x = new Float32Array(VECTOR)
  for (let i = 0; i < SIZE; i++) {
    x[i] = CONTEXT_SHARE.question * (question?.[i] ?? 0)
    x[SIZE + i] = sentence[i]!
    x[3 * SIZE + i] = CONTEXT_SHARE.joint * (joint?.[i] ?? 0)
    x[2 * SIZE + i] = CONTEXT_SHARE.reaction * (reaction?.[i] ?? 0)
  }
  x[VECTOR - 1] = CONSTANT
  return x
}

/** Reads labelled interviews and the short exchanges in the way the analysis reads them. */
export async function openFitReader(deps: TranscriptAnalyzerDeps) {
  const prototypes = await embedPrototypes(deps.embed)

  async function read(item: LabelledTranscript, set: string): Promise<FitInterview> {
    const context = await readInterview(item, deps, prototypes)
    const labels = item.gold.concerns.flatMap(({ type, quote }) => {
      const start = quote === '' ? -1 : item.transcript.indexOf(quote)
      return start < 0 ? [] : [{ code: type, start, end: start + quote.length }]
    })
    const holds = (start: number, end: number): number[] =>
      WEIGHED.map((code) => (labels.some((l) => l.code === code && start < l.end && l.start < end) ? 1 : 0))
    const placed = placeInOrder(context.answers)
    const signals = readSignals(context, placed, findCues(context))
    const { meanings } = context
    return {
      id: item.id,
      set,
      codes: new Set(item.gold.concerns.map(({ type }) => type)),
      hasQuotes: item.gold.concerns.every(({ quote }) => quote !== ''),
      meanings,
      kinds: kindRows(item, context),
      followUps: followUpRows(item, context),
      stars: starRows(item, context),
      replies: placed.map((one, i) => {
        const { sentences } = one.reply.speech
        return {
          placed: one,
          signals: signals[i]!,
          sentences: sentences.flatMap((sentence) => {
            const vector = meanings.vectorOf(sentence)
            const x =
              vector === undefined
                ? undefined
                : vectorOf(
                    meanings.questionOf(one.reply),
                    vector,
                    meanings.reactionTo(one.reply),
                    meanings.jointOf(one.reply),
                  )
            return x === undefined ? [] : [{ x, y: holds(sentence.start, sentence.end) }]
          }),
          y: holds(sentences[0]!.start, sentences.at(-1)!.end),
        }
      }),
    }
  }

  /** The short exchanges, each as an interview of its own; every sentence of the reply bears its code. */
  async function readExchanges(): Promise<{ x: Float32Array; y: number[] }[]> {
    const lines = readFileSync(join(import.meta.dirname, 'exchanges.txt'), 'utf8').split('\n')
    const rows: { x: Float32Array; y: number[] }[] = []
    for (const line of lines) {
      if (line === '' || line.startsWith('#')) continue
      const [code, question, reply, reaction] = line.split(' | ')
      const transcript = `Interviewer: ${question}\nCandidate: ${reply}${reaction === undefined ? '' : `\nInterviewer: ${reaction}`}`
      const { answers, meanings } = await readInterview({ transcript }, deps, prototypes)
      const y = WEIGHED.map((name) => (name === code ? 1 : 0))
      for (const { reply: one } of placeInOrder(answers).slice(0, 1))
        for (const sentence of one.speech.sentences) {
          const vector = meanings.vectorOf(sentence)
          if (vector !== undefined)
            rows.push({
              x: vectorOf(meanings.questionOf(one), vector, meanings.reactionTo(one), meanings.jointOf(one)),
              y,
            })
        }
    }
    return rows
  }

  return { read, readExchanges }
}
