import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readConfig } from '../config.ts'
import { type LanguageModel, openLanguageModel } from '../language-model/open-language-model.ts'

export type Behaviour = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** A chat completion with this content, and what else its choice holds. */
export const answer =
  (content: string, extra: object = {}): Behaviour =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        id: '1',
        object: 'chat.completion',
        created: 1,
        model: 'm',
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content }, ...extra }],
        usage: { prompt_tokens: 900, completion_tokens: 300, total_tokens: 1200 },
      }),
    )

/** Replies that no model should give, and that every caller must survive; `good` is the JSON that would have been right. */
export const misbehaviours = (good: object): [string, Behaviour][] => [
  ['status 500', (_, response) => response.writeHead(500).end('{"error":{"message":"down"}}')],
  ['status 429', (_, response) => response.writeHead(429).end('{}')],
  ['a dropped connection', (request) => request.socket.destroy()],
  ['silence', () => {}],
  ['HTML', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>login</h1>')],
  ['an empty answer', answer('')],
  ['prose instead of JSON', answer('Sure! Here is the text.')],
  ['cut JSON', answer(JSON.stringify(good).slice(0, 200))],
  ['another shape', answer('{"score": 100}')],
  ['a refusal', answer('', { message: { role: 'assistant', content: null, refusal: 'I cannot help with that.' } })],
]

export interface FakeModel {
  behaviour: Behaviour
  /** Bodies of the requests since the last reset. */
  bodies: string[]
  logs: unknown[]
  /** A client of this server. */
  open(settings?: Record<string, string>): LanguageModel | undefined
  reset(): void
  close(): void
}

/** A server on loopback that speaks the chat protocol as badly as a test wants. */
export async function openFakeModel(): Promise<FakeModel> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      fake.bodies.push(body)
      fake.behaviour(request, response, body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const note = (...line: unknown[]) => void fake.logs.push(line)
  const fake: FakeModel = {
    behaviour: answer(''),
    bodies: [],
    logs: [],
    open: (settings = {}) =>
      openLanguageModel(
        readConfig({
          LLM_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
          LLM_MODEL: 'm',
          LLM_API_KEY: 'key-of-the-operator',
          LLM_TIMEOUT_SECONDS: '1',
          LLM_INPUT_PRICE_PER_MILLION: '1',
          LLM_OUTPUT_PRICE_PER_MILLION: '2',
          ...settings,
        }),
        { info: note, warn: note } as never,
      ),
    reset() {
      fake.bodies = []
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
  return fake
}
