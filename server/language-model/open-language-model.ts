import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { generateText, Output } from 'ai'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Config } from '../config.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { LanguageModelError, type Outcome, outcomes, reasonOf } from './outcome.ts'
import { type Example, promptFor } from './prompt.ts'

/** What this process has asked of the model so far. */
export interface LanguageModelUsage {
  /** Texts by what became of them. */
  outcomes: Record<Outcome, number>
  /** Requests sent. */
  requests: number
  input_tokens: number
  output_tokens: number
  /** By the prices of the settings; 0 without them. */
  cost: number
}

/** One kind of text that a model may be asked for. */
export interface Assignment<Material extends object | string, Draft, Checked> {
  /** What to write, in words; the material follows as fenced data. */
  task: string
  /** The shape of the answer; a plain text without it. */
  schema?: z.ZodType<Draft>
  /** Answers that show how; small models follow examples and not rules. */
  examples?: readonly Example[]
  /** Twice what the longest answer that stands the checks needs. */
  most_tokens: number
  /** The draft as it may be used. Throws DraftRefused where the material does not bear it. */
  check(draft: Draft, material: Material): Checked
}

/** An optional model behind an OpenAI-compatible address, for wording only: it never sees or sets a score. */
export interface LanguageModel {
  /** `structured`: may be asked for all texts of a candidate at once. `plain`: for one short text at a time. */
  answers: Config['LLM_ANSWERS']
  /** A draft that stood every check. Throws LanguageModelError, or the signal's reason when the caller hangs up. */
  write<Material extends object | string, Draft, Checked extends object>(
    assignment: Assignment<Material, Draft, Checked>,
    material: Material,
    signal: AbortSignal,
  ): Promise<Checked>
  usage(): LanguageModelUsage
  /** Left alone for a while after repeated failures. */
  isResting(): boolean
}

type Settings = Pick<
  Config,
  | 'LLM_BASE_URL'
  | 'LLM_MODEL'
  | 'LLM_API_KEY'
  | 'LLM_ANSWERS'
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
  const usage: LanguageModelUsage = {
    outcomes: Object.fromEntries(outcomes.map((name) => [name, 0])) as Record<Outcome, number>,
    requests: 0,
    input_tokens: 0,
    output_tokens: 0,
    cost: 0,
  }

  async function ask<Material extends object | string, Draft, Checked>(
    { task, schema, examples, most_tokens, check }: Assignment<Material, Draft, Checked>,
    material: Material,
    signal: AbortSignal,
  ): Promise<Checked> {
    const { system, messages } = promptFor(task, material, examples)
    const answer = await generateText({
      model,
      system,
      messages,
      ...(schema ? { output: Output.object({ schema }) } : {}),
      temperature: 0,
      seed: 1,
      maxRetries: 0,
      maxOutputTokens: most_tokens,
      abortSignal: AbortSignal.any([signal, AbortSignal.timeout(config.LLM_TIMEOUT_SECONDS * 1000)]),
    })
    const { inputTokens = 0, outputTokens = 0 } = answer.totalUsage
    usage.input_tokens += inputTokens
    usage.output_tokens += outputTokens
    usage.cost +=
      (inputTokens * config.LLM_INPUT_PRICE_PER_MILLION + outputTokens * config.LLM_OUTPUT_PRICE_PER_MILLION) / 1e6
    log.info({ input_tokens: inputTokens, output_tokens: outputTokens }, 'language model')
    return check((schema ? answer.output : answer.text) as Draft, material)
  }

  return {
    answers: config.LLM_ANSWERS,
    async write<Material extends object | string, Draft, Checked extends object>(
      assignment: Assignment<Material, Draft, Checked>,
      material: Material,
      signal: AbortSignal,
    ): Promise<Checked> {
      const { key } = promptFor(assignment.task, material)
      const known = cache.get(key)
      if (known) {
        usage.outcomes.known++
        return known as Checked
      }
      if (breaker.isOpen()) {
        usage.outcomes.resting++
        throw new LanguageModelError('resting')
      }
      usage.requests++
      try {
        const draft = await ask(assignment, material, signal)
        breaker.succeeded()
        usage.outcomes.used++
        cache.set(key, draft)
        return draft
      } catch (error) {
        signal.throwIfAborted()
        const reason = reasonOf(error)
        usage.outcomes[reason]++
        // A model whose texts are refused is there; what is not there is not waited for again and again.
        if (reason === 'refused') breaker.succeeded()
        else breaker.failed()
        // No message of a provider: they repeat what was sent. Ours are fixed words.
        const why = reason === 'refused' ? (error as Error).message : (error as Error).name
        log.warn({ reason, why }, 'language model gave no usable text; the built-in writer stands in')
        throw new LanguageModelError(reason, error)
      }
    },
    usage: () => ({ ...usage, outcomes: { ...usage.outcomes } }),
    isResting: () => breaker.isOpen(),
  }
}
