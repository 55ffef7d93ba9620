import { ApiError } from '../errors.ts'

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ENOENT', // the unix socket of a server that is down
])
// Classes and codes of PostgreSQL's appendix A: connection, resources, operator intervention, I/O.
const sqlStates = /^(08|53|57P0|58)/
const driverMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Cannot use a pool after|PGlite is closed)/

/** True when the database was not reached, was lost, or has no room: worth another try, unlike an error in a query. */
function isConnectionError(error: unknown): boolean {
  // Drizzle wraps what the driver threw, and Node wraps the tries of several addresses.
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as NodeJS.ErrnoException).code
    if (typeof code === 'string' && (networkCodes.has(code) || sqlStates.test(code))) return true
    if (driverMessages.test(at.message)) return true
  }
  return false
}

/** Runs `fn`; a lost connection becomes ApiError database_unavailable, everything else passes. */
export async function translateConnectionErrors<T>(fn: () => Promise<T>): Promise<T> {
  try {
    return await fn()
  } catch (error) {
    if (error instanceof ApiError || !isConnectionError(error)) throw error
    throw new ApiError('database_unavailable', { cause: error, retry_after_seconds: 2 })
  }
}
