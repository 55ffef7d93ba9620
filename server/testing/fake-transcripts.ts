import { createTranscriptAnalyzer, TranscriptError } from '@innohire/engine'
import { wordHashEmbed } from '@innohire/engine/testing/word-hash-embed.ts'
import type { EngineRunner } from '../engine/open-engine.ts'

const analyzer = createTranscriptAnalyzer({ embed: wordHashEmbed })

/** The real analysis over vectors that need no model. */
export const analyzeWithoutModel: EngineRunner['analyzeTranscript'] = async (input) => {
  try {
    return { analysis: await analyzer.analyze(input) }
  } catch (error) {
    if (error instanceof TranscriptError) return { refusal: error.message }
    throw error
  }
}
