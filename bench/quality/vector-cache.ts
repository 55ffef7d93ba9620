import { hash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Embed } from '@innohire/engine/types.ts'

const SIZE = 384
const RECORD = 16 + SIZE * 4

/**
 * An `Embed` that keeps vectors in a file across runs, so that a bench after a change of the engine embeds only what is
 * new. Records are the first 16 bytes of the text's SHA-256 and the vector; a torn last record is ignored.
 */
export function cacheVectors(
  folder: string,
  modelId: string,
  embed: () => Promise<Embed>,
): { embed: Embed; requested: () => number } {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `vectors-${modelId.replace(/[^\w.-]/g, '_')}.bin`)
  const known = new Map<string, Float32Array>()
  if (existsSync(file)) {
    const bytes = readFileSync(file)
    for (let at = 0; at + RECORD <= bytes.length; at += RECORD)
      known.set(
        bytes.toString('latin1', at, at + 16),
        new Float32Array(bytes.buffer.slice(bytes.byteOffset + at + 16, bytes.byteOffset + at + RECORD)),
      )
  }
  let opened: Promise<Embed> | undefined
  let requested = 0
  const keyOf = (text: string): string => hash('sha256', text, 'buffer').toString('latin1', 0, 16)
  return {
    requested: () => requested,
    embed: async (texts) => {
      requested += texts.length
      const missing = [...new Set(texts.filter((t) => !known.has(keyOf(t))))]
      if (missing.length > 0) {
        opened ??= embed()
        const vectors = await (await opened)(missing)
        for (const [i, text] of missing.entries()) {
          const key = keyOf(text)
          known.set(key, vectors[i]!)
          appendFileSync(
            file,
            Buffer.concat([
              Buffer.from(key, 'latin1'),
              Buffer.from(vectors[i]!.buffer, vectors[i]!.byteOffset, SIZE * 4),
            ]),
          )
        }
      }
      return texts.map((t) => known.get(keyOf(t))!)
    },
  }
}
