import { basename } from 'node:path'
import { openEmbedder } from '@innohire/embedder'
import { createEngine, type EvaluationResult } from '@innohire/engine'
import { loadLexicon } from '@innohire/engine/lexicon/load.ts'
import type { Progress } from './progress.ts'
import type { TextFile } from './read-texts.ts'

/** Evaluates the resumes with the model in worker threads of this process; candidates are named by their files. */
export async function evaluateTexts(
  job: TextFile,
  resumes: readonly TextFile[],
  as_of: string,
  progress: Progress,
): Promise<EvaluationResult> {
  const embedder = await openEmbedder({ modelDir: process.env.EMBEDDING_MODEL_DIR || undefined })
  try {
    const engine = createEngine({ embed: (texts) => embedder.embed(texts), lexicon: loadLexicon() })
    progress.begin('Ranking', resumes.length)
    const ids = namesOf(resumes.map((resume) => resume.file))
    const inputs = resumes.map(({ text, integrity_flags }, at) => ({ id: ids[at]!, text, integrity_flags }))
    return await engine.evaluate({ job_description: job.text, resumes: inputs, as_of }, () => progress.step())
  } finally {
    await embedder.close()
  }
}

/** The file names, or the paths as given where two files have the same name, numbered where even those agree. */
export function namesOf(files: readonly string[]): string[] {
  const names = files.map((file) => basename(file))
  const unique = new Set(names).size === names.length ? names : files
  const seen = new Map<string, number>()
  return unique.map((name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
