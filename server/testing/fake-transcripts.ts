import { createTranscriptAnalyzer, TranscriptError } from '@innohire/engine'
import { embedWords } from '@innohire/engine/transcript/testing/embed.ts'
import type { EngineRunner } from '../engine/open-engine.ts'

const analyzer = createTranscriptAnalyzer({ embed: embedWords })

/** The real analysis over vectors that need no model. */
export const analyzeWithoutModel: EngineRunner['analyzeTranscript'] = async (input) => {
  try {
    return { analysis: await analyzer.analyze(input) }
  } catch (error) {
    if (error instanceof TranscriptError) return { refusal: error.message }
    throw error
  }
}
