import type { Embed } from '../types.ts'

/**
 * An `Embed` for tests that needs no model: each word adds to a few of 384 places by its letters, so that texts that share
 * words are close. Same text, same bytes.
 */
export const wordHashEmbed: Embed = async (texts) =>
  texts.map((text) => {
    const vector = new Float32Array(384)
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []) {
      let hash = 2166136261
      for (const c of word) hash = Math.imul(hash ^ c.codePointAt(0)!, 16777619)
      for (let k = 0; k < 3; k++) vector[(hash >>> (k * 9)) % 384]! += 1
    }
    const length = Math.sqrt(vector.reduce((sum, v) => sum + v * v, 0)) || 1
    return vector.map((v) => v / length)
  })
