import { checkWording, type Piece } from './check-wording.ts'
import type { Assignment } from './open-language-model.ts'
import type { Example } from './prompt.ts'

const never =
  'Never ask or write about age, family, health, religion, origin, gender, arrests, union, address, pay history or military discharge.'

/** Built-in texts and the same in other words; a text is shown those that quote, or do not, as it does itself. */
const examples: Readonly<Record<Piece['kind'], readonly Example[]>> = {
  question: [
    [
      'I did not find Kubernetes in your resume. Have you worked with it, or with something close to it?',
      'Your resume does not mention Kubernetes. Have you used it, or something like it?',
    ],
    [
      'I did not see crane inspections in your resume. What in your work so far comes closest?',
      'I could not find crane inspections in your resume. Which part of your work so far came closest to that?',
    ],
    [
      'Your resume says “Cut scrap by 12% on line 3”. How was that measured, and how much of it was your own doing?',
      'You write “Cut scrap by 12% on line 3”. How did you measure that, and how much of it did you do yourself?',
    ],
  ],
  message: [
    [
      'Hi [Name], I saw in your profile that you cut scrap by 12% on line 3. [Company] is looking for a production manager. The role involves lean methods, which your profile shows. Would you be open to a 15-minute call this week or next?',
      'Hi [Name], your profile says that you cut scrap by 12% on line 3. [Company] is looking for a production manager, and the role involves lean methods, which I saw in your profile. Would a 15-minute call this week or next suit you?',
    ],
  ],
}

const wordings: Readonly<Record<Piece['kind'], { task: string; most_tokens: number }>> = {
  question: {
    task: `You reword interview questions as a friendly hiring manager would say them aloud. Keep every name and everything in quotation marks. Add no facts. Answer with the question only. ${never}`,
    most_tokens: 160,
  },
  message: {
    task: `You reword messages of recruiters in natural words. Keep [Name], [Company], every name and everything in quotation marks. Add no facts and no praise. Answer with the message only, at most 60 words, with its question at the end. ${never}`,
    most_tokens: 200,
  },
}

/** Asks for one text of the built-in writer in other words, as plain text. */
export const wordingOf = ({ kind, text }: Piece): Assignment<string, string, { text: string }> => ({
  ...wordings[kind],
  examples: examples[kind].filter(([given]) => kind === 'message' || given.includes('“') === text.includes('“')),
  check: (answer) => ({ text: checkWording(answer, { kind, text }) }),
})
