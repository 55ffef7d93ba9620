import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { generateText, Output } from 'ai'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Config } from '../config.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { promptFor } from './prompt.ts'

/** What the calls of this process have used so far. */
export interface LanguageModelUsage {
  calls: number
  failures: number
  cache_hits: number
  input_tokens: number
  output_tokens: number
  /** By the prices of the settings; 0 without them. */
  cost: number
}

/** One kind of text that a model may be asked for. */
export interface Assignment<Material extends object, Draft, Checked> {
  /** What to write, in words; the material follows as fenced data. */
  task: string
  schema: z.ZodType<Draft>
  /** The draft as it may be used. Throws DraftRefused where the material does not bear it. */
  check(draft: Draft, material: Material): Checked
}

/** An optional model behind an OpenAI-compatible address, for wording only: it never sees or sets a score. */
export interface LanguageModel {
  /** A draft that stood every check. Throws on outage, time-out, refusal, wrong shape and unsupported claims. */
  write<Material extends object, Draft, Checked extends object>(
    assignment: Assignment<Material, Draft, Checked>,
    material: Material,
    signal: AbortSignal,
  ): Promise<Checked>
  usage(): LanguageModelUsage
}

type Settings = Pick<
  Config,
  | 'LLM_BASE_URL'
  | 'LLM_MODEL'
  | 'LLM_API_KEY'
  | 'LLM_TIMEOUT_SECONDS'
  | 'LLM_INPUT_PRICE_PER_MILLION'
  | 'LLM_OUTPUT_PRICE_PER_MILLION'
>

const failuresBeforeRest = 5
const restMs = 60_000
const cacheEntries = 2_000

/** Undefined unless LLM_BASE_URL and LLM_MODEL are set. The address comes from the operator, so it may be local. */
export function openLanguageModel(config: Settings, log: Pick<Logger, 'info' | 'warn'>): LanguageModel | undefined {
  if (config.LLM_BASE_URL === undefined || config.LLM_MODEL === undefined) return undefined
  const provider = createOpenAICompatible({
    name: 'operator',
    baseURL: config.LLM_BASE_URL,
    ...(config.LLM_API_KEY ? { apiKey: config.LLM_API_KEY } : {}),
    supportsStructuredOutputs: true,
  })
  const model = provider(config.LLM_MODEL)
  const breaker = createCircuitBreaker(failuresBeforeRest, restMs, () => performance.now())
  const cache = new LRUCache<string, object>({ max: cacheEntries })
  const usage: LanguageModelUsage = { calls: 0, failures: 0, cache_hits: 0, input_tokens: 0, output_tokens: 0, cost: 0 }

  async function ask<Material extends object, Draft, Checked>(
    { task, schema, check }: Assignment<Material, Draft, Checked>,
    material: Material,
    signal: AbortSignal,
  ): Promise<Checked> {
    const { system, prompt } = promptFor(task, material)
    const answer = await generateText({
      model,
      system,
      prompt,
      output: Output.object({ schema }),
      temperature: 0,
      seed: 1,
      maxRetries: 0,
      maxOutputTokens: 2_000,
      abortSignal: AbortSignal.any([signal, AbortSignal.timeout(config.LLM_TIMEOUT_SECONDS * 1000)]),
    })
    const { inputTokens = 0, outputTokens = 0 } = answer.totalUsage
    usage.input_tokens += inputTokens
    usage.output_tokens += outputTokens
    usage.cost +=
      (inputTokens * config.LLM_INPUT_PRICE_PER_MILLION + outputTokens * config.LLM_OUTPUT_PRICE_PER_MILLION) / 1e6
    log.info({ input_tokens: inputTokens, output_tokens: outputTokens }, 'language model')
    return check(answer.output, material)
  }

  return {
    async write<Material extends object, Draft, Checked extends object>(
      assignment: Assignment<Material, Draft, Checked>,
      material: Material,
      signal: AbortSignal,
    ): Promise<Checked> {
      const { key } = promptFor(assignment.task, material)
      const known = cache.get(key)
      if (known) {
        usage.cache_hits++
        return known as Checked
      }
      if (breaker.isOpen()) throw new Error('the language model rests after repeated failures')
      usage.calls++
      try {
        const draft = await ask(assignment, material, signal)
        breaker.succeeded()
        cache.set(key, draft)
        return draft
      } catch (error) {
        if (!signal.aborted) {
          usage.failures++
          breaker.failed()
          // The class alone: messages of providers repeat what was sent.
          log.warn({ reason: (error as Error).name }, 'language model failed; the built-in writer stands in')
        }
        throw error
      }
    },
    usage: () => ({ ...usage }),
  }
}
