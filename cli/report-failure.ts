import { CommanderError } from 'commander'

/** Errors whose message is written for the person at the command line; matched by name, as they come from several rooms. */
const forPeople = new Set([
  'CliError',
  'AdminError',
  'ApiError',
  'BootstrapKeyError',
  'ConfigError',
  'DirectoryLockedError',
  'EncryptionKeyError',
  'ModelFilesError',
  'ReadError',
])

/** Tells what went wrong on standard error. @returns the exit code: 1 for a failure, 2 for a wrong command line */
export function reportFailure(error: unknown): number {
  // Commander has said it already; help and version are no failures.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Error && forPeople.has(error.name)) {
    console.error(`innohire: ${error.message}`)
    if (error.cause instanceof Error) console.error(`  (${error.cause.message})`)
  } else {
    console.error('innohire: something unexpected failed. Please report this:')
    console.error(error)
  }
  return 1
}
