import { expect, it } from 'vitest'
import { requirement } from './testing.ts'
import { titleInSentence, topicOf } from './topic.ts'

const phraseOf = (text: string): string | undefined =>
  topicOf(requirement('r1', text, { type: 'experience' }), undefined)?.phrase

it.each([
  ['Hit monthly personal-training revenue targets', 'hitting monthly personal-training revenue targets'],
  ['Manages Network and Infrastructure teams', 'managing network and infrastructure teams'],
  ['Implementing Best Practices', 'implementing best practices'],
  ['Sales targets achieved', 'sales targets'],
  ['Software Development Life Cycle (SDLC)', 'the software development life cycle'],
  ['Month-end close', 'the month-end close'],
  ['Healthcare experience or knowledge', 'healthcare'],
  ['1+ years of Operations or related field', 'operations'],
  ['Mechanical Engineer to perform research', 'performing research'],
  ['Litigation or a similar practice area', 'litigation'],
  ['Coaching and performance-management skills', 'coaching and performance-management'],
  ['Load and unload trailers', 'loading and unloading trailers'],
  ['Couple and uncouple safely', 'coupling and uncoupling safely'],
  ['Experience managing medium to large sized teams', 'managing medium to large sized teams'],
  [
    'Developing and coordinating realistic project estimates',
    'developing and coordinating realistic project estimates',
  ],
  ['2+ years of fabrication exp', 'fabrication'],
  ['Valid CPC and digital tachograph card', 'CPC and digital tachograph card'],
  ['CIPD Level 7 or working towards', 'CIPD Level 7 qualification'],
  ['Cloud experience', 'cloud platforms'],
  ['Provide customer expertise', 'providing customer expertise'],
  ['National electrical code', 'the national electrical code'],
  ['Proficiency with Empower software', 'Empower software'],
])('says "%s" as a person would: %s', (text, phrase) => {
  expect(phraseOf(text)).toBe(phrase)
})

it.each([
  'Google',
  'Experience working directly with partners',
  'Ability to quickly complete large volumes of high-quality work',
  'Take',
  'Assembling',
  'Functional experience',
  'ANNIE DOYLE',
  'Class 1 experience',
  'Steel toe boots',
  'Stand for long periods',
  'They maintain leadership positions in supply chain management',
  'Drive project technical and operational issues with material',
  'Experience across all aspects of cloud computing',
  'Lead experience',
  'Skilled',
  'Shift work',
  'Virtualized or cloud environment',
  'Desire to work in corporate environment and develop consulting skills',
  'Growing manufacturer seeks a Staff Accountant reporting to the Controller',
  'Similar graphics design role with award recognition',
])('leaves out what no sentence can be built around: %s', (text) => {
  expect(phraseOf(text)).toBeUndefined()
})

it.each([
  ['Accountant', 'accountant'],
  ['Registered Nurse', 'registered nurse'],
  ['IT Business Analyst', 'IT business analyst'],
  ['Oracle Developer', 'Oracle developer'],
])('writes the title %s as %s', (title, said) => {
  expect(titleInSentence(title)).toBe(said)
})

it.each([
  ["Driver's license", "driver's license"],
  ['Active dental hygienist license in the state', 'dental hygienist license'],
  ['Texas real estate license', 'Texas real estate license'],
  ['C+E licence with no more than 6 points', 'C+E licence'],
  ['OSHA', 'OSHA 30 certification'],
])('names the document %s as people ask for it: %s', (text, phrase) => {
  const quote = text === 'OSHA' ? 'OSHA 30' : text
  const topic = topicOf(requirement('r1', text, { type: 'credential', quote }), undefined)
  expect(topic).toMatchObject({ phrase, is_document: true })
})

it('takes "or similar" for what it is, and writes common nouns small where the posting does', () => {
  const pms = requirement('r1', 'Opera PMS or Property management system', {
    any_of: ['Opera PMS', 'Property management system'],
    quote: 'Opera PMS or similar property management system',
  })
  expect(topicOf(pms, undefined)).toMatchObject({ phrase: 'Opera PMS', form: 'tool' })
  expect(topicOf(requirement('r1', 'Butchery', { quote: 'some butchery a plus' }), 'skill' as never)?.phrase).toBe(
    'butchery',
  )
  expect(topicOf(requirement('r1', 'Android development', {}), 'technology')).toMatchObject({ form: 'practice' })
})
