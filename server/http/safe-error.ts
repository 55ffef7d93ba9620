/** A thrown thing for the log: its kind, code and place, but no SQL parameters and no long text that could hold a resume. */
export function safeError(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { type: typeof thrown }
  const { code } = thrown as { code?: unknown }
  return {
    type: thrown.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: shortMessage(thrown.message),
    stack: framesOf(thrown),
    ...(thrown.cause === undefined ? {} : { cause: safeError(thrown.cause) }),
  }
}

const messageCharacters = 200

/** Drizzle writes the query and its parameters into the message; the driver's own message is in `cause`. */
const shortMessage = (message: string) => message.split('\nparams:', 1)[0]!.slice(0, messageCharacters)

const framesOf = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
    .map((line) => line.trim())
