import type { EvaluationInput, EvaluationResult } from '@innohire/engine'
import { rankCandidates } from '@innohire/engine/score/rank.ts'
import type { EngineRunner } from '../engine/open-engine.ts'
import { analyzeWithoutModel } from './fake-transcripts.ts'

/** Counts of an engine that has nothing to do. */
export const idle: EngineRunner['stats'] = () => ({
  lines: { api: { running: 0, waiting: 0 }, background: { running: 0, waiting: 0 } },
  embedder: { lines_embedded: 0, cache_hits: 0 },
})

/** An engine without a model: the score is the number in `score 77` of the resume, 50 without; `throw` makes it throw. */
export function fakeEngine(): EngineRunner {
  const evaluate = async (input: EvaluationInput): Promise<EvaluationResult> => ({
    requirements: [{ id: 'r1', text: 'Python', kind: 'must', type: 'skill', quote: 'Python' }],
    warnings: [],
    engine_version: 'fake',
    as_of: input.as_of,
    candidates: rankCandidates(input.resumes.map(evaluateOne)),
  })
  return {
    evaluate,
    evaluateInBackground: evaluate,
    analyzeTranscript: analyzeWithoutModel,
    stats: idle,
    close: async () => {},
  }
}

function evaluateOne({ id, text, integrity_flags = [] }: EvaluationInput['resumes'][number]) {
  if (text.includes('throw')) throw new Error('The engine failed.')
  return {
    id,
    rank: 0,
    band: 0,
    overall_score: Number(/score (\d+)/.exec(text)?.[1] ?? 50),
    semantic_similarity: 0.5,
    matched_skills: ['Python'],
    missing_skills: [],
    gap_severity: {},
    experience_years_relevant: 3,
    unclear_skills: [],
    requirement_results: [],
    score_breakdown: [],
    confidence: 'high' as const,
    integrity_flags: [...integrity_flags],
    warnings: [],
  }
}
