import { type AnalyzeTranscriptRequest, type AnalyzeTranscriptResponse, operations } from '@innohire/contract'
import type { TranscriptInput } from '@innohire/engine'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import { binaryKind } from '../evaluations/binary-content.ts'
import { renderBody } from '../http/mount.ts'
import { newId } from '../ids.ts'
import { rewriteSummary } from '../language-model/rewrite-summary.ts'

/** Analyses an interview. Neither transcript nor analysis is stored. */
export async function analyzeTranscript(
  ctx: Context,
  request: AnalyzeTranscriptRequest,
): Promise<AnalyzeTranscriptResponse> {
  refuseBinary('transcript', request.transcript)
  if (request.job_description !== undefined) refuseBinary('job_description', request.job_description)
  const answer = await ctx.engine.analyzeTranscript(toInput(request), ctx.signal)
  if (answer.refusal !== undefined)
    throw new ApiError('invalid_parameter', { param: 'transcript', message: answer.refusal })
  const analysis =
    (request.options?.writer ?? ctx.actor.workspace.writer) === 'llm'
      ? await rewriteSummary(ctx.language_model, request.transcript, answer.analysis, ctx.signal)
      : answer.analysis
  await ctx.database.inWorkspace(ctx.actor.workspace.id, async (tx) => {
    // The answer to an Idempotency-Key is kept under an id of its own, for a day.
    await ctx.claim?.complete(tx, renderBody(operations.analyzeTranscript, analysis), newId('job', ctx.clock()))
  })
  return analysis
}

function toInput({
  transcript,
  job_description,
  interview_type,
  candidate_name,
}: AnalyzeTranscriptRequest): TranscriptInput {
  return {
    transcript,
    interview_type,
    ...(job_description === undefined ? {} : { job_description }),
    ...(candidate_name === undefined ? {} : { candidate_name }),
  }
}

function refuseBinary(param: string, text: string) {
  const kind = binaryKind(text)
  if (kind !== undefined)
    throw new ApiError('invalid_parameter', {
      param,
      message: `\`${param}\` holds ${kind}, not plain text. Send the text that the file contains.`,
    })
}
