import type { Competency } from './competencies.ts'

/** What the levels 1-5 mean (structured-interview practice: behaviourally anchored scales). */
const ANCHORS: Record<Competency, readonly [string, string, string, string, string]> = {
  technical_depth: [
    'No working knowledge shows: stock phrases, guesses or admitted gaps.',
    'Names of things without how or why; little that is specific to the field.',
    'Sound basics: correct terms and some specifics.',
    'Specific and precise, with reasons, limits or trade-offs.',
    'Expert: figures, causes and limits at once, and what would make it otherwise.',
  ],
  communication_clarity: [
    'Questions stay unanswered or the point is lost.',
    'The point must be searched for: generalities or detours.',
    'Understandable; the answer comes, with little order or example.',
    'Answers the question in order, with concrete steps.',
    'Answers at once, ordered and concrete; nothing needs asking again.',
  ],
  problem_solving: [
    'No method shows: guesses, or the problem is left to others.',
    'A single idea without reasons or check.',
    'A sensible order of steps with some reasons.',
    'Takes the problem apart, weighs alternatives, checks the result.',
    'All of that, and what was learned is made to last.',
  ],
}

/** The sentence for a published level (half levels take the lower anchor). */
export function anchorOf(competency: Competency, level: number): string {
  return ANCHORS[competency][Math.max(0, Math.min(4, Math.floor(level) - 1))]!
}
