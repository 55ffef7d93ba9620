/**
 * Sentences written for each end of a scale. A sentence of the candidate is placed by which end it is closer to in meaning;
 * only the difference counts, as raw similarities of the model are not calibrated. They are invented and from many trades,
 * so that no trade is nearer to the good end than another.
 */
export const PROTOTYPES = {
  expert: [
    'The cause is most likely the lock on that table, because the second request waits until the first one commits.',
    'I would check the pressure first, since a low reading with a normal flow points to the sensor and not to the pump.',
    'Above that temperature the yeast dies, so it goes in only after the water has cooled.',
    'The margin looks stable only because freight went up while discounts went down.',
    'A slab of that span needs steel at the top over the support, since the moment is negative there.',
    'It depends on the load: for reads a cache helps, for writes it makes consistency worse.',
    'You reconcile the ledger with the bank statement line by line and post an accrual for what is not yet invoiced.',
  ],
  shallow: [
    'I would just use a tool for that.',
    'That is simply how it is done everywhere.',
    'Experience tells you, you just know.',
    'I would look at all the relevant factors.',
    'I have heard of it but never looked into it.',
    'Maybe somebody has a procedure for that.',
    'I trust my instinct there.',
    'You do whatever the situation needs.',
  ],
  method: [
    'First I would find out whether the problem is real, then I would narrow down where it starts.',
    'I listed the possible causes and ruled them out one after the other.',
    'I compared both options and chose the slower one because it could be undone.',
    'We tried it on a small group first and measured the result before and after.',
    'I asked what had changed since the last time it worked.',
    'I would ask for the numbers, test the assumption and only then decide.',
    'Afterwards I added a check so that it cannot happen again.',
  ],
  guesswork: [
    'I would change some settings and see.',
    'I would wait for my boss to tell me.',
    'That is for another department.',
    'I stay positive and give it my best.',
    'I copied what a colleague had done.',
    'Some things you cannot change, so I leave them.',
    'Perhaps it will get better by itself.',
  ],
  clear: [
    'There were two reasons for it, and I dealt with the first one straight away.',
    'I told her in person what had gone wrong, what we would do and by when.',
    'In short, the number of complaints fell from forty to twelve in three months.',
    'Yes, I have done that for two years, and no, I have not managed a team.',
    'The plan had three steps, and each had an owner and a deadline.',
  ],
  unclear: [
    'But I am getting off the point, what was the question again.',
    'A lot happened there, I could talk about it for hours.',
    'My neighbour used to work there too, she has moved to Spain since.',
    'It was about the vibe and the whole experience.',
    'We did this and that and then it somehow sorted itself out.',
    'You could look at it one way or another.',
  ],
  outcome: [
    'The error rate went down from five percent to one percent.',
    'The customer signed a new contract for a year.',
    'She thanked me and came back the following week.',
    'It has not happened again since then.',
    'We finished on time and under budget.',
    'They accepted the proposal and it is still used today.',
    'The patient recovered and went home.',
    'He passed the exam in the summer.',
  ],
  open_end: [
    'It is still going on and nothing has been decided.',
    'It went to a committee and I have not heard since.',
    'After some time people got used to it.',
    'I do not know what came of it, I had moved on by then.',
    'It was a great success and everybody loved it.',
    'I never heard back about it.',
  ],
} as const satisfies Record<string, readonly string[]>
export type PrototypeName = keyof typeof PROTOTYPES
