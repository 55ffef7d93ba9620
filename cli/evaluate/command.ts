import { Day } from '@innohire/contract'
import { Command, InvalidArgumentError } from 'commander'
import { CliError } from '../cli-error.ts'
import { toCsv } from './csv.ts'
import { type Progress, startProgress } from './progress.ts'
import type { TextFile, TextReader } from './read-texts.ts'
import { toTable } from './table.ts'

interface Options {
  job: string
  json?: true
  csv?: true
  asOf?: string
}

/** `innohire evaluate`: ranks files of this machine without a server. */
export const evaluateCommand = (): Command =>
  new Command('evaluate')
    .description('Rank resume files against a job description, on this machine and without a server')
    .requiredOption('-j, --job <file>', 'the job description')
    .argument('<resumes...>', 'resumes: text, PDF, DOCX, DOC, RTF, ODT, HTML or images')
    .option('--json', 'print the whole evaluation with its evidence as JSON')
    .option('--csv', 'print the ranking as CSV')
    .option('--as-of <day>', 'day at which open roles ("Present") end, YYYY-MM-DD; default: today', parseDay)
    .action(run)

function parseDay(text: string): string {
  if (Day.safeParse(text).success) return text
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD.')
}

async function run(files: string[], options: Options): Promise<void> {
  if (options.json && options.csv) throw new CliError('Choose one of --json and --csv.')
  // Loaded when needed: the model's runtime takes longer to load than `--help` should take.
  const [{ openTextReader }, { evaluateTexts }] = await Promise.all([
    import('./read-texts.ts'),
    import('./evaluate-texts.ts'),
  ])
  const reader = openTextReader()
  const progress = startProgress(process.stderr)
  try {
    const job = await reader.read(options.job)
    progress.begin('Reading', files.length)
    const { resumes, unreadable } = await readAll(reader, files, progress)
    if (resumes.length === 0) {
      progress.end()
      throw new CliError(`None of the resumes can be read:\n${unreadable.map(sentence).join('\n')}`)
    }
    const as_of = options.asOf ?? new Date().toISOString().slice(0, 10)
    const result = await evaluateTexts(job, resumes, as_of, progress)
    progress.end()

    if (options.json) process.stdout.write(`${JSON.stringify({ ...result, unreadable }, null, 2)}\n`)
    else if (options.csv) process.stdout.write(toCsv(result))
    else process.stdout.write(toTable(result, process.stdout.columns ?? 100))
    for (const { message } of result.warnings) console.error(`Note: ${message}`)
    // The others are ranked all the same; the exit code tells a script that some are not.
    if (unreadable.length > 0) throw new CliError(`Not ranked:\n${unreadable.map(sentence).join('\n')}`)
  } finally {
    progress.end()
    await reader.close()
  }
}

interface Unreadable {
  file: string
  message: string
}

/** Files that are read at the same time: enough for every core, few enough for memory. */
const inFlight = 16

/** Reads the files, several at a time; their order is kept. */
async function readAll(reader: TextReader, files: string[], progress: Progress) {
  const results: (TextFile | Unreadable)[] = new Array(files.length)
  let next = 0
  const readOn = async (): Promise<void> => {
    while (next < files.length) {
      const at = next++
      const file = files[at]!
      results[at] = await reader.read(file).catch((error: Error) => {
        if (error.name !== 'CliError' && error.name !== 'ReadError') throw error
        return { file, message: error.message }
      })
      progress.step()
    }
  }
  await Promise.all(Array.from({ length: inFlight }, readOn))
  return {
    resumes: results.filter((result): result is TextFile => 'text' in result),
    unreadable: results.filter((result): result is Unreadable => 'message' in result),
  }
}

const sentence = ({ file, message }: Unreadable) => `  ${file}: ${message}`
