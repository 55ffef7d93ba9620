import { type Embedder, openEmbedder } from '@innohire/embedder'
import { createTranscriptAnalyzer, type TranscriptAnalyzer } from '@innohire/engine/transcript/index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'

// Written beside the prototypes and held apart from them.
const UNLAWFUL = `
And may I ask what age you would be?
What sort of age bracket are you in?
Are you settled, a partner and so on?
Is there a little one on the way perhaps?
Any plans for babies?
How would you manage with young kids at home?
Are you a single parent?
Does your husband not mind you being away all week?
Are you religious at all?
Would you be fasting this month?
Which church do you belong to?
You're not from here originally, are you?
Which country is your family from?
Were you born here?
Is that a Polish surname?
What language do you speak at home with your parents?
Are you fully fit, nothing wrong with your back?
Do you suffer from any illnesses?
Have you taken much time off for illness?
Are you on any tablets?
Have you ever suffered from anxiety or burnout?
Do you have a boyfriend or a girlfriend?
Are you in a union at the moment?
What are your political views?
Do you have a criminal past, ever been arrested?
What are they paying you where you are now?
What was your last salary?
Aren't you a bit old for this?
How many years until you retire?
What does your wife do for a living?
Is your family planning to grow?
What caste are you?
Do you have someone to mind the children when they are ill?
Are you thinking of getting married soon?
Do you wear that headscarf every day?
Is that a hearing aid, how bad is it?
`
const LAWFUL = `
Are you authorised to work in the united kingdom?
Will you need sponsorship now or later?
Can you work shifts?
Can you do every second weekend?
Would early starts be a problem for you?
Are you able to stand for most of the day?
This role has travel, is that something you can do?
What are you looking for in terms of salary?
What would you expect to be paid?
How soon could you join us?
How many children were in the room?
Have you dealt with a child protection concern?
What medication errors have you seen?
How did you deal with the parents?
Do you speak german well enough for calls?
What languages have you programmed in?
Where are you based?
How far away do you live from the depot?
Have you worked with the union on rotas?
How do you manage sickness absence in your team?
How do you keep a mixed age team together?
What year did you start there?
How long were you off the project?
How old was the code base?
How many people do you manage?
Have you been on the night shift before?
How did you explain it to the patient's wife?
How would you support a colleague who has become a parent?
Do you have any questions for us?
Is there anything we can do to make this interview easier for you?
Do you have the right to work here?
Are you free on the first of march?
Do you have a full clean driving licence?
What made you move into nursing?
Why are you leaving your present job?
Who did you report to?
What did the customer pay in the end?
How much did that machine earn you?
What did your boss say?
Have you ever disagreed with your manager?
Are you still in touch with that client?
Tell me about yourself?
What does your typical day look like?
What drives you?
Have you got experience with diabetic patients?
Have you worked with disabled adults?
Can you tell me about a time you were ill prepared?
How do you feel about working in a young team?
Where did you learn that?
What are your strengths and weaknesses?
Do you need anything from us to do your best today?
Would you be willing to undergo a background check?
Have you handled a complaint about discrimination?
How did you plan the family event?
What was the age of the customers you sold to?
Do you work with suppliers from other countries?
How do you handle stress?
Have you managed people who were older than you?
`

let embedder: Embedder
let analyzer: TranscriptAnalyzer

beforeAll(async () => {
  embedder = await openEmbedder({ threads: 1 })
  analyzer = createTranscriptAnalyzer({ embed: embedder.embed })
})
afterAll(() => embedder.close())

/** Those of the questions that are flagged as the interviewer's own fault. */
async function flaggedOf(list: string): Promise<string[]> {
  const flagged: string[] = []
  for (const question of list.trim().split('\n')) {
    const transcript = `Interviewer: ${question}\nCandidate: I would say that it is much as you would expect.`
    const { concern_details } = await analyzer.analyze({ transcript })
    if (concern_details.some(({ code }) => code === 'interviewer_compliance')) flagged.push(question)
  }
  return flagged
}

it('lawful questions near private matters are not flagged', async () => expect(await flaggedOf(LAWFUL)).toEqual([]))

it('more than half of the questions for private matters are flagged, however they are worded', async () => {
  const all = UNLAWFUL.trim().split('\n')
  const flagged = await flaggedOf(UNLAWFUL)
  expect(flagged.length / all.length, all.filter((q) => !flagged.includes(q)).join('\n')).toBeGreaterThan(1 / 2)
})
