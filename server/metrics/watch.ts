import { Counter, collectDefaultMetrics, Gauge, type Registry } from 'prom-client'
import type { EngineRunner } from '../engine/open-engine.ts'
import type { LanguageModel } from '../language-model/open-language-model.ts'
import type { TaskQueue } from '../tasks/queue.ts'

/** How often the event loop is looked at, in ms; the library's 10 would wake an idle process a hundred times a second. */
const eventLoopResolutionMs = 50

/** Memory, processor time, open files, garbage collection and event loop of this process, by the library's usual names. */
export function watchProcess(registry: Registry, version: string): void {
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: eventLoopResolutionMs })
  const info = gauge(registry, 'innohire_build_info', 'Always 1; the label is the version of the server.', ['version'])
  info.set({ version }, 1)
}

/** Evaluations in this process now, and lines embedded since its start. */
export function watchEngine(registry: Registry, engine: Pick<EngineRunner, 'stats'>): void {
  const evaluations = gauge(
    registry,
    'innohire_engine_calls',
    'Calls of the engine in this process now, by line (api or background) and state.',
    ['line', 'state'],
    () => {
      for (const [line, { running, waiting }] of Object.entries(engine.stats().lines)) {
        evaluations.set({ line, state: 'running' }, running)
        evaluations.set({ line, state: 'waiting' }, waiting)
      }
    },
  )
  total(
    registry,
    'innohire_embedder_lines_total',
    'Lines of text for the embedding model, by whether they had to be computed or were known.',
    'source',
    () => {
      const { lines_embedded, cache_hits } = engine.stats().embedder
      return { computed: lines_embedded, cache: cache_hits }
    },
  )
}

/** Tasks in the database, those of all processes: every process that is asked tells the same. */
export function watchQueue(registry: Registry, queue: Pick<TaskQueue, 'depths'>): void {
  const tasks = gauge(
    registry,
    'innohire_queue_tasks',
    'Background tasks in the database, by kind and state, as of the last 5 seconds. The same in every process: do not add up.',
    ['task', 'state'],
    async () => {
      tasks.reset()
      // A database that is down must not hide the other figures.
      for (const { task, waiting, running } of await queue.depths().catch(() => [])) {
        tasks.set({ task, state: 'waiting' }, waiting)
        tasks.set({ task, state: 'running' }, running)
      }
    },
  )
}

/** What the language model of this process has been asked, has answered and has cost. */
export function watchLanguageModel(registry: Registry, model: LanguageModel): void {
  const name = 'innohire_language_model'
  total(
    registry,
    `${name}_texts_total`,
    'Texts asked of the language model, by what came of them.',
    'outcome',
    () => model.usage().outcomes,
  )
  total(registry, `${name}_tokens_total`, 'Tokens as counted by the endpoint.', 'direction', () => {
    const { input_tokens, output_tokens } = model.usage()
    return { input: input_tokens, output: output_tokens }
  })
  total(
    registry,
    `${name}_requests_total`,
    'Requests sent to the language model.',
    undefined,
    () => model.usage().requests,
  )
  total(
    registry,
    `${name}_cost_total`,
    'Cost by LLM_INPUT_PRICE_PER_MILLION and LLM_OUTPUT_PRICE_PER_MILLION, in their currency.',
    undefined,
    () => model.usage().cost,
  )
  const open: Gauge = gauge(
    registry,
    `${name}_circuit_open`,
    '1 while the language model is left alone after repeated failures.',
    [],
    () => open.set(model.isResting() ? 1 : 0),
  )
}

function gauge<Label extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: Label[],
  collect: () => void | Promise<void> = () => {},
): Gauge<Label> {
  return new Gauge({ name, help, labelNames, registers: [registry], collect })
}

/** A counter whose value is kept elsewhere and read when asked for. */
function total(
  registry: Registry,
  name: string,
  help: string,
  label: string | undefined,
  read: () => number | Readonly<Record<string, number>>,
): void {
  const counter: Counter = new Counter({
    name,
    help,
    labelNames: label ? [label] : [],
    registers: [registry],
    collect() {
      counter.reset()
      const value = read()
      if (typeof value === 'number') counter.inc(value)
      else for (const [key, count] of Object.entries(value)) counter.inc({ [label!]: key }, count)
    },
  })
}
