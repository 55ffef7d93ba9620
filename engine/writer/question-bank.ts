import type { FamilyId } from './families.ts'
import type { QuestionType } from './types.ts'

/**
 * One way of asking. `{x}` is the matter as a person would say it; without it the question stands by itself.
 * `form` says for which matters the sentence is true to life, by their initials (see topic.ts): a named `t`ool, a
 * `c`hoice of tools, a `p`ractice ("month-end close"), `d`oing something. No verb agrees with `{x}`, which may be plural.
 */
export interface Template {
  type: Exclude<QuestionType, 'clarification'>
  ask: string
  form?: string
}

const make =
  (type: Template['type']) =>
  (ask: string, form?: string): Template => ({ type, ask, ...(form ? { form } : {}) })
const behavioural = make('behavioural')
const situational = make('situational')
const technical = make('technical')

/** Questions that all candidates of a job are asked, by field of work. Written to be said aloud by a hiring manager. */
export const coreQuestions: Readonly<Record<FamilyId, readonly Template[]>> = {
  software: [
    technical(
      'Walk me through something you built with {x}, or with what you know that comes closest. What would you build differently now?',
      't',
    ),
    behavioural(
      'Tell me about a bug that took you more than a day to find. What finally gave it away, and what did you change afterwards?',
    ),
    situational(
      'You inherit a service that is slow and has no tests, and new features are already promised. What do you do in your first two weeks?',
    ),
    technical('When you review a colleague’s {x} code, which mistakes do you look for first, and why?', 't'),
    technical('Which of {all} have you used most, and what would make you choose another one next time?', 'c'),
    behavioural(
      'Which technical decision of yours turned out wrong? When did you notice, and what did it cost to undo?',
    ),
  ],
  data: [
    technical(
      'Think of a slow query or report that you sped up, in {x} or something like it. How did you find the cause, and what did it gain?',
      't',
    ),
    behavioural(
      'Which decision did somebody make because of your analysis? Take me through how you got them the answer.',
    ),
    situational(
      'Two reports show different totals an hour before they are needed. How do you find out which one is right?',
    ),
    technical('What do you check before you hand over numbers that others will act on?'),
    technical('Which of {all} do you know best, and for what would you rather not use it?', 'c'),
    situational(
      'A source that you depend on changes its format without notice. How do you find out, and what do you do?',
    ),
  ],
  infrastructure: [
    behavioural(
      'Tell me about the last serious outage you handled. What did you do first, and what changed afterwards?',
    ),
    situational('A release fails halfway on a Friday afternoon. Talk me through your next hour.'),
    technical(
      'What have you set up yourself with {x} or something like it, and how did you keep it secure as use grew?',
      't',
    ),
    technical('Which part of running systems would you automate first here, and which would you leave to people?'),
    technical('Which of {all} have you run in production, and what went wrong with it?', 'c'),
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
    behavioural('Which recurring task have you made faster with a spreadsheet or a template, and by how much?'),
  ],
  nursing: [
    behavioural(
      'Tell me about a patient whose condition changed unexpectedly on your shift. What did you notice, and what did you do?',
    ),
    situational('Several patients need you at once and a new admission is on the way. How do you set your priorities?'),
    technical('How do you keep errors out of medication and treatment when the unit is at its busiest?'),
    behavioural('When did you last question an order or a plan of care? How did you raise it, and what came of it?'),
  ],
  clinical: [
    behavioural(
      'Tell me about a patient who was anxious or did not want the treatment. How did you go about it, and how did it end?',
    ),
    technical('What do you check before you begin a treatment, even when the schedule is tight?'),
    situational('You are running twenty minutes late and the next patient is already upset. What do you do?'),
    behavioural('When did you notice something about a patient that others had missed? What did you do with it?'),
  ],
  trades: [
    behavioural('Tell me about a job where what you found was not what the drawings showed. How did you deal with it?'),
    technical('What do you check before you call a piece of work finished?'),
    situational(
      'You are nearly done when you see that somebody before you cut a corner that nobody will ever look at. What do you do?',
    ),
    behavioural('Which piece of your work are you proudest of, and what made it difficult?'),
  ],
  driving: [
    behavioural('Tell me about a defect that you found on a vehicle check. What did you do about it?'),
    situational(
      'Traffic has cost you an hour, and you will run out of driving time before the last stop. What do you do?',
    ),
    technical('Talk me through how you make sure that a load is safe when somebody else has loaded it.'),
    behavioural('When did a delivery go wrong, and how did you put it right with the people waiting for it?'),
  ],
  pharmacy: [
    behavioural('Tell me about an error that you caught before a medicine reached anybody. What made you look twice?'),
    situational('The queue is long, and a prescription does not make sense to you. What do you do?'),
    technical('How do you keep counts and labels right when you are interrupted all the time?'),
    behavioural('When was a customer upset about something that you could not change? How did you deal with it?'),
  ],
  laboratory: [
    behavioural('Tell me about a result that you did not believe at first. How did you find out what was wrong?'),
    situational('An instrument fails its check in the middle of a series that is due today. What do you do?'),
    technical('How do you make sure that somebody else could repeat your work from your records alone?'),
    behavioural('When did you change a method in the lab, and how did you show that the new way was at least as good?'),
  ],
  guarding: [
    behavioural('Tell me about a situation that could have turned violent. What did you say and do?'),
    situational(
      'An alarm goes off at three in the morning and you are alone in the building. What do you do, and in what order?',
    ),
    technical('How do you write a report so that somebody who was not there can rely on it?'),
    behavioural('What have you noticed on a round that others had walked past?'),
  ],
  early_years: [
    behavioural('Tell me about a child who found it hard to settle. What did you try, and what helped in the end?'),
    situational(
      'At the door a parent tells you that they are unhappy with yesterday, and the room is full. What do you do?',
    ),
    technical('How do you find out what a child needs next, and how do you plan for it?'),
    behavioural('When did something about a child worry you? Whom did you tell, and what came of it?'),
  ],
  clinical_records: [
    situational(
      'At handover you find that part of a patient’s care was never documented. What do you do, and in what order?',
    ),
    technical('How do you keep charting complete and on time on a busy shift?'),
    behavioural('Which records system have you used most, and what did you do to get colleagues to use it well?'),
  ],
  kitchen: [
    situational('It is Saturday night, two cooks are out and tickets are backing up. How do you keep the standard?'),
    behavioural('Which dish or menu of yours made a difference to the business? How did you cost it and test it?'),
    technical('What do you check in the last half hour before service, and what do you never leave to somebody else?'),
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
    situational('A campaign that worked for a year suddenly brings half the results. How do you find out why?'),
    technical('How do you decide where the next part of the budget goes when every channel claims the same sale?'),
  ],
  finance: [
    behavioural(
      'Tell me about an error in the books that others had missed. How did you find it, and how did you keep it from coming back?',
    ),
    technical('Talk me through how you handle {x}, from the first step to sign-off.', 'p'),
    situational('The deadline is tomorrow morning and one balance will not reconcile. What do you do?'),
    technical('Which checks do you run before you let a set of figures out of your hands?'),
    behavioural(
      'When did you have to tell a manager that the numbers were not what they had hoped for? How did you go about it?',
    ),
  ],
  legal: [
    behavioural('Tell me about a matter where the facts turned against you late. How did you adjust?'),
    situational('A client wants to go ahead although you see a serious legal risk. How do you handle it?'),
    technical('You get a new matter with a short deadline. How do you decide what to research, and when to stop?'),
    behavioural('Which piece of your drafting are you proud of, and what did the other side or the court make of it?'),
  ],
  compliance: [
    behavioural('Tell me about a breach of a rule that you found yourself. Whom did you tell, and what changed?'),
    situational('A rule changes next month and nobody here has prepared. What do you do first?'),
    technical('How do you find out whether people follow a rule in practice, and not just on paper?'),
  ],
  construction: [
    situational('A subcontractor is a week behind and the next trade is due on Monday. What do you do today?'),
    behavioural('Tell me about a time you found a mistake in the drawings or the work before it became expensive.'),
    technical('How do you build a three-week look-ahead, and what do you do when it stops being true?'),
    behavioural('When did you last stop work on a site? What led to it, and how did you get going again?'),
  ],
  maintenance: [
    behavioural(
      'Tell me about a fault that came back after it was thought to be repaired. How did you find the real cause?',
    ),
    situational('The equipment is needed in an hour and one reading is just outside its limit. What do you do?'),
    technical('Take me through a repair or inspection you do often, from the work order to your signature.'),
    behavioural('What have you changed in a maintenance routine, and how did you know that it helped?'),
  ],
  early_teaching: [
    behavioural(
      'Tell me about a pupil you could not reach at first. What did you change, and how did you know it worked?',
    ),
    situational(
      'Half of the class already knows the material and the other half is lost. What do you do in the next ten minutes?',
    ),
    technical('How do you find out during a lesson, and not weeks later, who has understood?'),
    situational('A parent is upset about a mark and wants to speak to you now. How does that conversation go?'),
  ],
  teaching: [
    behavioural('Tell me about a learner or a group you could not reach at first. What did you change?'),
    technical('How do you find out whether people can do something afterwards that they could not do before?'),
    situational('Halfway through a session you notice that most people are lost. What do you do?'),
  ],
  people_leadership: [
    behavioural(
      'Tell me about somebody in your team whose work was not good enough. What did you do, and how did it end?',
    ),
    situational('Two of your best people cannot work with each other. How do you deal with it?'),
    behavioural('Which change did your team resist, and how did you bring them along?'),
    technical('How do you notice early that somebody in your team is struggling, and what do you do then?'),
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
    situational('A delivery that you depend on will be two weeks late. What do you do first?'),
    behavioural('Tell me about a saving you made without giving up quality or service. How did you find it?'),
    technical('Stock on the shelf and stock in the system do not agree. How do you find out why?'),
    technical('Which figures do you look at first thing in the morning, and what makes you act on them?'),
  ],
  hr: [
    behavioural('Tell me about a hire that did not work out. What did you change in how you choose people?'),
    situational('A manager asks you to make an exception to a policy for a strong performer. What do you do?'),
    technical('How do you keep decisions about people fair when they also have to be fast?'),
  ],
  administration: [
    situational('Two people you support want the same hour of your day, and both say it is urgent. What do you do?'),
    behavioural('Which routine did you inherit that did not work, and how did you put it in order?'),
    technical('How do you keep track of many small tasks so that none is forgotten?'),
  ],
  design: [
    technical(
      'Take me through one design of yours, from the first idea to the final version. What did you throw away?',
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
    technical('How do you make safe working part of the daily routine instead of a poster on the wall?'),
  ],
  general: [
    behavioural(
      'What is the most demanding work you have done that involved {x}, and what was your own part in it?',
      'p',
    ),
    behavioural(
      'Tell me about a piece of work that you could not have done without {x}. What was your own part in it?',
      't',
    ),
    behavioural('Where did you last carry the responsibility for {x}, and what came of it?', 'd'),
    technical('What would you tell a new colleague about {x} that is in no manual?', 'tp'),
    technical('What do you look at first when you are {x}, and what do people often overlook?', 'd'),
    behavioural('When did you last have to change your approach to {x}, and what made you change it?', 'pd'),
    technical('Which of {all} do you know best, and what is the hardest thing you have done with it?', 'c'),
    technical('What has your work taught you about {x} that nobody told you at the start?', 'p'),
  ],
  communication: [
    behavioural(
      'When did you last have to explain something difficult to people outside your field? How did you know that it had come across?',
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
      'Think back to a week when too much was due at once. How did you decide what came first, and what had to wait?',
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

/** Asked about gaps of this candidate, by what was found. Each list is used from the start, each wording once. */
export const clarifications = {
  missing_tool: [
    'I did not find {x} in your resume. Have you worked with it, or with something close to it?',
    'This job uses {x}, which your resume does not mention. Which similar tools do you know well?',
    'Suppose you had to be productive in {x} within a month. How would you go about it?',
  ],
  missing_choice: [
    'I did not find {x} in your resume. Have you worked with {either}, or with something similar?',
    'This job asks for {x}. Which tool that you know well comes closest?',
  ],
  missing_practice: [
    'I did not see {x} in your resume. What in your work so far comes closest?',
    'This job involves {x}, which I did not find in your resume. Where have you met something similar?',
    'How would you get up to speed on {x} if you started here?',
  ],
  missing_doing: [
    'Your resume does not mention {x}. Where have you done something like it?',
    'This job includes {x}. What in your work so far comes closest to it?',
    'Suppose your first task here was {x}. How would you start?',
  ],
  adjacent: [
    'Your resume says “{quote}”. How close is that to {x}, and what would be new to you?',
    'You write “{quote}”. What would you have to learn to get from there to {x}?',
  ],
  named: [
    'Your resume mentions {quote}. How much have you worked with it, and on what?',
    '{quote} appears in your resume without much detail. What have you done with it?',
  ],
  related: [
    'Your resume mentions {quote}, but not {x}. How close are the two in your experience, and what would be new to you?',
    'You list {quote}. How far would that take you in {x}?',
  ],
  unclear_tool: [
    'Somebody with your background may well know {x}, but your resume does not say so. When did you last use it, and for what?',
    'Have you used {x} at work? Your resume leaves it open.',
    'How well do you know {x}, and from which job?',
  ],
  unclear_choice: [
    'Which of {all} have you used, and for what? Your resume leaves it open.',
    'How much work have you done with any of {x}?',
  ],
  unclear_practice: [
    'I could not tell from your resume how much you have had to do with {x}. Can you give me a recent example?',
    'Your resume leaves your experience of {x} open. How much of it do you have?',
    'How much of your recent work involved {x}?',
  ],
  unclear_doing: [
    'I could not tell from your resume whether your work included {x}. Can you give me a recent example?',
    'How much of your recent work was {x}?',
    'When did {x} last fall to you, and how did it go?',
  ],
  credential_missing: [
    'This job requires {ax}, which I did not find in your resume. Do you have one, or are you working towards it?',
    'I did not find {ax} in your resume. Do you hold one, and if not, would you be ready to earn it?',
  ],
  credential_nice: ['Do you hold {ax}, or are you working towards it? It is welcome here, though not required.'],
  credential_unclear: ['Your resume does not say whether you hold {ax}. Do you, and is it current?'],
  education_missing: ['The posting asks for {ax}. What training or experience do you bring in its place?'],
  language_missing: ['How well do you speak and write {x}, and when did you last use {them} at work?'],
  years: ['This job asks for {years}. Which of your jobs count towards that, and for how long each?'],
} as const

/** Into what the resume claims to have changed. */
export const strengthProbes = [
  'Your resume says “{quote}”. How did you go about that, and what was your own part in it?',
  'You write “{quote}”. What was the hardest decision in it, and who else was involved?',
  'One line of your resume reads “{quote}”. What would you do differently if you did it again?',
] as const
/** Into what the resume says is or was done every day; `{is}`, `{do}` and `{makes}` take its tense. */
export const dutyProbes = [
  'Your resume says “{quote}”. Which part of that {is} hardest to get right, and how {do} you go about it?',
  'You write “{quote}”. What {makes} that difficult at times, and what {do} you do then?',
] as const
/** Into a change that the quote gives a figure for. */
export const figureProbe = 'Your resume says “{quote}”. How was that measured, and how much of it was your own doing?'
/** For a claim in which no requirement is named: what it shows for this job. */
export const transferProbe =
  'Your resume says “{quote}”. Which part of that experience would help you most in this job, and why?'
