import pino from 'pino'
import { safeError } from './http/safe-error.ts'

/** Names under which a secret or a person's text could reach the log by mistake. */
const hidden = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'key',
  'token',
  'text',
  'body',
  'resume_urls',
  'webhook_url',
]

/** JSON lines. The code logs ids, codes and durations only; redaction is the second wall. */
export function createLogger(level: string, destination: pino.DestinationStream = pino.destination(1)) {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: safeError, error: safeError },
      redact: {
        paths: [...hidden, ...hidden.map((name) => `*.${name}`), ...hidden.map((name) => `*.*.${name}`)],
        censor: '[hidden]',
      },
    },
    destination,
  )
}
