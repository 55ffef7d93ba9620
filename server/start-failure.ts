import { safeError } from './http/safe-error.ts'

/** Failures whose message was written for the operator and says the way out. */
const forPeople = new Set([
  'ConfigError',
  'BootstrapKeyError',
  'DirectoryLockedError',
  'EngineStartError',
  'EncryptionKeyError',
  'ModelFilesError',
  'SealBrokenError',
  'ApiError',
])

/** What the operator reads when the server cannot start. */
export function explainStartFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'The server could not start.'
  const { code, port, path } = error as NodeJS.ErrnoException & { port?: number }
  if (forPeople.has(error.name)) return `The server could not start. ${error.message}`
  if (code === 'EADDRINUSE') return `Port ${port} is taken. End the program that has it, or set PORT to another number.`
  if (code === 'EACCES' && path) return `${path} is not accessible for this user. Change its owner, or set DATA_DIR.`
  if (code === 'ENOENT' && path) return `${path} does not exist. Check TLS_CERT, TLS_KEY and DATA_DIR.`
  return `The server could not start. ${JSON.stringify(safeError(error), null, 2)}\nRun \`npx innohire doctor\` to see what is missing.`
}
