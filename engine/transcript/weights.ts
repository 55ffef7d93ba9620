/** Every number of the interview analysis that is a judgement, with its reason. Set on 15 labelled interviews, leave-one-out. */

export const starWeights = {
  /** "I said", "I told" are thin steps: together they never make a whole action. */
  sayingShare: 1,
  sayingCap: 1.2,
  /** Two clear steps of one's own make a full action. */
  actionFull: 2,
  habitCost: 0.5,
  storyHalf: 2,
  concreteHalf: 1,
  storyNeeded: 0.5,
  outcomeZone: 0.5,
  outcomeStrong: 0.4,
  outcomeLasting: 0.25,
  outcomeOthers: 0.2,
  outcomeNumbers: 0.12,
  outcomeVague: 0.1,
  vagueCost: 0.25,
  vagueFloor: 0.3,
} as const

export const concernWeights = {
  storyForOwnership: 0.5,
  ownershipSteps: 0.5,
  evadesFrom: 0.15,
  unknownFrom: 0.12,
  unknownAlone: 0.25,
  refusesFrom: 0.1,
  termsQuestionWords: 30,
  shortReplyWords: 25,
  lacksFrom: 0.12,
  blameCount: 2,
  blameSteps: 2,
  blamesAlone: 0.25,
  ownershipWords: 6,
  unansweredFrom: 0.7,
  storyForResult: 0.4,
  storyForUnknown: 0.25,
  endQuestionWords: 12,
  unknownLeast: -0.15,
  actionForResult: 0.25,
  resultEnough: 0.65,
  resultAbsent: 0.25,
  unsupportedFrom: 0.6,
  scopeQuestionWords: 16,
  gapsMin: 3,
  gapsPer100: 1,
} as const

/**
 * From which closeness and margin a question counts as one for private matters. Of questions that are none of
 * the prototypes no lawful one of 58 reaches both, nor any on 115 labelled interviews; unlawful ones that are flagged rise from
 * 12 of 36 by the phrases alone to 19. At a margin of 0.07 two lawful ones of the interviews would be.
 */
export const privacyWeights = { closeness: 0.42, margin: 0.1 } as const

/** How much is embedded: an hour's interview stays near half a second on one thread. */
export const budget = {
  sentences: 200,
  questions: 60,
  /** Questions of the interviewer that are read for private matters; most of them are embedded as questions anyway. */
  asks: 80,
  requirements: 24,
  sentencesPerReply: 8,
  sentenceTokens: 60,
  /** Of a reply that is embedded together with its question. */
  replyTokens: 60,
  reactionTokens: 24,
} as const

/**
 * What each competency is read from. The weights are round numbers chosen by what the anchors ask for and not fitted one by
 * one: with 15 labelled interviews anything finer would be fitted to chance.
 */
export const competencyWeights = {
  // Terms of the trade weigh most: depth is about the matter itself. Admitted gaps and stock phrases take away.
  technical_depth: {
    terms: 1.5,
    facts: 1,
    reasoning: 1,
    expert: 0.5,
    method: 0.5,
    unknowing: -0.5,
    generic: -0.5,
  },
  // Order, reasons, alternatives, checks and lessons; numbers and own steps show that it was done, not just described.
  problem_solving: {
    reasoning: 1,
    sequence: 1,
    verification: 1,
    method: 0.7,
    clear: 0.7,
    expert: 0.5,
    facts: 0.5,
    steps: 0.5,
  },
  // Answers the question, in order, concrete in most sentences, and says how one can tell. Nothing of grammar, sentence
  // length, fillers or pace. Ridge regression held near such weights ranks three of five sets of unseen authors 0.03 better and
  // the others alike; round numbers that everyone can read were preferred.
  communication_clarity: {
    verification: 1.2,
    specifics: 1,
    clear: 0.75,
    digressions: -0.75,
    sequence: 0.5,
    steps: 0.5,
    relevance: 0.5,
  },
} as const

/** Mean and spread of each feature over the labelled interviews. */
export const featureScale = {
  facts: { mean: 0.37, spread: 0.16 },
  terms: { mean: 0.53, spread: 0.16 },
  reasoning: { mean: 0.25, spread: 0.145 },
  sequence: { mean: 0.27, spread: 0.14 },
  verification: { mean: 0.205, spread: 0.1 },
  steps: { mean: 0.21, spread: 0.115 },
  unknowing: { mean: 0.07, spread: 0.07 },
  generic: { mean: 0.04, spread: 0.08 },
  digressions: { mean: 0.01, spread: 0.043 },
  specifics: { mean: 0.407, spread: 0.1 },
  expert: { mean: -0.014, spread: 0.034 },
  method: { mean: -0.021, spread: 0.033 },
  clear: { mean: 0.009, spread: 0.033 },
  relevance: { mean: 0.274, spread: 0.046 },
} as const

/** At which count a feature reaches half of its value: the third reason in one reply adds less than the first. */
export const halfCount = {
  facts: 1.5,
  terms: 3,
  reasoning: 2,
  sequence: 1.5,
  verification: 1.5,
  steps: 1.5,
  unknowing: 1.5,
  generic: 1.5,
  digressions: 1,
  specifics: 1,
} as const

/** Level = base + slope x (weighted mean of the scaled features); least squares on the labelled levels, rounded. */
export const levelScale = {
  technical_depth: { base: 3.2, slope: 1.5 },
  problem_solving: { base: 3.2, slope: 1.6 },
  communication_clarity: { base: 3.4, slope: 1.2 },
} as const

/** Shares of the overall score. A technical interview has few stories, a behavioural one little technical depth. */
export const overallWeights = {
  behavioural: { technical_depth: 0.25, communication_clarity: 0.2, problem_solving: 0.3, star_completeness: 0.25 },
  technical: { technical_depth: 0.45, communication_clarity: 0.15, problem_solving: 0.4, star_completeness: 0 },
  mixed: { technical_depth: 0.3, communication_clarity: 0.2, problem_solving: 0.35, star_completeness: 0.15 },
} as const

/** Fitted strengths from which a STAR part counts half and whole. */
export const starCuts = { half: 0.25, full: 0.73 } as const

/** How far "behavioural" must fit better than the other kinds for an answer to be a story; half as many are taken for one in vain. */
export const STORY_MARGIN = 0.1
