import type { FamilyId } from './families.ts'
import type { QuestionType } from './types.ts'

/** Initials of the forms of topic (see topic.ts) that a template suits. */
export type FormCode = 't' | 'p' | 'd' | 'tp' | 'pd'

/**
 * One way of asking. `{x}` is the matter as a person would say it; without it the question stands by itself.
 * `form` says for which matters the sentence is true to life, by their initials: a named tool, a practice ("month-end
 * close"), doing something.
 */
export interface Template {
  type: Exclude<QuestionType, 'clarification'>
  ask: string
  form?: FormCode
}

const behavioural = (ask: string, form?: Template['form']): Template => ({
  type: 'behavioural',
  ask,
  ...(form ? { form } : {}),
})
const situational = (ask: string, form?: Template['form']): Template => ({
  type: 'situational',
  ask,
  ...(form ? { form } : {}),
})
const technical = (ask: string, form?: Template['form']): Template => ({
  type: 'technical',
  ask,
  ...(form ? { form } : {}),
})

/** Questions that all candidates of a job are asked, by field of work. Written to be said aloud by a hiring manager. */
export const coreQuestions: Readonly<Record<FamilyId, readonly Template[]>> = {
  software: [
    technical(
      'Walk me through something you built with {x} that people use today. What would you build differently now?',
      't',
    ),
    behavioural(
      'Tell me about a bug in {ax} system that took you more than a day to find. What finally gave it away?',
      't',
    ),
    situational('You inherit {ax} service that is slow and has no tests. What do you do in your first two weeks?', 't'),
    technical('When you review code that uses {x}, which mistakes do you look for first, and why?', 't'),
    behavioural('What was the hardest part of {x} in your last project, and how did you handle it?', 'pd'),
    technical('Which habits keep {x} from slowing a team down, and which ones did you drop?', 'p'),
    situational('You join a team that takes shortcuts in {x}. How do you raise it without losing goodwill?', 'p'),
    technical('Take me through how you go about {x}, from the first sketch to production.', 'd'),
  ],
  data: [
    technical(
      'Think of a slow query or report that you fixed in {x}. How did you find the cause, and what did it gain?',
      't',
    ),
    situational(
      'Two reports built on {x} show different totals an hour before they are needed. How do you find out which one is right?',
      't',
    ),
    behavioural(
      'Which decision did somebody make because of your work with {x}? Take me through how you got them the answer.',
      'tp',
    ),
    technical('How do you check that the numbers are right when you are {x}?', 'd'),
    technical('How do you make sure that others can rely on your work when it comes to {x}?', 'p'),
    situational(
      'A source that your {x} depends on changes without notice. How do you find out, and what do you do?',
      'p',
    ),
    behavioural('When did {x} turn out harder than expected, and what did you do about it?', 'd'),
  ],
  infrastructure: [
    behavioural(
      'Tell me about the last serious incident you handled that involved {x}. What did you do first, and what changed afterwards?',
      'tp',
    ),
    situational(
      'A release that depends on {x} fails halfway on a Friday afternoon. Talk me through your next hour.',
      't',
    ),
    technical('How have you kept {x} secure and within budget as use grew?', 'tp'),
    technical('What do you automate and what do you leave to people when it comes to {x}?'),
  ],
  support: [
    behavioural('Think of a fault that nobody could reproduce. How did you get to the bottom of it?'),
    situational(
      'Three people report the same fault within five minutes, and one of them is the managing director. What do you do?',
    ),
    technical('How do you decide when to keep working on a ticket and when to pass it on?'),
  ],
  office_tools: [
    technical('What is the most useful thing you have set up in {x}, and who still uses it?', 't'),
    situational(
      'You are handed a workbook that three people have edited and nobody trusts. How do you make it reliable?',
    ),
    technical('Which task do you do faster in {x} than your colleagues, and how?', 't'),
  ],
  clinical: [
    behavioural(
      'Tell me about a patient whose condition changed unexpectedly on your shift. What did you notice, and what did you do?',
    ),
    situational(
      'You take over a shift and find that {x} has not been documented. What do you do, and in what order?',
      'tp',
    ),
    technical('On a busy unit, how do you make sure that {x} stays safe?', 'tp'),
    technical('How do you set your priorities in {x} when several patients need you at once?', 'd'),
    behavioural('When did you last question an order or a plan of care? How did you raise it, and what came of it?'),
  ],
  kitchen: [
    situational('It is Saturday night, two cooks are out and tickets are backing up. How do you keep the standard?'),
    behavioural('Which dish or menu of yours made a difference to the business? How did you cost it and test it?'),
    technical('What do you check before service to be sure that {x} is right?', 'tp'),
    behavioural('Tell me about a time you had to bring down waste or food cost without the guests noticing.'),
  ],
  sales: [
    behavioural('Tell me about a deal you won against a cheaper competitor. What made the customer choose you?'),
    situational('Your quarter is two thirds gone and you are at 40 percent of target. What do you change?'),
    technical('How do you decide which leads deserve your time and which do not?'),
    behavioural('Which customer did you lose that you should have kept, and what did you change afterwards?'),
  ],
  marketing: [
    behavioural('Take me through a campaign you ran from brief to result. Which number told you that it worked?'),
    technical('How do you decide where the next thousand of budget goes when you work on {x}?'),
    situational('A campaign that worked for a year suddenly brings half the results. How do you find out why?'),
  ],
  finance: [
    behavioural(
      'Tell me about an error you found that others had missed. How did you find it, and what did you change so that it would not come back?',
    ),
    situational('The deadline is tomorrow morning and one balance will not reconcile. What do you do?'),
    technical('Talk me through how you do {x}, from the first step to sign-off.', 'p'),
    technical('Which controls do you rely on when you are {x}?', 'd'),
    behavioural(
      'When did you have to tell a manager that the numbers were not what they had hoped for? How did you go about it?',
    ),
  ],
  legal: [
    behavioural('Tell me about a matter where the facts turned against you late. How did you adjust?'),
    technical('How do you approach {x} when time is short and the stakes are high?'),
    situational('A colleague wants to go ahead although you see a legal risk. How do you handle it?'),
  ],
  construction: [
    situational('A subcontractor is a week behind and the next trade is due on Monday. What do you do today?'),
    behavioural('Tell me about a time you found a mistake in the drawings or the work before it became expensive.'),
    technical('How do you plan {x} so that trades do not get in each other’s way?', 'tp'),
  ],
  maintenance: [
    behavioural(
      'Tell me about a fault that came back after it was thought to be repaired. How did you find the real cause?',
    ),
    situational('The equipment is needed in an hour and one reading is just outside its limit. What do you do?'),
    technical('Take me through how you prepare, carry out and sign off {x}.', 'tp'),
  ],
  teaching: [
    behavioural('Tell me about a group or a learner you could not reach at first. What did you change?'),
    situational(
      'Half of the room already knows the material and the other half is lost. What do you do in the next ten minutes?',
    ),
    technical('How do you find out whether people can do something afterwards that they could not do before?'),
  ],
  people_leadership: [
    behavioural(
      'Tell me about somebody in your team whose work was not good enough. What did you do, and how did it end?',
    ),
    situational('Two of your best people cannot work with each other. How do you deal with it?'),
    behavioural('Which change did your team resist, and how did you bring them along?'),
  ],
  project: [
    behavioural('Tell me about a project that was going to miss its date. When did you notice, and what did you do?'),
    situational('Halfway through, the sponsor asks for something that doubles the work. How do you respond?'),
    technical('How do you know, in any given week, whether a project is on track?'),
  ],
  customer: [
    behavioural('Tell me about an unhappy customer who stayed because of you. What did you say and do?'),
    situational('A customer asks for something you are not allowed to give. How does that conversation go?'),
    behavioural('When did something a customer said lead to a change in how your team worked?'),
  ],
  logistics: [
    situational('A key supplier tells you that a delivery will be two weeks late. What do you do first?'),
    behavioural('Tell me about a saving you made without giving up quality or service. How did you find it?'),
    technical('How do you decide how much to order and when, when it comes to {x}?', 'tp'),
    technical('Which figures do you watch when you are {x}?', 'd'),
  ],
  hr: [
    behavioural('Tell me about a hire that did not work out. What did you change in how you choose people?'),
    situational('A manager asks you to make an exception to a policy for a strong performer. What do you do?'),
    technical('How do you keep {x} fair as well as fast?', 'tp'),
  ],
  design: [
    technical(
      'Show me, in words, how one design of yours got from the first idea to the final version. What did you throw away?',
    ),
    behavioural('When did feedback change a design you were sure about?'),
    situational(
      'The person who asked for the design and the people who will use it want opposite things. What do you do?',
    ),
  ],
  safety: [
    situational(
      'You see an experienced colleague take a shortcut around a safety rule, and the work is behind. What do you do?',
    ),
    behavioural('Tell me about a near miss you were close to. What did you change afterwards?'),
    technical('How do you make {x} part of the daily routine instead of a poster on the wall?', 'tp'),
  ],
  general: [
    behavioural('Which piece of work shows best what you can do in {x}? What was your own part in it?', 'tp'),
    behavioural('Where did you last carry the responsibility for {x}, and what was the result?', 'pd'),
    technical('If you had to explain to a new colleague what good {x} looks like, what would you say?', 'p'),
    behavioural('Tell me about a time when {x} did not go as planned. What did you do next?'),
    situational(
      'In your first month here you notice that {x} is done differently from what you know. How do you find out which way is better?',
      'p',
    ),
    technical('What do people who are new to {x} get wrong, and how do you avoid it?', 'tp'),
  ],
  communication: [
    behavioural(
      'Tell me about a time you had to explain something difficult to people outside your field. How did you know that it had come across?',
    ),
    situational('An e-mail of yours has been misread and people are upset. What do you do?'),
  ],
  negotiation: [
    behavioural('Tell me about an agreement that looked impossible at first. How did you find common ground?'),
    situational('The other side has more time than you and knows it. How do you prepare for the conversation?'),
  ],
  teamwork: [
    behavioural('When did you and a colleague disagree about how a piece of work should be done? How was it settled?'),
    situational('Another team’s delay is about to become yours. How do you approach them?'),
  ],
  problem_solving: [
    behavioural('Think of a problem at work that nobody had an answer to at first. How did you take it apart?'),
    situational(
      'You have to decide today, and half of the facts you need will only be known next week. How do you go about it?',
    ),
  ],
  organisation: [
    behavioural(
      'Tell me about a week when too much was due at once. How did you decide what came first, and what had to wait?',
    ),
    situational('At nine in the morning you have three urgent requests from three people. What do you do by ten?'),
  ],
  accuracy: [
    behavioural('Which mistake did you catch before it reached anyone else? What made you look?'),
    situational('You find an error in work that has already been sent out. What do you do?'),
  ],
  learning: [
    behavioural('What is the last thing you had to learn quickly for work, and how did you go about it?'),
    situational('The tool that you know best is replaced next month. What do you do before then?'),
  ],
  initiative: [
    behavioural('What have you improved at work without being asked to? How did you get others to take it up?'),
    situational('Your manager is away for a week and a decision cannot wait. How do you handle it?'),
  ],
}

/** Of requirements with a fixed shape; `{x}` with its article where the sentence needs one. */
export const credentialCore = 'Which body issued your {x}, and until when is it valid?'
export const languageCore = 'In which situations at work have you used {x} in the last year, spoken and written?'
export const educationCore =
  'Which part of your studies do you still use in your work, and where did practice teach you otherwise?'

/** Asked about gaps of this candidate, by what was found. Each list is used from the start, each wording once. */
export const clarifications = {
  missing_tool: [
    'I did not find {x} in your resume. Have you worked with it, or with something close to it?',
    'This role uses {x}, which your resume does not mention. Which similar tools do you know well?',
    'Suppose you had to be productive in {x} within a month. How would you go about it?',
  ],
  missing_practice: [
    'I did not find {x} in your resume. Where have you done something like it?',
    'This role calls for {x}, and your resume does not mention it. What comes closest in your work?',
    'Suppose {x} came up in your first week. How would you prepare?',
  ],
  missing_doing: [
    'I did not read of {x} in your resume. Where have you done something like it?',
    'This role includes {x}, which your resume does not mention. What comes closest in your work?',
    'Suppose your first task here was {x}. How would you prepare?',
  ],
  adjacent: [
    'Your resume says “{quote}”. How much of {x} was part of that, and what would be new to you?',
    'You write “{quote}”. What would you have to learn to get from there to {x}?',
  ],
  unclear_tool: [
    'Your background suggests that you know {x}, but your resume does not say so. When did you last use it, and for what?',
    'Have you used {x} at work? Your resume leaves it open.',
    'How well do you know {x}, and from which job?',
  ],
  unclear_practice: [
    'Your background suggests {x}, but your resume does not say so. Can you give me a recent example?',
    'Your resume leaves {x} open. How much of it have you done?',
    'How much of your recent work involved {x}?',
  ],
  unclear_doing: [
    'Your background suggests {x}, but your resume does not say so. When did you last do it?',
    'Your resume leaves it open whether {x} was part of your work. Can you give me an example?',
    'How much of your recent work was {x}?',
  ],
  credential_missing: ['This role requires {ax}. Do you hold it, and if not, where do you stand with it?'],
  credential_unclear: ['Your resume does not say whether you hold {ax}. Do you, and is it current?'],
  education_missing: ['The posting asks for {ax}. Which training or work of yours would you put beside it?'],
  language_missing: ['How well do you speak and write {x}, and when did you last use it at work?'],
  years: ['The role asks for {years}. Which of your jobs count towards that, and for how long each?'],
} as const

/** Into strengths that the resume claims. */
export const strengthProbes = [
  'Your resume says “{quote}”. What was your own part in that, and how do you know that it worked?',
  'You write “{quote}”. What was the hardest decision in it, and who else was involved?',
  '“{quote}” caught my eye in your resume. What would you do differently if you did it again?',
] as const
