import { availableParallelism } from 'node:os'
import type { EvaluationInput, EvaluationResult, TranscriptAnalysis, TranscriptInput } from '@innohire/engine'
import { Piscina } from 'piscina'
import type { Config } from '../config.ts'
import type { EmbedderCounts, EngineAnswer, EngineCall } from './calls.ts'
import { createLane, type LaneState } from './lane.ts'

/** The engine as the server sees it: off the main thread, with a bounded line in front. */
export interface EngineRunner {
  /** Throws ApiError overloaded, or the signal's reason when the caller hangs up before the work has begun. */
  evaluate(input: EvaluationInput, signal: AbortSignal): Promise<EvaluationResult>
  /** The same for bulk work: waits in a line of its own for as long as it takes, and leaves room for callers who wait. */
  evaluateInBackground(input: EvaluationInput, signal: AbortSignal): Promise<EvaluationResult>
  /** Throws as `evaluate` does; `refusal` says why a transcript cannot be analysed. */
  analyzeTranscript(input: TranscriptInput, signal: AbortSignal): Promise<TranscriptAnswer>
  stats(): EngineStats
  close(): Promise<void>
}

/** What the engine of this process is busy with, and what its embedder has done since it started. */
export interface EngineStats {
  lines: { api: LaneState; background: LaneState }
  embedder: EmbedderCounts
}

export type TranscriptAnswer =
  | { analysis: TranscriptAnalysis; refusal?: undefined }
  | { refusal: string; analysis?: undefined }

/** Model or lexicon could not be loaded; the message says why. An error loses its class on the way between threads. */
export class EngineStartError extends Error {
  override name = 'EngineStartError'
}

/** Evaluations of bulk work at a time: one is read while the lines of another are embedded. */
const backgroundSlots = 2
/** More than any call needs; a call that runs away ends its thread, which is replaced, and not the process. */
const heapMegabytes = 2_048

/** Starts the engine's thread and waits until model and lexicon are loaded; throws EngineStartError. */
export async function openEngine(
  config: Pick<Config, 'EMBEDDING_MODEL_DIR' | 'EVALUATE_QUEUE'>,
): Promise<EngineRunner> {
  const slots = availableParallelism()
  const pool = new Piscina<EngineCall, EngineAnswer>({
    filename: `${import.meta.dirname}/worker.ts`,
    minThreads: 1,
    maxThreads: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    concurrentTasksPerWorker: slots + backgroundSlots,
    workerData: { model_dir: config.EMBEDDING_MODEL_DIR },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  })
  // A thread that dies rejects its tasks and is replaced; without a listener the event would end the process.
  pool.on('error', () => {})
  let embedded: EmbedderCounts = { lines_embedded: 0, cache_hits: 0 }
  const call = async (asked: EngineCall): Promise<EngineAnswer> => {
    const answer = await pool.run(asked)
    embedded = answer.embedder
    return answer
  }
  const evaluate = async (input: EvaluationInput): Promise<EvaluationResult> => {
    const answer = await call({ kind: 'evaluate', input })
    if (answer.kind !== 'evaluate') throw new Error('the engine answered another call')
    return answer.result
  }
  const analyze = async (input: TranscriptInput): Promise<TranscriptAnswer> => {
    const answer = await call({ kind: 'analyze', input })
    if (answer.kind === 'analyze') return { analysis: answer.analysis }
    if (answer.kind === 'refused') return { refusal: answer.message }
    throw new Error('the engine answered another call')
  }
  try {
    await evaluate({ job_description: 'Ready?', resumes: [{ id: 'a', text: 'Ready.' }], as_of: '2026-01-01' })
  } catch (error) {
    await pool.destroy()
    throw new EngineStartError((error as Error).message, { cause: error })
  }
  const lane = createLane({ slots, waiting: config.EVALUATE_QUEUE }, () => performance.now())
  const background = createLane({ slots: backgroundSlots, waiting: Number.POSITIVE_INFINITY }, () => performance.now())
  return {
    evaluateInBackground: (input, signal) => background.run(() => evaluate(input), signal),
    evaluate: (input, signal) => lane.run(() => evaluate(input), signal),
    analyzeTranscript: (input, signal) => lane.run(() => analyze(input), signal),
    stats: () => ({ lines: { api: lane.state(), background: background.state() }, embedder: embedded }),
    close: () => pool.destroy(),
  }
}
