export type TranscriptErrorCode = 'empty_transcript' | 'no_candidate_speech'

const messages: Record<TranscriptErrorCode, string> = {
  empty_transcript:
    'The transcript holds no words. Send the interview as plain text, WebVTT or an export with speaker names.',
  no_candidate_speech:
    'No words of a candidate were found in the transcript. Mark the speakers ("Interviewer:", "Candidate:") or send candidate_name as it stands in the transcript.',
}

/** The transcript cannot be analysed; `message` says how to mend it and is fit for the public reply. */
export class TranscriptError extends Error {
  readonly code: TranscriptErrorCode
  constructor(code: TranscriptErrorCode) {
    super(messages[code])
    this.name = 'TranscriptError'
    this.code = code
  }
}
