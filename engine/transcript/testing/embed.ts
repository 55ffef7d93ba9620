/** A stand-in for the model in unit tests: words hashed into 64 places, length 1. Equal words give equal vectors. */
export async function embedWords(texts: readonly string[]): Promise<Float32Array[]> {
  return texts.map((text) => {
    const vector = new Float32Array(64)
    for (const word of text.toLowerCase().split(/[^a-z0-9']+/)) {
      if (word === '') continue
      let hash = 7
      for (const letter of word) hash = (hash * 31 + letter.charCodeAt(0)) % 9973
      vector[hash % 64]! += 1
    }
    const length = Math.hypot(...vector) || 1
    return vector.map((value) => value / length)
  })
}
