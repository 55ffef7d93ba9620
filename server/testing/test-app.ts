import type { PlanName, Scope } from '@innohire/contract'
import { scopes } from '@innohire/contract'
import type { EvaluationInput, EvaluationResult } from '@innohire/engine'
import type { FastifyInstance } from 'fastify'
import { openAuthenticator } from '../api-keys/authenticate.ts'
import { createApiKey } from '../api-keys/create-api-key.ts'
import { createApp } from '../app.ts'
import type { Deps } from '../context.ts'
import type { Database } from '../db/open.ts'
import type { EngineRunner } from '../engine/open-engine.ts'
import { memoryRateLimiter } from '../http/rate-limit/memory.ts'
import { fakeDeps } from './fake-deps.ts'
import { idle } from './fake-engine.ts'
import { analyzeWithoutModel } from './fake-transcripts.ts'
import { type TestClock, testKeyDeps, testWorkspace } from './key-deps.ts'

export interface TestApp {
  app: FastifyInstance
  deps: Deps & { clock: TestClock }
  /** A key of a new workspace. */
  newKey(plan?: PlanName, options?: { scopes?: Scope[]; rate_limit_per_min?: number }): Promise<string>
  close(): Promise<void>
}

/** The whole application on a real database, with an engine that answers at once. */
export async function openTestApp(database: Database): Promise<TestApp> {
  const key_deps = await testKeyDeps(database)
  const authenticator = await openAuthenticator(key_deps)
  const deps = {
    ...fakeDeps({
      ...key_deps,
      ...authenticator,
      engine: plainEngine,
      rateLimiter: memoryRateLimiter(() => key_deps.clock().getTime()),
      failureLimiter: memoryRateLimiter(() => key_deps.clock().getTime()),
    }),
    clock: key_deps.clock,
  }
  const app = createApp(deps)
  return {
    app,
    deps,
    async newKey(plan = 'pro', options = {}) {
      const { agent } = await testWorkspace(key_deps, plan)
      return (await createApiKey(key_deps, agent, { name: 'test', scopes: [...scopes], ...options })).key
    },
    async close() {
      await app.close()
      await authenticator.close()
    },
  }
}

const evaluatePlainly = async (input: EvaluationInput): Promise<EvaluationResult> => plainResult(input)

/** An engine that answers at once. */
export const plainEngine: EngineRunner = {
  evaluate: evaluatePlainly,
  evaluateInBackground: evaluatePlainly,
  analyzeTranscript: analyzeWithoutModel,
  stats: idle,
  close: async () => {},
}

/** A result of the right shape: the resumes in the order in which they came. */
export const plainResult = (input: EvaluationInput): EvaluationResult => ({
  requirements: [],
  warnings: [],
  engine_version: '0.0.0',
  as_of: input.as_of,
  candidates: input.resumes.map(({ id }, i) => ({
    id,
    rank: i + 1,
    overall_score: 50,
    semantic_similarity: 0.5,
    matched_skills: [],
    missing_skills: [],
    gap_severity: {},
    unclear_skills: [],
    experience_years_relevant: null,
    requirement_results: [],
    score_breakdown: [],
    confidence: 'low',
    band: 1,
    integrity_flags: [],
    warnings: [],
  })),
})
