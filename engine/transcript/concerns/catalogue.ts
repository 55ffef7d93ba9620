import type { ConcernCode } from '../types.ts'

export interface ConcernText {
  label: string
  alternative: string
  followUp: string
}

/** Label, another reading and a question to settle it, for every code. The labels are public: they stand in `concern_flags`. */
export const CONCERNS: Record<ConcernCode, ConcernText> = {
  low_ownership: {
    label: 'low ownership signals',
    alternative: 'Some people and cultures say "we" out of modesty, and some work is truly shared.',
    followUp: 'Which part of this did you do yourself, and what would have been different without you?',
  },
  vague_answer: {
    label: 'vague answers',
    alternative: 'The question may have been unclear, or the candidate may not have known how much detail was wanted.',
    followUp: 'Could you take one concrete case and go through it step by step?',
  },
  missing_result: {
    label: 'missing results',
    alternative:
      'The matter may still be open, or the outcome may have been confidential or out of the candidate’s sight.',
    followUp: 'What came of it in the end, and how did you find out?',
  },
  unanswered_question: {
    label: 'unanswered question',
    alternative: 'The figure may be confidential, the question may have been misheard, or the topic may be sensitive.',
    followUp:
      'I would like to come back to my question: is there a reason not to answer it, or can you give a rough answer?',
  },
  contradiction: {
    label: 'contradiction',
    alternative: 'The two statements may speak of different times or scopes, or a figure may have been misheard.',
    followUp: 'You gave two different accounts of this; which one holds, and what does the other refer to?',
  },
  unsupported_claim: {
    label: 'unsupported claim',
    alternative: 'The claim may well be true; the interview just did not bring out a fact behind it.',
    followUp: 'What figure or example shows that, and who could confirm it?',
  },
  requirement_mismatch: {
    label: 'requirement mismatch',
    alternative:
      'Related experience may make up for it, or it may be learned quickly; an honest “no” is not a weakness of character.',
    followUp: 'What is the nearest thing you have done, and how would you close the gap?',
  },
  availability_or_salary_mismatch: {
    label: 'availability or salary mismatch',
    alternative: 'It may be negotiable on either side, or depend on facts that were not discussed.',
    followUp: 'Is there an arrangement on time, place or pay that would work for both sides?',
  },
  scope_inflation: {
    label: 'scope inflation',
    alternative: 'Titles and team sizes differ between companies, and the first figure may have counted dotted lines.',
    followUp: 'Which people, budget and decisions were formally yours, and which did you share?',
  },
  technical_error: {
    label: 'technical errors',
    alternative: 'It may be a slip, a misheard term, or a different convention.',
    followUp: 'Could you explain again how that works, perhaps with an example?',
  },
  blames_others: {
    label: 'blaming others',
    alternative: 'Others may in fact have caused it; saying so is not wrong in itself.',
    followUp: 'What could you have done differently yourself?',
  },
  prompt_injection: {
    label: 'instructions to the machine',
    alternative: 'It may have been a joke, a test, or text read aloud. It had no effect on the scores.',
    followUp: 'What made you say that?',
  },
  poor_transcript_quality: {
    label: 'poor transcript quality',
    alternative: 'Gaps come from the line or the captions, not from the candidate; what was lost may hold the answer.',
    followUp: 'Please listen to the recording, or ask again about the parts that were lost.',
  },
  interviewer_compliance: {
    label: 'possibly unlawful interviewer question',
    alternative:
      'It may have been small talk; such topics are nevertheless best left out, and the answer plays no part here.',
    followUp: 'Do not follow this up. Ask only about what the job requires, in the same words for everyone.',
  },
}
