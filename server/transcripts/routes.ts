import { operations } from '@innohire/contract'
import type { Mount } from '../http/mount.ts'
import { analyzeTranscript } from './analyze-transcript.ts'

/** POST /v1/analyze-transcript. */
export function transcriptRoutes(mount: Mount) {
  mount(operations.analyzeTranscript, (ctx, { body }) => analyzeTranscript(ctx, body))
}
