/** What the person at the command line can mend; the message says how, and no stack is shown. */
export class CliError extends Error {
  override name = 'CliError'
}
