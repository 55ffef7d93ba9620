import type { QuestionDetail, QuestionType } from './types.ts'

/** Follow-ups and what answers of level 1, 3 and 5 hold: behaviourally anchored, the same for every candidate. */
export const guidance: Readonly<Record<QuestionType, Pick<QuestionDetail, 'probes' | 'anchors'>>> = {
  behavioural: {
    probes: ['What did you do yourself, and what did others do?', 'What came of it, and how was that measured?'],
    anchors: {
      '1': 'No real example, or only what the team did in general.',
      '3': 'A specific example with own actions and a result.',
      '5': 'A demanding example with own decisions, a trade-off, a measured result and what was learnt from it.',
    },
  },
  situational: {
    probes: ['What would you need to know first?', 'When would you bring in somebody else, and whom?'],
    anchors: {
      '1': 'One action without a reason, or passes the matter on.',
      '3': 'A sensible order of steps, with reasons.',
      '5': 'Weighs the risks and the people concerned, sets priorities and prevents a repeat.',
    },
  },
  technical: {
    probes: ['Why that way and not another?', 'How did you check that it was right?'],
    anchors: {
      '1': 'Names terms without saying how the work is done.',
      '3': 'Explains correctly how it is done, with one concrete case.',
      '5': 'Explains choices and their limits, compares alternatives and says how the outcome was checked.',
    },
  },
  clarification: {
    probes: ['Can you give me one concrete example?', 'What would you need to be fully effective in it?'],
    anchors: {
      '1': 'Neither experience nor a plan to close the gap.',
      '3': 'Close experience, shown by an example, and a realistic way to close the gap.',
      '5': 'Has done it in practice, with details that can be checked.',
    },
  },
}
