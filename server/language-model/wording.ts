import { checkWording, type Piece } from './check-wording.ts'
import type { Assignment } from './open-language-model.ts'

const never =
  'Never ask or write about age, family, health, religion, origin, gender, arrests, union, address, pay history or military discharge.'

/** One text of the built-in writer in other words, as plain text. */
const wordings: Readonly<Record<Piece['kind'], Omit<Assignment<string, string, { text: string }>, 'check'>>> = {
  question: {
    task: `You reword interview questions as a friendly hiring manager would say them aloud. Keep every name and everything in quotation marks. Add no facts. Answer with the question only. ${never}`,
    examples: [
      [
        'I did not find Kubernetes in your resume. Have you worked with it, or with something close to it?',
        'Your resume does not mention Kubernetes. Have you used it, or something like it?',
      ],
      [
        'Your resume says “Cut scrap by 12% on line 3”. What was your own part in that, and how did you know that it worked?',
        'You write “Cut scrap by 12% on line 3”. What did you do yourself, and how could you tell that it worked?',
      ],
    ],
    most_tokens: 160,
  },
  message: {
    task: `You reword messages of recruiters in natural words. Keep [Name], [Company], every name and everything in quotation marks. Add no facts and no praise. Answer with the message only, at most 60 words, with its question at the end. ${never}`,
    examples: [
      [
        'Hi [Name], I read “Cut scrap by 12% on line 3” in your profile. [Company] is looking for a production manager. The role is about lean methods. Would you be open to a 15-minute call this week or next?',
        'Hi [Name], your profile says “Cut scrap by 12% on line 3”. [Company] is looking for a production manager, and the role is about lean methods. Would a 15-minute call this week or next suit you?',
      ],
    ],
    most_tokens: 200,
  },
}

/** Asks for one text in other words. */
export const wordingOf = (kind: Piece['kind']): Assignment<string, string, { text: string }> => ({
  ...wordings[kind],
  check: (answer, text) => ({ text: checkWording(answer, { kind, text }) }),
})
