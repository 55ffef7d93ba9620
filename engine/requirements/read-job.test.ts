import { beforeAll, describe, expect, it } from 'vitest'
import { loadLexicon } from '../lexicon/load.ts'
import { createSkillFinder } from '../skills/index.ts'
import type { SkillFinder } from '../skills/types.ts'
import { readJob } from './read-job.ts'

let finder: SkillFinder
beforeAll(() => {
  finder = createSkillFinder(loadLexicon())
})
const read = (text: string) => readJob(text, finder)
const texts = (text: string) => read(text).requirements.map((r) => r.text)

describe('readJob', () => {
  it('reads glued text without line breaks', () => {
    const text =
      "Payroll Clerk We are a family firm.What we need:5+ years of payroll experienceBachelor's degree in accountingWhat we offer:Free lunch and a pensionEqual opportunity employer."
    const { requirements } = read(text)
    expect(requirements.map((r) => r.type)).toEqual(expect.arrayContaining(['experience', 'education']))
    expect(requirements.find((r) => r.type === 'experience')?.years_min).toBe(5)
    expect(texts(text).join(' ')).not.toMatch(/lunch|equal/i)
  })

  it('takes one of an "or" group as enough', () => {
    const { requirements } = read('Requirements:\n- PostgreSQL or MySQL')
    expect(requirements).toHaveLength(1)
    expect(requirements[0]!.any_of).toEqual(['PostgreSQL', 'MySQL'])
  })

  it('leaves out what is said not to be asked', () => {
    const found = texts(
      'Requirements: general ledger experience; SAP. QuickBooks alone is not sufficient. No degree needed.',
    )
    expect(found.join(' ')).not.toMatch(/quickbooks|degree/i)
    expect(found.length).toBeGreaterThan(0)
  })

  it('tells musts from wishes by heading and by wording', () => {
    const { requirements } = read('Must have\n- Java\n- Terraform is a plus\nNice to have\n- Scala')
    expect(Object.fromEntries(requirements.map((r) => [r.text, r.kind]))).toEqual({
      Java: 'must',
      Terraform: 'nice',
      Scala: 'nice',
    })
  })

  it('marks a legal licence as a knock-out', () => {
    const { requirements } = read('You must have\n- Current state RN license and BLS certification')
    expect(requirements.map((r) => [r.text, r.type, r.is_knockout ?? false])).toEqual([
      ['RN license', 'credential', true],
      ['BLS', 'credential', false],
    ])
  })

  it('reads a one-line list of skills', () => {
    const { title, requirements } = read('Python developer: django, postgres, docker, 3 years')
    expect(title).toBe('Python developer')
    expect(requirements.map((r) => r.text)).toEqual(expect.arrayContaining(['Django', 'PostgreSQL', 'Docker']))
    expect(requirements.some((r) => r.years_min === 3)).toBe(true)
  })

  it('quotes the job description verbatim', () => {
    const text =
      'Sous Chef\n\nWhat you bring:\n* 2+ years as a chef de partie\n* HACCP  knowledge ; ServSafe certification\n* must be able to work weekends'
    const { requirements } = read(text)
    expect(requirements.length).toBeGreaterThanOrEqual(4)
    for (const r of requirements) expect(text.indexOf(r.quote)).toBeGreaterThanOrEqual(0)
  })

  it('stays linear on 200 kB of adversarial text', () => {
    for (const unit of [
      'a',
      '- ',
      'Requirements: ',
      '5 years ',
      '(((',
      'and, or, ',
      'Aa',
      ';',
      'appsInteract',
      'About Acme. ',
      '(a plus) ',
      'required skills and ',
      'Acme is a ',
      'is looking for a ',
      '. - a',
      '" A',
      'own it, you will ',
      'one years, ',
    ]) {
      const from = process.hrtime.bigint()
      read(unit.repeat(200_000 / unit.length))
      expect(Number(process.hrtime.bigint() - from) / 1e6).toBeLessThan(3000)
    }
  })

  it('reads one-line job descriptions sentence by sentence', () => {
    const { title, requirements } = read(
      'Backend developer. Must have Python, FastAPI and PostgreSQL. Docker is a plus.',
    )
    expect(title).toBe('Backend developer')
    expect(requirements.map((r) => [r.text, r.kind])).toEqual([
      ['Python', 'must'],
      ['FastAPI', 'must'],
      ['PostgreSQL', 'must'],
      ['Docker', 'nice'],
    ])
  })

  it('asks for the tools besides the years of using them', () => {
    const { requirements } = read('We are looking for a data engineer with 5+ years of experience in Python and AWS.')
    expect(requirements.map((r) => r.text)).toEqual(['5+ years of Python and AWS', 'Python', 'AWS'])
  })

  it('joins years and what follows their comma without the comma', () => {
    const { requirements } = read(
      'Head of marketing. Required: 5+ years, hands-on campaign ownership, reporting on churn and retention.',
    )
    expect(requirements.map((r) => r.text)).toEqual([
      '5+ years of hands-on campaign ownership, reporting on churn and retention',
    ])
  })

  it('leaves product names whole and takes a bare language for a language', () => {
    const { requirements } = read('Mechanical designer. SolidWorks required, 3 years minimum. French is nice to have.')
    expect(requirements.map((r) => [r.text, r.type])).toEqual([
      ['SolidWorks', 'skill'],
      ['3+ years of experience', 'experience'],
      ['French', 'language'],
    ])
  })

  it('asks for what stands beside a choice, and for one of the choice', () => {
    const asked = (line: string) =>
      read(`Requirements:\n- ${line}`).requirements.map((r) => (r.any_of ? r.any_of.join(' | ') : r.text))
    expect(asked('Python, with FastAPI or Django')).toEqual(['Python', 'FastAPI | Django'])
    expect(asked('Java and PostgreSQL or MySQL')).toEqual(['Java', 'PostgreSQL | MySQL'])
    expect(asked('Java, Kotlin or Scala')).toEqual(['Java | Kotlin | Scala'])
    expect(asked('Java, Spring, web services (e.g. REST, SOAP) and JavaScript')).toEqual([
      'Java',
      'Spring',
      'Web services',
      'REST API | SOAP',
      'JavaScript',
    ])
    expect(asked('SQL Server 2012 or later and Excel')).toEqual(['Microsoft SQL Server', 'Microsoft Excel'])
    expect(asked('Experience with Kanban & Scrum')).toEqual(['Kanban', 'Scrum'])
  })

  it('keeps words and figures that belong to a name', () => {
    expect(texts('Requirements:\n- A/B testing\n- OSHA 30 certification')).toEqual(['A/B testing', 'OSHA 30'])
    expect(texts('Requirements:\n- Must be pursuing an MBA')).toEqual(["Master's degree in business administration"])
    expect(texts('Requirements:\n- A law degree')).toEqual(["Bachelor's degree in law"])
    expect(read('Requirements:\n- high degree of accuracy').requirements[0]?.type).not.toBe('education')
    expect(texts('Requirements:\n- Experience working with farmers in remote places')).toEqual([
      'Working with farmers in remote places',
    ])
  })

  it('finds items that run into one another without a space', () => {
    const { requirements } = read(
      'Florist\nRequirements:Bouquets and wreaths for weddingsDriving licence or equivalent2+ years of retailBringing ideas to a small teamBUDGETING\nWe use PowerPoint and SharePoint.',
    )
    expect(requirements.map((r) => r.quote)).toEqual(
      expect.arrayContaining([
        'Bouquets and wreaths for weddings',
        'Driving licence or equivalent',
        '2+ years of retail',
        'Bringing ideas to a small team',
      ]),
    )
    expect(texts('Requirements: Fluent in DjangoJavaScriptJQuery')).toEqual(['Django', 'JavaScript', 'jQuery'])
    expect(requirements.map((r) => r.quote).join('\n')).not.toMatch(/^(?:Power|Share|Point)$/m)
  })

  it('keeps a wish apart from the demand beside it', () => {
    const kinds = (line: string) => read(`Requirements:\n- ${line}`).requirements.map((r) => `${r.text} ${r.kind}`)
    expect(kinds('Outstanding SQL skills (Snowflake is a plus)')).toEqual(['SQL must', 'Snowflake nice'])
    expect(kinds("Bachelor's degree required, Master's degree preferred")).toEqual([
      "Bachelor's degree must",
      "Master's degree nice",
    ])
    expect(kinds('Docker, Terraform and Ansible preferred')).toEqual(['Docker nice', 'Terraform nice', 'Ansible nice'])
  })

  it('takes neither what the employer is nor how long a contract runs for a demand', () => {
    const text = `Baker
Requirements: 3 years in a bakery. Night shifts.
Northwind Mills is a leading supplier of flour. We have led the market for over 32 years. Northwind Mills bakes for the region. With 50 years of experience, Northwind Mills, INC. is known. We seek the best; provide counseling; as well as fun. What about pensions?
Duration: 6 months. A two year strategy is in place.`
    const { requirements } = read(text)
    expect(requirements.map((r) => r.years_min ?? 0).filter((y) => y > 0)).toEqual([3])
    expect(texts(text).join(' ')).not.toMatch(/Northwind|market|counseling|fun|pensions/)
  })

  it.each([
    ['Data Engineer (m/f/d) Your missionBuild and run the pipelines. Your tasksDesign models', 'Data Engineer'],
    ['Please join our talent network\nJava Engineer\nMust have Java.', 'Java Engineer'],
    ['Job Description\nFront Desk Agent\nMust have Opera.', 'Front Desk Agent'],
    ['We are seeking an enthusiastic Spanish Teacher for our high school.', 'Spanish Teacher'],
    ['ACME PGS, INC. is currently seeking a Recruiting Sourcer for one of our clients.', 'Recruiting Sourcer'],
    ['Security Officer needed for overnight shift at a tower. Patrol 22 floors.', 'Security Officer'],
    ['Customer Support Team Lead at a SaaS startup. Lead eight agents.', 'Customer Support Team Lead'],
    ['Our growing team in the city centre is looking for creative people who like numbers and long walks.', undefined],
  ])('finds the title of %s', (text, title) => {
    expect(read(text).title).toBe(title)
  })

  it('leaves a name with one small letter before its capital whole', () => {
    const { requirements } = read('Paralegal\nRequirements\nProficiency in iManage and Microsoft Word')
    expect(requirements.map((r) => r.text)).toContain('iManage')
  })

  it('reads the team or employer of a title as no skill', () => {
    expect(texts('Program Manager, Google Cloud\nRequirements:\n- Project planning')).toEqual(['Project planning'])
    expect(texts('Engineer - Kubernetes, AWS\nRequirements:\n- Project planning')).toEqual(
      expect.arrayContaining(['Kubernetes', 'AWS']),
    )
  })

  it('names the list that a number of years heads', () => {
    const { requirements } = read('What you need:\nMore than 5 years of experience and knowledge of:\n- Java\n- Scala')
    expect(requirements.map((r) => [r.text, r.years_min])).toEqual([
      ['5+ years experience and knowledge of Java, Scala', 5],
      ['Java', undefined],
      ['Scala', undefined],
    ])
  })

  it('reads a second amount of years that leaves its unit out', () => {
    const { requirements } = read('Requirements: 3+ years in a contact centre; at least 1 as team leader')
    expect(requirements.map((r) => r.years_min)).toEqual([3, 1])
  })

  it('knows headings put together from usual words', () => {
    const { requirements } = read(
      'Clerk\nMAJOR DUTIES AND FUNCTIONSSort the mail\nPreferred Experience and Abilities:\nTyping',
    )
    expect(requirements.find((r) => r.text === 'Typing')?.kind).toBe('nice')
    expect(
      read('Nurse. Kind to people. Qualifications The nurse holds a degree').requirements.map((r) => r.type),
    ).toEqual(['education'])
    expect(read('Clerk\nDesired Skills & Experience\nTyping').requirements[0]?.kind).toBe('must')
  })

  it('takes what is asked by name for a skill, however it is asked', () => {
    const types = (line: string) => read(`Requirements:\n- ${line}`).requirements.map((r) => r.type)
    expect(types('Experience with electronic health records')).toEqual(['skill'])
    expect(types('Knowledge of the theory and the practices of planning large public events')).toEqual(['skill'])
    expect(types('Experience running a ward through a long winter with few people')).toEqual(['experience'])
  })

  it('reads duties that a sentence tells', () => {
    const found = texts(
      'Staff Accountant. Responsibilities include closing the month, paying suppliers and filing returns. Handling of fixed assets involves keeping the register.',
    )
    expect(found).toEqual(['Closing the month', 'Paying suppliers and filing returns', 'Keeping the register'])
    expect(texts('Lawyer\nThe associate will prepare witnesses, visit jurors.')).toEqual([
      'Prepare witnesses',
      'Visit jurors',
    ])
  })

  it('reads a list in small letters without heading or bullets', () => {
    const text = `Truck Driver

run regional routes of up to 500 miles a day
inspect the truck before and after each trip
secure loads with chains and straps
class a cdl with hazmat endorsement
two years over-the-road, clean driving record`
    const { requirements } = read(text)
    expect(requirements.map((r) => r.text)).toEqual(
      expect.arrayContaining([
        'Inspect the truck before and after each trip',
        'Secure loads with chains and straps',
        'CDL',
      ]),
    )
    expect(requirements.map((r) => r.years_min)).toContain(2)
    for (const r of requirements) expect(text).toContain(r.quote)
  })

  it('takes short labels of a message for headings', () => {
    const kinds = (text: string) => Object.fromEntries(read(text).requirements.map((r) => [r.text, r.kind]))
    expect(kinds('Chef for a bistro. Must: HACCP. Nice: SQL, Jira')).toEqual({
      HACCP: 'must',
      SQL: 'nice',
      Jira: 'nice',
    })
    expect(kinds('Clerk. Need: Docker. Extra points: Jira')).toEqual({ Docker: 'must', Jira: 'nice' })
  })

  it('keeps the state of a licence with it, and years in a list apart', () => {
    const { requirements } = read('Qualifications: RN licence in Texas, ACLS and BLS, min. 2 yrs ICU experience')
    expect(requirements.map((r) => [r.type, r.years_min])).toEqual([
      ['credential', undefined],
      ['credential', undefined],
      ['credential', undefined],
      ['experience', 2],
    ])
    expect(texts('Needed:\nDental Hygienist License, active')).toHaveLength(1)
    expect(texts('Requirements: 10 years minimum in bridge building')).toEqual(['10+ years in bridge building'])
  })

  it('finds items between which only a space is left', () => {
    const found = read(
      'Clerk\nRequirements: Keeping the books of three shops Able to work at month end Strong arithmetic and a clear hand Experience of stock counts',
    ).requirements.map((r) => r.quote)
    expect(found).toEqual([
      'Keeping the books of three shops',
      'Able to work at month end',
      'Strong arithmetic and a clear hand',
      'Experience of stock counts',
    ])
    expect(read('Clerk\nRequirements: We ask for Strong people with Experience').requirements.length).toBeLessThan(2)
  })

  it('never gives a requirement without words, nor one that tells of the employer as "they"', () => {
    const found = texts(
      'Clerk\nPreferred:\n- Typing\n- highly preferred\n- They are privately held\n- Check out our tips',
    )
    expect(found).toEqual(['Typing'])
  })

  it('leaves out who looks for whom, and keeps what is asked of that person', () => {
    expect(texts('Our client is looking for a talented Florist. Must have wreath making.')).toEqual(['Wreath making'])
    expect(texts('A growing studio seeks a Florist reporting to the owner. Must have wreath making.')).toEqual([
      'Wreath making',
    ])
    expect(
      texts('We need a shop manager to run our Leeds branch, lead a team of 12, and work alternate weekends.'),
    ).toEqual(['Run our Leeds branch', 'Lead a team of 12', 'Work alternate weekends'])
    expect(texts('Our client is seeking a Florist with wreath making experience, and a steady hand.')).toEqual([
      'Wreath making experience',
      'A steady hand',
    ])
    expect(texts('Shop: not looking for a manager who only managed. Must have wreath making.').join(' ')).not.toMatch(
      /only managed/,
    )
  })

  it('reads a posting that is one sentence', () => {
    const told = read('Shop manager for a busy bakery, you will run a team of 9, own the budget, weekends included')
    expect(told.requirements.map((r) => r.text)).toEqual(['Run a team of 9', 'Own the budget', 'Weekends included'])
    const wanted = read('barista wanted, 1 yr exp, foam art = plus, till work')
    expect(wanted.title).toBe('barista')
    expect(wanted.requirements.map((r) => [r.text, r.kind])).toEqual([
      ['1+ years of experience', 'must'],
      ['Foam art', 'nice'],
      ['Till work', 'must'],
    ])
    expect(read('Store Manager needed for our shop who can train staff, with 3 years retail experience.').title).toBe(
      'Store Manager',
    )
  })

  it('asks apart for a circumstance, a certificate and an amount of time between commas', () => {
    const line = 'Requirements:\n- Can lift 50 lbs, forklift certified, at least six months warehouse experience'
    expect(read(line).requirements.map((r) => [r.text, r.type])).toEqual([
      ['Can lift 50 lbs', 'other'],
      ['Forklift certification', 'credential'],
      ['6+ months of warehouse experience', 'experience'],
    ])
  })

  it('asks apart for the years that are included in others', () => {
    const asked = (line: string) => read(`Requirements:\n- ${line}`).requirements.map((r) => [r.text, r.years_min])
    expect(asked('5+ years of bookkeeping, incl. 2+ yrs in shipping')).toEqual([
      ['5+ years of bookkeeping', 5],
      ['2+ years in shipping', 2],
    ])
    expect(asked('Six years of bookkeeping, including 3 years in a port')).toEqual([
      ['6+ years of bookkeeping', 6],
      ['3+ years in a port', 3],
    ])
  })

  it('reads years in words where no heading asks for them', () => {
    expect(read('The candidate should have at least three years of weaving.').requirements[0]?.years_min).toBe(3)
    expect(read('For over twenty-five years, people grew with mills.').requirements).toEqual([])
  })

  it('names licences by their letters, as a demand or a wish', () => {
    const asked = (text: string) => read(text).requirements.map((r) => [r.text, r.type, r.kind])
    expect(asked('HR Partner. SHRM-CP desired.')).toEqual([['SHRM-CP', 'credential', 'nice']])
    expect(asked('Vet Tech\nRequirements:\n- CVT/LVT/RVT')).toEqual([
      ['Veterinary technician license', 'credential', 'must'],
    ])
  })

  it('leaves out at which office the years are worked', () => {
    expect(texts('Requirements:\n- 5+ years experience at their Peabody office')).toEqual(['5+ years of experience'])
    expect(texts('Requirements:\n- 2 years of experience in the toy industry')).toEqual([
      '2+ years in the toy industry',
    ])
  })

  it('keeps the objects of one deed together', () => {
    expect(
      texts('Agent\nYou will own service level, AHT, CSAT and QA scores, train new agents. Must speak to people.'),
    ).toEqual(expect.arrayContaining(['Own service level, AHT, CSAT and QA scores', 'Train new agents']))
    expect(texts('Requirements:\n- Experience growing, cutting and binding roses')).toHaveLength(1)
  })

  it('takes one of several after "one or more" for enough', () => {
    const { requirements } = read('Requirements:\n- Experience in one or more languages, including Java, C++, Python.')
    expect(requirements.map((r) => r.any_of)).toEqual([['Java', 'C++', 'Python']])
    expect(
      read('Requirements:\n- Speak and write in English and German or French').requirements.map((r) => r.text),
    ).toEqual(['English', 'German or French'])
  })

  it('finds items behind dots, dashes in small letters and quotation marks for bullets', () => {
    const dots =
      'Role: Weaver. Location: Leeds.Duties\u00b7 Weave rugs.Qualifications\u00b7 Rug repair\u00b7 Dye mixing'
    expect(texts(dots)).toEqual(expect.arrayContaining(['Rug repair', 'Dye mixing']))
    const dashes = 'Requirements: these. - rug repair - exposure to dye mixing - strong carding'
    expect(texts(dashes)).toEqual(expect.arrayContaining(['Rug repair', 'Dye mixing', 'Carding']))
    const quotes = 'Requirements:" Rug repair" Dye mixing of wool" Carding by hand" Spinning'
    expect(texts(quotes)).toEqual(['Rug repair', 'Dye mixing of wool', 'Carding by hand', 'Spinning'])
  })

  it('takes neither an address nor a stage of the interviews for a demand', () => {
    const text = 'Weaver\nRequirements:\n- Rug repair\n- Phone interview then final interview\n- Write: jo@example.com'
    expect(texts(text)).toEqual(['Rug repair'])
  })

  it('asks for no product that is only the name of the employer', () => {
    const text = 'Recruiter, Slack Talent\nWe at Slack grow. Slack\u2019s ways are kind.\nRequirements:\n- Sourcing'
    expect(texts(text)).not.toContain('Slack')
  })

  it('takes a wish at the end of a list with years for the wish of its last name alone', () => {
    const asked = (line: string) => read(`Requirements: ${line}`).requirements.map((r) => [r.text, r.kind])
    expect(asked('3 yrs supervising, Spanish a plus.')).toEqual([
      ['3+ years of supervising', 'must'],
      ['Spanish', 'nice'],
    ])
    expect(asked('Rug repair; card weaving pref.')).toEqual([
      ['Rug repair', 'must'],
      ['Card weaving', 'nice'],
    ])
    expect(asked("Loading licence req'd; Spanish = bonus")).toEqual([
      ['Loading licence', 'must'],
      ['Spanish', 'nice'],
    ])
  })

  it('takes the lower end of a range of years in words, and years of which some are special', () => {
    const years = (line: string) => read(`Requirements:\n- ${line}`).requirements.map((r) => r.years_min)
    expect(years('Two to four years in weaving')).toEqual([2])
    expect(years('5+ years supporting weavers, at least 2 of them in a mill')).toEqual([5, 2])
  })

  it('asks apart for what one person can, has and holds', () => {
    const found = texts(
      'Porter\nYou are someone who is punctual, can lift 20kg, holds a hygiene certificate, and can work evenings.',
    )
    expect(found).toEqual(['Punctual', 'Can lift 20kg', 'Holds a hygiene certificate', 'Can work evenings'])
  })

  it('leaves out for which client somebody is sought', () => {
    expect(texts('We are seeking a Weaver with experience in dye mixing for our client in Boston.')).toEqual([
      'Dye mixing',
    ])
  })

  it('reads what is asked plainly below the label of a place', () => {
    expect(texts('Weaver\nLocation: Leeds. - Must know rug repair - Good food - Free tea')).toEqual(['Know rug repair'])
  })

  it('takes an "or" inside a list for its neighbours alone', () => {
    const { requirements } = read('Required skills: Java, PHP or Ruby, Linux, Docker')
    expect(requirements.map((r) => r.any_of ?? r.text)).toEqual(['Java', ['PHP', 'Ruby'], 'Linux', 'Docker'])
  })

  it('takes neither the years of the employer nor an invitation to read on for a demand', () => {
    expect(
      texts('Weaver\nRug repair is celebrating thirty years of service to mills.\nRequirements:\n- Carding'),
    ).toEqual(['Carding'])
    expect(texts('Requirements: If you are a weaver with at least 5 years of experience, please read on!')).toEqual([
      '5+ years of experience',
    ])
    const wish = read('Requirements: Managing rug repair, SAP experience is plus.').requirements
    expect(wish.map((r) => [r.text, r.kind])).toEqual([
      ['Managing rug repair', 'must'],
      ['SAP', 'nice'],
    ])
  })
})
