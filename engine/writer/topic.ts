import type { SkillConcept } from '../skills/types.ts'
import type { Requirement } from '../types.ts'
import { names } from './deeds.ts'
import { type Family, familyOf } from './families.ts'
import { perJob } from './per-job.ts'
import { noun, waitsForNoun } from './quote.ts'
import { gerundOf, isGerund, opensWithVerb } from './verbs.ts'

/**
 * `tool`: one named technology or tool; `choice`: several of which one is enough; `practice`: a matter or field of work;
 * `doing`: a gerund with its object.
 */
export type TopicForm = 'tool' | 'choice' | 'practice' | 'doing'

/** A requirement as a person would say it in the middle of a sentence. */
export interface Topic {
  requirement: Requirement
  family: Family
  /** `PostgreSQL`, `month-end close`; `deploying code to production` where `form` is `doing`. */
  phrase: string
  form: TopicForm
  /** Heading for the interviewer's sheet. */
  competency: string
  /** A licence, certificate or the like: a paper shows it, and no question of skill is asked about it. */
  is_document: boolean
}

/** Longest phrase that still can be said in a question. */
const maxPhrase = 64
/** Endings that show that a phrase was cut off in the middle. */
const danglingEnd =
  /[ ,;:]+(?:that|which|who|serves?|and|or|of|to|for|in|on|at|by|with|from|as|the|a|an|our|your|their|its|other|including|such|etc\.?|both|into|using|working|based)$/i
/** What stands before the matter itself. */
const leadIn =
  /^(?:(?:(?:minimum|at least)(?: of)?|\d+(?:\.\d+)?\+? ?(?:years?|yrs?|months?)(?: of)?|experience (?:with|in|of|as an?|as)|(?:valid|current|active|proven|demonstrated|strong|solid|excellent|good|hands-on|working|prior|previous|direct|related|relevant|similar|total|big plus)|ability to|able to|knowledge of|understanding of|proficiency (?:in|with)|skills? in|familiarity with|exposure to|expertise in|strength in|experience(?= (?:\w+ing|across|within|at|on|under)\b)|interest in|desire to|background in) )+/i
const tail =
  /[ ,]+(?:experience|exp\.?|in the state|skills?|knowledge|expertise|background|proficiency|abilities|ability|or|and|(?:is )?highly (?:valued|desired|desirable|preferred)|valued|desirable|beneficial|helpful|advantageous|mandatory|essential|an (?:asset|advantage)|space|is required|exposure|interest|required|preferred|a plus|achieved|desired|completed|practices and principles)$/i

/** Count nouns that would need an article which the job description left out: no sentence can be built around them. */
const bareCountNoun =
  /\b(?:environment|setting|role|position|project|team|company|organi[sz]ation|department|office|unit|vehicle|candidate|person|degree|shop|hospital|store|restaurant|agency|firm|client)$/i
/** Count nouns of which there is one at a place: they take "the". */
const definite =
  /\b(?:life ?cycle|close|process|market|industry|sector|supply chain|general ledger|pipeline|(?:electrical|building|plumbing|fire|tax) code)$/i
/** Makers and all-purpose words: "Google" or "Lead" alone is nothing that a person has experience of. */
const namesNothing =
  /^(?:google|youtube|oracle|microsoft|amazon|apple|adobe|ibm|facebook|meta|lead|leader|team|manager|support|services?|systems?|solutions?|technology|technologies|tools?|business|industry|corporate|internal|external|clients?|customers?|people|staff|students?|computers?|internet|software|hardware|applications?|advanced|basic|senior|junior|multiple|various|projects?|office|legal|medical|clinical|technical|commercial|general|international|local|remote|full-?time|part-?time|travel|duties|responsibilities|qualifications|requirements|summary|design|deliverables?|documentation|research|analysis|development|domains?|quality|databases?|cost and resources|process|processes|functional|operational|(?:high )?energy levels?|attitudes?|commercial quality|skilled|experienced|proficient|familiar|shift work|shifts?|overtime|on-?call|weekends?|nights?|physical demands?)$/i
/** Terms of employment are not a matter for a screening question on skill. */
const terms =
  /\b(?:shifts?|weekends?|overtime|travel|relocat\w*|on-?call|lift(?:ing)? (?:up to )?\d|pounds|lbs|(?:steel[- ]toe|safety) (?:boots|shoes)|(?:own )?(?:hand )?tools$|stand(?:ing)? for|sit(?:ting)? for|clean (?:driving )?record|ability to pass|driver'?s? licen[cs]e|(?:dbs|crb|police|background|reference) checks?|drug (?:test|screen)\w*|eligib\w+|visa|sponsor\w*|salary|benefits package)\b/i

/** Words that name nothing by themselves. */
const empty =
  /^(?:(?:work|working|experience|experienced|skills?|knowledge|background|role|position|environment|field|industry|professional|similar|related|relevant|years?|degree|other|new|and|or|the|an?|in|of|with)\b[ ,]*)+$/i

/**
 * The topic of a requirement, or undefined where its words cannot be said in a question. `kind` is that of the lexicon's
 * concept where the requirement is one name.
 */
export function topicOf(requirement: Requirement, kind: SkillConcept['kind'] | undefined): Topic | undefined {
  const family = familyOf(requirement, kind)
  const isNamed = kind !== undefined || requirement.any_of !== undefined || requirement.type === 'credential'
  const spoken = isNamed ? speakNames(requirement, kind) : speakPhrase(asWritten(requirement))
  if (spoken !== undefined && !empty.test(spoken.phrase) && !saysNothing(requirement, spoken.phrase))
    return {
      requirement,
      family,
      ...spoken,
      phrase: withNames(spoken.phrase, requirement.quote),
      competency: labelOf(requirement, family, spoken),
      is_document: isDocument(requirement, spoken),
    }
  return family.isSoft
    ? { requirement, family, phrase: '', form: 'practice', competency: family.competency, is_document: false }
    : undefined
}

/** The topics of a job's requirements, without those that cannot be said. */
export const topicByRequirement = perJob(
  (job): ReadonlyMap<Requirement, Topic> =>
    new Map(
      job.requirements.flatMap((requirement) => {
        const topic = topicOf(requirement, job.kinds[requirement.id])
        return topic ? [[requirement, topic]] : []
      }),
    ),
)

/** A single capital inside the posting's sentence is a name: "Empower software". */
function withNames(phrase: string, quote: string): string {
  const names = [...quote.matchAll(/(?<=\p{Ll},? )\p{Lu}[\p{Ll}\d]{2,}(?= \p{Ll}|$|[.,;)])/gu)].map(([name]) => name)
  if (names.length !== 1 || everydayNoun.test(names[0]!)) return phrase
  return phrase
    .split(' ')
    .map((word) => names.find((name) => name.toLowerCase() === word) ?? word)
    .join(' ')
}

const document =
  /\b(?:licen[cs]es?|certificat(?:e|es|ion|ions)|certs?|permits?|(?:tachograph|id|smart|driver|cscs) cards?|cpc|notary commission|registration|cipd|qualifications?|clearance|diploma)(?: level \d)?(?: (?:in|as|for) [^,]*| with no more than .*| or working towards.*)?$/i
const isDocument = ({ type }: Requirement, { phrase, form }: Spoken): boolean =>
  type === 'credential' || (type !== 'education' && form === 'practice' && document.test(phrase))

const saysNothing = ({ type, text }: Requirement, phrase: string): boolean =>
  type !== 'credential' && type !== 'language' && (namesNothing.test(phrase) || terms.test(text))

/** A short name heads the interviewer's sheet by itself; a long one stands under its field. */
const labelOf = (requirement: Requirement, family: Family, { phrase, form }: Spoken): string => {
  if (family.isSoft) return family.competency
  if (requirement.type === 'credential') return sentenceCase(phrase)
  if (requirement.type === 'education') return 'Education'
  const isShort = form === 'tool' || form === 'choice' || (form === 'practice' && phrase.split(' ').length <= 4)
  // "dbt" is written so.
  return !isShort ? family.competency : form === 'tool' ? phrase : sentenceCase(phrase.replace(/^the /, ''))
}

/** "Kafka" for Apache Kafka, where the job description writes it so; "OSHA 30" for OSHA. */
export function asWritten({ text, quote }: Pick<Requirement, 'text' | 'quote'>): string {
  // The lexicon writes names with a capital; a common noun keeps the small letters of the posting.
  const small = text.toLowerCase()
  if (/^\p{Lu}\p{Ll}+$/u.test(text) && quote.split(/[^\p{L}]+/u).includes(small) && !isBrand(text)) return small
  const short = text.replace(/^(?:Apache|Google|Microsoft|Amazon|Adobe|IBM|Oracle|Atlassian) (?=\p{L}{4})/u, '')
  if (short !== text && names(quote, [short]) && !names(quote, [text])) return short
  const name = text.replace(/ certification$/, '')
  const level = quote.split(`${name} `)[1]?.match(/^\d{1,3}\b(?!\+|[ -](?:years?|months?|hours?)\b)/)?.[0]
  return level !== undefined && /^[A-Z]{2,6}$/.test(name) ? `${name} ${level}` : text
}

function speakNames(requirement: Requirement, kind: SkillConcept['kind'] | undefined): Spoken | undefined {
  const { text, any_of, type, quote } = requirement
  const written = any_of?.map((name) => asWritten({ text: name, quote }))
  const phrase = written ? listWithOr(written.slice(0, 3)) : asWritten(requirement).replace(/\bAPI$/, 'APIs')
  if (phrase.length > maxPhrase) return undefined
  // "Opera PMS or similar": one tool by its name, and the questions ask for others like it anyway.
  if (written && /\bor (?:an? )?(?:other |another |any )?(?:similar|equivalent|comparable|like)\b/i.test(quote))
    return { phrase: written[0]!, form: 'tool' }
  if (type === 'credential' && !any_of) return speakDocument(phrase)
  if (kind === 'knowledge' && /^[A-Z]{2,6}$/.test(text)) return { phrase, form: 'tool' }
  const isProper = any_of !== undefined || kind === 'technology' || kind === 'credential' || kind === 'language'
  if (any_of && any_of.length > 1) return { phrase, form: 'choice' }
  if (kind === 'technology' && !activity.test(phrase)) return { phrase, form: 'tool' }
  return isProper
    ? { phrase: kind === 'technology' ? inSentence(phrase) : phrase, form: 'practice' }
    : (speakPhrase(phrase) ?? { phrase: inSentence(phrase), form: 'practice' })
}

/** First words of documents that are no names: "a driver's license", but "a Texas real estate license". */
const ordinary =
  /^(?:driver|driving|journeyman|teach|nurs|real estate|notary|forklift|first|food|commercial|professional|state|security|insurance|medical|dental|electric|plumbing|pilot|class|master|registered|licensed|certified|local|private|practi[cs]ing|law|trade|welding|heavy|hazardous)/i

/** "Active dental hygienist license in the state" as people ask for it. */
function speakDocument(text: string): Spoken {
  const name = text
    .replace(/^(?:(?:active|valid|current|full|clean|own|an?) )+/i, '')
    .replace(/ (?:in|of|from|by) (?:the|your|our|this) state$| with no more than .*$| or working towards.*$/i, '')
  const isBare = /^[A-Z][A-Za-z0-9+/&-]{1,7}(?: \d+)?$/.test(name)
  return {
    phrase: isBare
      ? `${name} certification`
      : / level \d$/i.test(name)
        ? `${name} qualification`
        : ordinary.test(name)
          ? inSentence(name)
          : name,
    form: 'practice',
  }
}

/** Gerunds that are fields of work by themselves. */
const field =
  /^(?:program|test|train|market|engineer|account|nurs|weld|plann?|report|budget|forecast|purchas|schedul|consult|recruit|network|cod|script|teach|coach|mentor|sell|model|modell|pric|sourc|buy|cook|bak|butcher|brand|edit|writ|translat|interpret|fundrais|audit|bill|invoic|machin|fabricat|draft|estimat|dispatch|warehous|pack|clean|landscap|garden|paint|plumb|roof|fram|sew|tailor|cater|host|serv|bartend|trad|underwrit|bank|lend|log|hunt|fish|farm|troubleshoot|debug|monitor|storytell|copywrit|blogg|photograph|programm)ing$/i

/** Nothing is built "with" these. */
const activity =
  /\b(?:development|engineering|testing|design|administration|management|programming|architecture|analysis|methodolog(?:y|ies)|security|networking|integration|computing)$/i

type Spoken = Pick<Topic, 'phrase' | 'form'>

const listWithOr = (names: readonly string[]): string =>
  names.length < 3 ? names.join(' or ') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

function speakPhrase(text: string): Spoken | undefined {
  let phrase = text
    .replace(/\s*\([^)]*\)?/g, '')
    .replace(/ practices and principles$/i, '')
    // "Mechanical Engineer to perform research": what is asked is the work.
    .replace(
      /^(?:an? )?(?:[\p{L}-]+ ){0,3}(?:engineer|developer|analyst|manager|accountant|nurse|specialist|technician|coordinator|administrator|consultant|architect|designer|assistant|associate|representative|supervisor|officer|director|teacher|scientist|driver|operator|clerk|professional|individual|person|candidate)s? to (?=\p{Ll})/iu,
      '',
    )
    .replace(/ or (?:an? )?(?:closely )?(?:related|similar|equivalent|comparable|relevant)(?: [\p{L}-]+){0,2}$/iu, '')
    .replace(/ & /g, ' and ')
    .replace(/[ &]+$/, '')
    .replace(leadIn, '')
  // The object of a verb stays: "provide customer expertise".
  if (!opensWithVerb(phrase.split(' ')) || phrase.split(' ').length < 3)
    for (let cut = phrase.replace(tail, ''); cut !== phrase; cut = phrase.replace(tail, '')) phrase = cut
  for (let cut = phrase.replace(danglingEnd, ''); cut !== phrase; cut = phrase.replace(danglingEnd, '')) phrase = cut
  phrase = phrase
    .replace(/[\s,;:.]+$/, '')
    .replace(/^(?:cloud|forklifts?)$/i, (word) => (/^c/i.test(word) ? 'cloud platforms' : 'forklift work'))
  // "general-ledger experience" without its noun is no matter yet.
  if (/^\p{L}+-\p{L}+$/u.test(phrase) && tail.test(text)) phrase += ' work'
  // Two sentences, a heading with its text, or a list are nothing that a person says.
  if (phrase.length < 2 || /^\d/.test(phrase) || phrase.length > maxPhrase || /[.;:!?"|/]|,/.test(phrase))
    return undefined
  if (
    /\b(?:they|he|she|requires?|needs|needed|has|have|had|can|could|may|which|whose|we|our|us|you|your|you'll|their|them|these|those|this|it|why|how|seeks?|seeking|is|are|will|must|should|looking|role|roles|plus|candidates?)\b/i.test(
      phrase,
    )
  )
    return undefined
  const words = phrase.split(' ')
  words[0] = baseForm(words[0]!)
  if (opensWithVerb(words))
    return { phrase: `${gerundOf(words[0]!)} ${lowerOrdinary(secondVerb(words.slice(1)))}`, form: 'doing' }
  if (
    /^\w+ing$/i.test(words[0]!) &&
    words.length > 2 &&
    !/^(?:of|or)$/i.test(words[1]!) &&
    (words[1] !== 'and' || (isGerund(words[0]!) && isGerund(words[2]!) && words.length > 3)) &&
    !/^(?:engineering|marketing|accounting|nursing|teaching|training|manufacturing|programming|purchasing|nothing|banking|planning|staffing|catering|lighting|welding|building|operating|pricing|mining|selling)$/i.test(
      words[0]!,
    )
  )
    return { phrase: `${words[0]!.toLowerCase()} ${lowerOrdinary(words.slice(1))}`, form: 'doing' }
  if (
    /^(?:(?!(?:assemb|supp|fami|week|month|year|quarter|ear|dai)ly)\w+ly|to|as|across|among|between|during|after|before|from|by|via|under|over|per|in|on|at|within|for|with|through|that|both|or|and|not|no|be|work in|work with|work as|work under|work on|who|any|some|if|all|least|a|an|one|two|three)\b/i.test(
      phrase,
    )
  )
    return undefined
  // A verb form at the end or a bare count noun: no noun phrase that a sentence can be built around.
  if (
    bareCountNoun.test(phrase) ||
    /\b(?:achieved|working|minded|oriented|driven|based|related|led|(?!(?:assemb|supp|fami|anoma|mono|rep|week|month)ly)\w+ly)$/i.test(
      phrase,
    )
  )
    return undefined
  // A verb that may be a noun ("drive project issues"), one adjective, shouted words of a heading: none is a matter.
  if (words.length > 4 && gerundOf(words[0]!) !== undefined && !/^(?:and|or|of)$/.test(words[1]!)) return undefined
  if (words.length === 1 && gerundOf(phrase) !== undefined) return undefined
  if (words.length === 1 && isGerund(phrase) && !field.test(phrase)) return undefined
  if (words.length === 1 && waitsForNoun.test(phrase) && !noun.test(phrase)) return undefined
  if (words.length > 1 && words.every((word) => /^\p{Lu}{4,}$/u.test(word))) return undefined
  if (/^\p{Ll}+ \d+$/iu.test(phrase) && !/^[A-Z]{2}/.test(phrase)) return undefined
  if (document.test(phrase)) return speakDocument(phrase)
  if (/^[A-Z]{2,6}$/.test(phrase)) return { phrase, form: 'tool' }
  const spoken = inSentence(phrase)
  // A name that kept its capital: "Flume".
  if (/^\p{Lu}[\p{Ll}\d]+$/u.test(spoken) || / software$/i.test(spoken)) return { phrase: spoken, form: 'tool' }
  return { phrase: definite.test(spoken) && !/^the | and /.test(spoken) ? `the ${spoken}` : spoken, form: 'practice' }
}

/** "Manages" as "Manage", where it is a verb that duties begin with. */
function baseForm(word: string): string {
  const base = [word.replace(/s$/, ''), word.replace(/es$/, '')].find(
    (form) => form !== word && gerundOf(form) !== undefined && opensWithVerb([form, 'that']),
  )
  return base ?? word
}

/** Capitals taken from ordinary words ("managing Network teams"), as long as no name stands beside them. */
function lowerOrdinary(words: readonly string[]): string {
  const isCapital = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}\p{Ll}/u.test(word)
  const isOrdinary = (word: string): boolean => everydayNoun.test(word) && !isBrand(word)
  return words
    .map((word, i) => {
      const beside = [words[i - 1], words[i + 1]].filter((w) => w !== undefined && isCapital(w))
      return isCapital(word) && isOrdinary(word) && beside.every((w) => isOrdinary(w!)) ? word.toLowerCase() : word
    })
    .join(' ')
}

/** "and evaluate care" behind a gerund: "and evaluating care". */
function secondVerb(words: readonly string[]): string[] {
  return words.map((word, i) => {
    const before = words[i - 1]
    const joins = before === 'and' || before === 'or' || before === '&'
    return joins && i + 1 < words.length && opensWithVerb([word, 'the']) ? (gerundOf(word) ?? word) : word
  })
}

/** A phrase in the middle of a sentence: lower case but for names, abbreviations and brands. */
export function inSentence(phrase: string): string {
  const words = phrase.split(' ')
  // Two capitals may be a brand (Blue Yonder), unless the last word is an everyday noun (Configuration Management).
  const isTitleCase =
    words.length > 1 &&
    everydayNoun.test(words.at(-1)!) &&
    words.every((w) => /^(?:\p{Lu}|and$|or$|of$|the$|in$|for$|to$|&|-)/u.test(w))
  return words
    .map((word, i) => {
      if (i > 0 ? !isTitleCase : words.length > 1 && words.slice(1).some((w) => /^\p{Lu}/u.test(w)) && !isTitleCase)
        return word
      return /^\p{Lu}[\p{Ll}'’]+(?:[-/]\p{L}\p{Ll}+)*$/u.test(word) &&
        !isBrand(word) &&
        (words.length > 1 || isPlain(word))
        ? word.toLowerCase()
        : word
    })
    .join(' ')
}

/** A job title in the middle of a sentence: lower case but for abbreviations and brands ("an IT manager", "a Java developer"). */
export const titleInSentence = (title: string): string =>
  title
    .split(' ')
    .map((word) =>
      /^\p{Lu}[\p{Ll}'’]+(?:[-/]\p{L}\p{Ll}+)*$/u.test(word) && !isBrand(word) ? word.toLowerCase() : word,
    )
    .join(' ')

/** Names of firms, products, languages and places that open requirement texts; they keep their capital. */
const brands = new Set(
  'microsoft google amazon oracle adobe apple salesforce excel word outlook powerpoint java python linux windows azure spanish french german english mandarin chinese japanese portuguese italian arabic korean dutch russian hindi polish turkish vietnamese tagalog epic cerner workday quickbooks autocad photoshop illustrator facebook instagram linkedin tableau docker kubernetes jenkins terraform ansible django flask react angular vue spring hibernate scrum kanban agile jira confluence slack zendesk hubspot marketo shopify wordpress spark hadoop kafka snowflake unix android swift kotlin ruby rust scala perl git github gitlab selenium cucumber postman figma sketch bash powershell cisco juniper vmware citrix sage netsuite hyperion bloomberg revit procore primavera solidworks matlab simulink american european canadian british lean sigma'.split(
    ' ',
  ),
)
const everydayNoun =
  /^(?:management|development|design|analysis|planning|control|support|services?|systems?|administration|engineering|model(?:l)?ing|process(?:es)?|improvement|lifecycle|cycle|code|applications?|experience|operations?|research|strategy|sales|marketing|accounting|reporting|testing|training|maintenance|installation|security|architecture|integration|programming|databases?|networks?|software|hardware|skills?|methodologies|methods|degree|certification|licen[cs]e|nurse|manager|engineer|developer|analyst|accountant|assistant|representative|specialist|technician|coordinator|director|supervisor|officer|consultant|administrator|associate|instructor|teacher|trainer|buyer|clerk|chef|cook|attorney|superintendent|foreman|agent|executive|designer|architect|scientist|leader|lead|operator|driver|mechanic|electrician|advisor|adviser|planner|recruiter|partner|owner|intern|therapist|aide|server|bartender|cashier|worker|inspector|writer|editor|producer|care|work|law|close|best|practices?|polic(?:y|ies)|procedures?|network|infrastructure|information|project|projects|business|quality|product|products|data|customer|customers|teams?|departments?|technical|financial|clinical|sales|standards?|plans?|programs?|statements?|entries|reconciliations?)$/i
const isBrand = (word: string): boolean => brands.has(word.toLowerCase().split(/[-/]/)[0]!)
/** A single capitalised word is lowered only where it is an ordinary noun by its ending. */
const isPlain = (word: string): boolean =>
  /(?:ing|tion|ment|ance|ence|ics|ity|ship|ness|ology|graphy|keeping|service|design|sales|care|law)$|^(?:pastry|concrete|music|sports|retail|healthcare|insurance|logistics|finance|infrastructure|phonics|operations|research|administration)$/i.test(
    word,
  )

export const sentenceCase = (phrase: string): string => phrase.slice(0, 1).toUpperCase() + phrase.slice(1)

/** "a" or "an", by sound: "an RN license", "a university degree". */
export function withArticle(phrase: string): string {
  if (/^(?:a|an|the|your)\s/i.test(phrase)) return phrase
  const first = phrase.split(/[\s-]/)[0]!
  const isSpelt = /^[A-Z]{2,5}$/.test(first) && !/^(?:NASA|HACCP|GAAP|OSHA|SCRUM|SAP|LEED|CAD)$/.test(first)
  const takesAn = isSpelt
    ? /^[AEFHILMNORSX]/.test(first)
    : /^(?:[aeio]|u(?!ni|se|til|s\b)|hour|honest|heir)/i.test(first)
  return `${takesAn ? 'an' : 'a'} ${phrase}`
}
