import { NUMBER_WORD } from '../text/number-words.ts'
import type { RequirementKind } from '../types.ts'
import { hasContent } from './content.ts'
import { findCredentials } from './credentials-asked.ts'
import { employerNames, startsWithName } from './employer.ts'
import { isUnasked, isWishWithNegation } from './negation.ts'
import { isInParentheses, type Segment, trim } from './segments.ts'
import { soughtLength } from './sought.ts'
import { partWishes, WISHED_LIST } from './wishes.ts'

/** One thing asked: a stretch of the job description, how strongly, and where it stood. */
export interface Clause {
  start: number
  end: number
  /** What is read: the quote without a wish in parentheses that was made a clause of its own. */
  text: string
  /** Verbatim. */
  quote: string
  kind: RequirementKind
  /** `stated`: under a heading or with words of demand; `core`: a duty or a part of the description of the work. */
  origin: 'stated' | 'core'
  /** It heads a list whose items are clauses of their own. */
  isHead?: true
}

const ASKS =
  /\bexperience(?:d)? (?:with|in|of|as|working|using|building|managing|leading)|\byears?\b.{0,40}\bexperience|\d\+? ?years|\bknowledge of|^(?:strong|solid|deep|expert)\b|\bproficien|\bfamiliar|\bability to|\bable to|\bmust\b|\brequired?\b|\brequires\b|\bdegree\b|\bcertif|\blicen[cs]e\b|\bskills?\b|\bexpertise|\bunderstanding of|\bfluent|\bbackground in|\bqualifications?\b|\byou (?:have|bring|know|are (?:an?|the))\b|\bwe(?:'re|\u2019re| are) (?:looking|searching) for|\bseek(?:s|ing)?\b|\bideal candidate|\ba plus\b|= ?plus\b|\bpreferred\b|\bdesired\b|^knows?\b|\bnice to have\b|\bdesirable\b|\ban (?:advantage|asset)\b/i
const BOILERPLATE =
  /\bequal (?:employment )?opportunit|\bwithout regard to\b|\bregardless of\b|\bprotected (?:veteran|by law|characteristic)|\bsexual orientation|\beeo\b|\baffirmative action|\breasonable accommodation|\bclick (?:here|the|on)|\bapply (?:now|today|online|directly|here)\b|\b(?:submit|send|email|e-mail) (?:your|a|an updated|me|us)\b|\bplease (?:apply|send|reply|contact|submit|read|visit|inquire|email)|\bwww\.|https?:|\bcopyright\b|\ball rights reserved|\b401 ?\(?k|\bpaid (?:time off|vacation|holiday)|\bPTO\b|\b(?:health|dental|medical|vision) (?:insurance|coverage|benefits)|\bcompetitive (?:salary|pay|compensation|benefits)|\bbenefits? (?:package|include|option)|\bsalary\b|\bstock options|\brelocation assist|\bjoin (?:our|us|the team)\b|\bhourly rate|\bpay rate|\bour (?:clients?|company|mission|culture|consultants)\b|\bfounded in\b|\bworld(?:'s)? lead|\blooking forward to|\bnot a fit\b|\bthird part(?:y|ies)\b|\bsponsor|\bgreat place to work|\bthis is an exciting|\bwe (?:offer|provide|believe|help|value|strive|are (?:an?|the|one|committed|proud))\b|\brequisition|\brevenues?\b.{0,30}million|\bfortune \d|\b(?:is|are) (?:committed to|continuing|growing|expanding)|\bclientele\b|\bheadquartered|\bin business since|\bnationwide\b|\byour career\b|\bduration\s*:|\blocation\s*:|\bjob (?:type|id|code|title)\s*:|\bposition type\s*:|\bmonths? contract|\bcontract to hire|\breferral|\bequivalent combination of\b|\bwill be considered\b|^can be based in\b/i
/** Boilerplate even where it counts years. */
const NEVER_ASKED =
  /\bopportunity employer|\bin business (?:for|since)\b|\bour (?:history|track record)\b|\bcareers (?:at|with)\b|\bhesitate\b|\blearn more about\b|\brecruiter tips\b|\bsounds like\b|\bare (?:given|assigned|offered)\b|^(?:they|there (?:is|are|will)|to help you|check out|your (?:resume|application)|how you will|because of|but if)\b|\bcontinue reading\b|\bcelebrating\b|\byears of (?:service|success|excellence|growth|innovation)\b|\bencouraged to apply\b|\bset up a time\b|\bsubmitting your\b|[$\u00a3\u20ac] ?\d[\d,.]*.{0,30}\b(?:per|an) (?:hour|year|day)\b|\S@\S+\.\p{L}|\binterview\s*:|\b(?:phone|f2f|face[ -]to[ -]face|in-person|on-?site|video|final) interviews?\b|\bF2F\b|\bmax(?:imum)? pay\b|\bas used in this document\b|\?$/iu
/** Once one of these is met, what follows up to the next heading is about applying or the company. */
const CLOSING =
  /\bequal (?:employment )?opportunit|\bwithout regard to\b|\bclick here\b|\bapply (?:now|today|directly)\b|\b(?:submit|send|email) (?:your|me|us)\b|\bplease (?:apply|send|reply|contact|submit|read)|\bcopyright\b|\b(?:if you are|if you're) (?:qualified|interested)|\bto be considered\b(?!.*\b(?:must|following|need|require)\b)|^(?:(?:best|kind|warm) )?regards\b|^thanks\b|\bplease respond\b/i
/** What the speaker of a sentence wants of others, even where the sentence speaks of the employer. */
const SEEKS =
  /\b(?:looking|search(?:es|ing)?|seek(?:s|ing)?|hir(?:e|es|ing)|needs?|requires?|wants?|prefers?|expects?|you)\b/i
const SPEAKS_OF_US = /^(?:we|our|this|if|as an?|the (?:company|firm|team)|join|located|founded|exceptional|if you)\b/iu

/** The things that a segmented job description asks, in text order, boilerplate and negatives left out. */
export function findClauses(text: string, segments: readonly Segment[]): Clause[] {
  const hasDuties = segments.some((s) => s.zone === 'duty')
  const employer = employerNames(text)
  const clauses: Clause[] = []
  let closed: Segment['zone'] | undefined
  let isOfUs = false
  for (const segment of segments) {
    if (segment.zone !== closed) closed = undefined
    if (CLOSING.test(segment.text) && segment.start > text.length * 0.4) closed = segment.zone
    if (closed) continue
    if (!hasContent(segment.text)) continue
    // "We seek the best people; provide counseling; as well as ..." goes on about the employer.
    const goesOn: boolean =
      isOfUs &&
      /^\p{Ll}/u.test(segment.text) &&
      /;\s{0,2}$/.test(text.slice(Math.max(0, segment.start - 3), segment.start))
    isOfUs = goesOn || /^(?:we|our)\b/i.test(segment.text)
    if (goesOn) continue
    const origin = originOf(segment, hasDuties, startsWithName(segment.text, employer))
    if (!origin) continue
    const isWishedList = WISHED_LIST.test(segment.text) && isPlainList(segment)
    for (const part of splitSegment(text, segment, origin)) {
      if (
        !hasContent(part.text) ||
        LEADS_ON.test(part.text) ||
        LEADS_LIST.test(part.text) ||
        (isUnasked(part.text) && !isWishWithNegation(part.text))
      )
        continue
      for (const { wish, ...clause } of partWishes(part)) {
        const isNice =
          wish || isWishedList || (segment.zone === 'nice' && !/\bmust\b|\brequired\b(?! but)/i.test(clause.text))
        clauses.push({ ...clause, kind: isNice ? 'nice' : 'must', origin })
      }
    }
  }
  return clauses
}

/** "You must be able to demonstrate the following": what only heads a list, and what only gives a reason. */
const LEADS_LIST = /^(?!.*\byears?\b).*\b(?:the following|as follows|listed below)$|^because\b/i
/** What stands before a demand and is none itself: "If you are a Senior Engineer with" before "5 years of experience". */
const LEADS_ON = /^(?:so,? )?if you(?:['\u2019]re| are| have)\b(?!.*\b(?:experience|years?|skills|degree)\b)/i
/** Why a segment counts, or undefined when it is not about what is asked. */
function originOf(segment: Segment, hasDuties: boolean, isOfEmployer: boolean): Clause['origin'] | undefined {
  // "Location: Leeds - Must know the looms": what follows a label of one line may ask again.
  const asksAgain = segment.zone === 'boilerplate' && segment.isItem && ASKS_PLAINLY.test(segment.text)
  if (segment.zone === 'boilerplate' && !asksAgain) return undefined
  const words = segment.text.split(/\s+/).length
  if (words > 60) return undefined
  const sought = soughtLength(segment.text)
  if (sought > 0) {
    const rest = segment.text.slice(sought)
    if (!hasContent(rest) || NEVER_ASKED.test(rest) || BOILERPLATE.test(rest.replace(FOR_CLIENT, ''))) return undefined
    return TELLS_WORK.test(segment.text.slice(0, sought)) ? 'core' : 'stated'
  }
  const statesYears =
    /\d\+? ?(?:-|to )? ?\d* ?years?\b|\bdegree\b|\blicen[cs]e\b/i.test(segment.text) || spelledYears.test(segment.text)
  if (NEVER_ASKED.test(segment.text) || (BOILERPLATE.test(segment.text) && !statesYears)) return undefined
  // "We have led the industry for 32 years" asks nothing; "we need 5 years" and "Acme seeks" do.
  if ((isOfEmployer || /^(?:we|our)\b/i.test(segment.text)) && !SEEKS.test(segment.text)) return undefined
  const speaksOfUs = isOfEmployer || SPEAKS_OF_US.test(segment.text) || /^At (?!Least)\p{Lu}/u.test(segment.text)
  if (segment.zone === 'must' || segment.zone === 'nice' || asksAgain)
    return speaksOfUs && !statesYears ? undefined : 'stated'
  if (segment.zone === 'duty')
    return words >= 2 && !speaksOfUs ? (ASKS.test(segment.text) && statesYears ? 'stated' : 'core') : undefined
  if ((ASKS.test(segment.text) || spelledYears.test(segment.text)) && (!speaksOfUs || statesYears)) return 'stated'
  if (!speaksOfUs && words <= MAX_CREDENTIAL_WORDS && findCredentials(segment.text)?.names.length) return 'stated'
  if (leadLength(segment) > 0 && !speaksOfUs) return 'core'
  // Without a list of duties the sentences on the work are all there is.
  return !hasDuties && words >= 2 && !speaksOfUs && (segment.isItem || isAboutWork(segment.text)) ? 'core' : undefined
}

/** Openings of a demand that stand for themselves, whatever heads them. */
const ASKS_PLAINLY =
  /^(?:must (?:have|know|be able|possess)|needs? |candidates? (?:must|should) (?:have|know|be able|possess)|\d{1,2} ?\+? (?:years|yrs)\b)/i
/** A sentence of no more words that names a licence asks for it. */
const MAX_CREDENTIAL_WORDS = 8
/** "at least three years of development", but not "for over three years we have". */
const spelledYears = new RegExp(
  `\\b(?:${NUMBER_WORD})(?: ?\\(\\d{1,2}\\))?\\+? (?:or more )?years?['\u2019]? (?:of|in|as|with|experience)\\b`,
  'i',
)
/** For whom somebody is sought: no part of what is asked. */
const FOR_CLIENT = /,? (?:for|at|with) (?:one of )?our (?:direct )?clients?\b[^,;]*$/i
/** Ends what leads to what the person is to do, not to be. */
const TELLS_WORK = /(?:\bto|\bwho(?: can| will)?|,) $/i

/** What leads to duties in a sentence: "Responsibilities include", "The position involves", "Handling of assets involves". */
const DUTY_LEAD =
  /^(?:(?:(?:the|your|our|key|main|core|primary|daily|typical|job|work) ){0,3}(?:responsibilities|duties|tasks|role|position|job|work|day)(?: [\p{L}-]+){0,3}? (?:include|includes|involve|involves|consists? of|entails?|covers?)(?: but (?:is|are) not limited to)?|(?:[\p{L}-]+ ){1,5}(?:involves|entails|consists of)|the (?:[\p{L}-]+ ){1,4}will|day[ -]to[ -]day,? you(?:['\u2019]ll| will)?|(?:as [^,.]{3,50}, )?you(?:['\u2019]ll| will) be (?:responsible for|in charge of|expected to)|in this (?:role|position|job),? you(?:['\u2019]ll| will)|(?!if\b)[^,.;:]{3,90}, you(?:['\u2019]ll| will)(?! be an?\b| have\b| need\b| love\b))[: ]+(?=\p{L})/iu

/** Characters before the duties of a sentence that tells them in prose; 0 for other sentences. */
const leadLength = (segment: Segment): number =>
  soughtLength(segment.text) ||
  (segment.zone === 'intro' || segment.zone === 'duty' ? (DUTY_LEAD.exec(segment.text)?.[0].length ?? 0) : 0)

const aDeed =
  /^\s*(?:you(?:['\u2019]ll| will) |to )?(?:\p{Lu}?\p{Ll}+ly )?(?:perform|lead|manage|support|own|provide|develop|design|build|create|run|handle|prepare|maintain|coordinate|assist|deliver|drive|oversee|ensure|analy[sz]e|plan|supervise|train|coach|teach|sell|negotiate|operate|install|repair|inspect|administer|monitor|review|draft|research|conduct|process|assess|care|cook|clean|hit|hire|meet|recruit|schedule|track|report|write|test|serve|greet|order|stock|keep|make|take|work|help|set|do|forecast|answer|resolve|respond|document|educate|advise|counsel|evaluate|mentor|motivate|grow|control|count|pay|file|bill|collect|reconcile|close|pick|pack|load|unload|ship|receive|transport|analyse)(?:e?s)?\b/iu

/** A sentence that begins with what the person does, or lists the work in nouns. */
const isAboutWork = (text: string): boolean =>
  aDeed.test(text) || /^(?:you(?:['\u2019]ll| will)\b)|^\p{Lu}[\p{L} -]{3,40}(?:, [\p{L} -]{3,40}){2,}/iu.test(text)

/** "and at least six months", "incl. 2+ yrs in fintech": an amount of time with words that make it a demand of its own. */
const secondYears = new RegExp(
  `(?:,? (?:and|plus) |, )(?=(?:at least|a minimum of|minimum|min\\.?) (?:\\d|(?:${NUMBER_WORD})\\b))|,? \\(?(?:incl\\.?|including|of which) (?=(?:at least |a minimum of )?(?:\\d{1,2}|${NUMBER_WORD})[ +]{0,2}(?:years?|yrs?|months?)\\b)`,
  'gi',
)

/** Whether a part between commas is something of its own: two words or more that lean on no neighbour. */
const standsAlone = (part: string): boolean => {
  const last = part.slice(part.lastIndexOf(',') + 1).trim()
  return /\S\s+\S/.test(last) && !CONTINUES.test(last) && !/^(?:and|or)\b/i.test(last)
}

/** Splits where one segment asks several separate things. */
function* splitSegment(
  text: string,
  segment: Segment,
  origin: Clause['origin'],
): Generator<{ start: number; end: number; text: string }> {
  const lead = leadLength(segment)
  const cuts = [lead]
  for (const m of segment.text.matchAll(/,? and |, /g)) {
    const left = segment.text.slice(cuts.at(-1), m.index)
    const right = segment.text.slice(m.index + m[0].length)
    const next = right.split(/,| and | or /)[0] ?? ''
    const isCredentials = findCredentials(left) && findCredentials(next)
    const isApart = m[0] === ', ' && standsAlone(left) && standsAlone(next) && findCredentials(next)
    if ((isCredentials || isApart) && !/\bor\b/.test(segment.text)) cuts.push(m.index + m[0].length)
  }
  // "is punctual, can lift 20 kg and holds a licence": what one person can, has and holds.
  for (const m of segment.text.matchAll(
    /(?:, (?:and )?(?=(?:can|has|holds?|knows?|speaks?|must|is (?:able|willing)|able to|willing to)\b)| and (?=(?:holds?|speaks?) ))/gi,
  ))
    if (!isInParentheses(segment.text, m.index)) cuts.push(m.index + m[0].length)
  for (const m of segment.text.matchAll(secondYears)) cuts.push(m.index + m[0].length)
  // "Licence in Texas, 2 years in a ward": an amount of years after a comma is a demand of its own.
  for (const m of segment.text.matchAll(/, (?=\d{1,2} ?\+?(?: ?(?:-|to) ?\d{1,2})? ?\+? ?(?:years?|yrs?)\b)/gi))
    if (!isInParentheses(segment.text, m.index)) cuts.push(m.index + m[0].length)
  const isWorkList = (origin === 'core' && (segment.zone === 'intro' || lead > 0)) || soughtLength(segment.text) > 0
  if (isWorkList || (segment.zone !== 'duty' && isPlainList(segment)))
    for (const m of segment.text.matchAll(/, ?(?:and )?/g))
      if (
        !isInParentheses(segment.text, m.index) &&
        !(isWorkList && isObject(segment.text.slice(cuts.at(-1), m.index), segment.text.slice(m.index + m[0].length)))
      )
        cuts.push(m.index + m[0].length)
  const sorted = [...new Set(cuts)].filter((at) => at >= lead).sort((a, b) => a - b)
  for (const [i, from] of sorted.entries()) {
    const to = sorted[i + 1] ?? segment.text.length
    const end =
      from +
      segment.text
        .slice(from, to)
        .replace(FOR_CLIENT, '')
        .replace(/[\s,;(]+(?:and|or|incl\.?|including|of which)?[\s,;(]*$/i, '').length
    const part = trim(text, segment.start + from, segment.start + end)
    if (part && (part.text.length > 1 || /^[RC]$/.test(part.text))) yield part
  }
}

/** "own service level, AHT, CSAT and QA scores": what follows a deed and begins none is one more object of it. */
const isObject = (deed: string, rest: string): boolean =>
  (aDeed.test(deed) || /^\s*\p{L}+ing\b/iu.test(deed)) &&
  !aDeed.test(rest) &&
  (/^[\p{L}\d&/-]+(?=,|$)/u.test(rest) || (!/\band\b/.test(deed) && /^(?!\p{L}+ing\b)[^,]{2,40} and /iu.test(rest)))

/** "Java, Configuration Management, AWS": short names between commas, no verb, no "or". */
function isPlainList(segment: Segment): boolean {
  const parts = segment.text.split(/,/).map((p) => p.trim())
  if (
    parts.length < 2 ||
    /\bor\b|such as|e\.g\.|\(/i.test(segment.text) ||
    /\d\+? ?years?\b.*\b(?:in|of|with)\b/i.test(segment.text)
  )
    return false
  // "Experience implementing, troubleshooting and supporting web servers": deeds of one object.
  if (/^(?:\p{L}+ ){0,3}\p{L}+ing$/iu.test(parts[0]!) && /^\p{L}+ing\b/iu.test(parts[1]!)) return false
  return parts.every((p) => {
    const words = p.split(/\s+/).length
    return words <= (parts.length > 3 ? 5 : 4) && p.length > 0 && !CONTINUES.test(p)
  })
}

/** A part that leans on its neighbours, so that it cannot stand alone. */
const CONTINUES =
  /^(?:active|current|valid|unrestricted|in good standing|both|including|especially|with|for|to|in|such|both|etc)\b|\b(?:managing|working|handling|building|ability|complex|multiple|strong|track record)\b/i
