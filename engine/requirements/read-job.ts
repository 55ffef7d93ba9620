import type { SkillFinder } from '../skills/types.ts'
import { joinLines } from '../text/join-lines.ts'
import { isCaseless, restoreCase } from '../text/restore-case.ts'
import type { Finding, Requirement, RequirementType } from '../types.ts'
import { choiceGroups } from './choices.ts'
import { type Clause, findClauses } from './clauses.ts'
import { findCredentials } from './credentials-asked.ts'
import { findEducation } from './education-asked.ts'
import { findLanguages } from './languages-asked.ts'
import { namedSkills } from './named-skills.ts'
import { segmentJob } from './segments.ts'
import { findTitle, repeatsTitle } from './title.ts'
import { educationText, shorten, shortenYears } from './wording.ts'
import { findYears } from './years.ts'

export interface JobDescription {
  title: string | undefined
  /** In the order of the text; ids `r1`, `r2`, ... */
  requirements: Requirement[]
  /** Sentences on the work and its demands, boilerplate left out: what the semantic similarity is measured against. */
  lines: string[]
  warnings: Finding[]
}

/** How many requirements one job description yields at most; the least important give way. */
const MAX_REQUIREMENTS = 18
/** Duties fill the list up to here when few demands are stated. */
const ENOUGH_STATED = 10

/** Reads what a job description asks. Every quote is a verbatim part of the text. */
export function readJob(submitted: string, finder: SkillFinder): JobDescription {
  const joined = joinLines(submitted)
  const text = isCaseless(joined) ? restoreCase(joined) : joined
  const segments = segmentJob(text, (word) => finder.resolve(word) !== undefined)
  const title = findTitle(text)
  const body = segments.filter((s) => !repeatsTitle(s, title))
  const clauses = findClauses(text, body)
  const drafts = dedupe([
    ...clauses.flatMap((clause, i) =>
      draftRequirements(completed(clause, clauses.slice(i + 1, i + 1 + MAX_NAMED)), finder),
    ),
    ...titleSkills(text, title, finder),
    // "highly preferred" by itself is of nothing.
  ]).filter((draft) => /[\p{L}\p{N}]/u.test(draft.text))
  const requirements = choose(drafts).map(({ order, ...draft }, i) => ({
    id: `r${i + 1}`,
    ...draft,
    // As submitted: joined lines have blanks where the breaks were.
    ...(text.startsWith(draft.quote, order) ? { quote: submitted.slice(order, order + draft.quote.length) } : {}),
  }))
  return { title, requirements, lines: linesOf(clauses, body), warnings: warningsOf(requirements) }
}

/** How many items of the list below a heading with years are named in it. */
const MAX_NAMED = 3
/** "5+ years of experience and knowledge of:" above a list. */
const HEADS_LIST =
  /\byears?\b[^.]{0,60}\b(?:in|of|with)(?: (?:each of )?the following(?: areas| skills| technologies| tools)?)?$/i

/** A clause that leads a list and says nothing by itself, with the first items of the list. */
function completed(clause: Clause, items: readonly Clause[]): Clause {
  if (!HEADS_LIST.test(clause.text)) return clause
  const names = items.filter((item) => item.origin === clause.origin && item.text.length <= 60).map((item) => item.text)
  return names.length > 0 ? { ...clause, text: `${clause.text} ${names.join(', ')}`, isHead: true } : clause
}

type Draft = Omit<Requirement, 'id'> & { order: number; origin?: Clause['origin'] }

/** One clause gives one requirement, or one for each technology that it lists. */
function draftRequirements(clause: Clause, finder: SkillFinder): Draft[] {
  const base = { kind: clause.kind, quote: clause.quote, order: clause.start, origin: clause.origin }
  const years = findYears(clause.text)
  const education = findEducation(clause.text)
  if (education && !(years && years.start < clause.text.search(/degree|bachelor|diploma/i) - 60))
    return [
      {
        ...base,
        text: clause.text.split(/\s+/).length <= 2 ? clause.text : educationText(education.level, education.field),
        type: 'education',
        ...knockout(clause),
      },
    ]
  const credentials = findCredentials(clause.text)
  if (credentials && (credentials.names.length > 0 || clause.text.length < 120)) {
    const isChoice = credentials.names.length > 1 && /\bor\b|\//.test(clause.text)
    return [
      {
        ...base,
        text: credentials.names.length > 0 ? credentials.names.join(isChoice ? ' or ' : ', ') : shorten(clause.text),
        type: 'credential',
        ...(isChoice ? { any_of: credentials.names } : {}),
        ...(credentials.isLicence && clause.kind === 'must' ? { is_knockout: true } : knockout(clause)),
      },
    ]
  }
  const languages = findLanguages(clause.text)
  if (languages.length > 0) {
    const asked =
      languages.length > 1 && /bilingual|english\/|\/english/i.test(clause.text)
        ? languages.filter((l) => l !== 'English')
        : languages
    const named = asked.map((name) => {
      const start = clause.text.indexOf(name)
      return { name, start, end: start + name.length }
    })
    const groups = choiceGroups(clause.text, named).map((group) => group.map((l) => l.name))
    const single = groups.filter((group) => group.length === 1).flat()
    return [...(single.length > 0 ? [single] : []), ...groups.filter((group) => group.length > 1)].map((group) => ({
      ...base,
      text: group.join(group === single ? ' and ' : ' or '),
      type: 'language' as const,
      ...(group === single ? {} : { any_of: group }),
    }))
  }
  if (years)
    return [
      {
        ...base,
        text: shortenYears(clause.text, years.years, years.end, years.start),
        type: 'experience',
        years_min: years.years,
      },
      // "5+ years of Python and AWS" asks for both besides the years; the items of a list speak for themselves.
      ...(clause.isHead ? [] : namedSkills(clause.text.slice(years.end), finder)).map((s) => ({
        ...base,
        ...s,
        type: 'skill' as const,
      })),
    ]
  const skills = namedSkills(clause.text, finder, clause.origin === 'core')
  if (skills.length > 0) return skills.map((s) => ({ ...base, ...s, type: 'skill' as const }))
  return [{ ...base, text: shorten(clause.text), type: typeOf(clause, finder) }]
}

/**
 * Technologies that stand in the title are asked for even where the text names them nowhere else; after a comma stands
 * the team or the employer ("Program Manager, Google Cloud").
 */
function titleSkills(text: string, title: string | undefined, finder: SkillFinder): Draft[] {
  if (!title) return []
  const team = /^[^-\u2013(:,]*,/.exec(title)?.[0].length ?? title.length
  const named = (surface: string, from: number): boolean => text.includes(surface, from)
  const body = text.indexOf(title) + title.length
  return finder
    .find(title)
    .filter((m) => m.concept.kind === 'technology' && named(m.surface, m.start < team ? 0 : body))
    .filter((m) => m.start < team || !/^ \p{Lu}/u.test(title.slice(m.end)))
    .filter((m) => !isSpokenOfAsEmployer(m.surface, text))
    .map((m) => ({
      text: m.concept.name,
      kind: 'must',
      type: 'skill',
      quote: m.surface,
      order: text.indexOf(m.surface),
      origin: 'stated',
    }))
}

/** "Google's business", "at Google to": a company whose product bears its name is the employer here. */
const isSpokenOfAsEmployer = (name: string, text: string): boolean =>
  /^[\p{L}\d]+$/u.test(name) &&
  new RegExp(`\\b(?:${name}['\u2019]s|(?:at|within|join|joining|across|to|help) ${name})\\b(?! \\p{Lu})`, 'u').test(
    text,
  )

const knockout = (clause: Clause): { is_knockout?: true } =>
  /deal[ -]?breaker|\bmandatory\b|must have .{0,40}\bor (?:do not|don['\u2019]t)|non-negotiable|knock-?out/i.test(
    clause.text,
  )
    ? { is_knockout: true }
    : {}

const SOFT =
  /\bcommunicat|\binterpersonal|\bteam ?(?:work|player|spirit)|\bself[- ](?:starter|motivat|direct)|\bwork ethic|\bproblem[- ]solving|\borgani[sz](?:ed|ational)\b|\bmulti-?task|\bdetail[- ]orient|\battention to detail|\btime[- ]management|\bfast[- ]paced|\bflexib|\bpositive attitude|\bpassion|\bintegrity|\bmotivated|\bcreativ|\banalytical(?:ly)? (?:skills?|mind|thinking)|\bleadership skills|\bability to (?:work|learn|think|adapt|prioriti|handle|stay|influence|communicate|collaborate)|\bcollaborat|\bdeadlines?\b|\bcritical thinking/i
const CIRCUMSTANCE =
  /\bauthori[sz]ed to work|\bwork authori[sz]|\bu\.?s\.? citizen|\btravel\b|\brelocat|\bshifts?\b|\bweekends?\b|\bovernight|\bon[- ]call|\blift\b|\bpounds|\blbs\b|\bavailab|\bbackground check|\bdrug (?:test|screen)|\blocal (?:to|candidates)|\bon[- ]?site\b|\bremote\b|\bown (?:car|vehicle|transport)/i

function typeOf(clause: Clause, finder: SkillFinder): RequirementType {
  if (SOFT.test(clause.text) || CIRCUMSTANCE.test(clause.text)) return 'other'
  if (clause.origin === 'core') return 'experience'
  // "Experience with electronic health records" asks for a skill by its name.
  const short = shorten(clause.text)
  const named = finder.resolve(short)
  if (named) return named.kind === 'credential' ? 'credential' : 'skill'
  if (KNOWS.test(clause.text) || namedShare(short, finder) >= MOSTLY_NAMED) return 'skill'
  if (/\bexperience\b|\bexperienced\b|\bbackground\b|\btrack record\b/i.test(clause.text)) return 'experience'
  return clause.text.split(/\s+/).length <= 6 ? 'skill' : 'experience'
}

const KNOWS =
  /\b(?:knowledge|understanding|command) of\b|\bproficien(?:t|cy)\b|\bfamiliar(?:ity)? with\b|\bfluen(?:t|cy) in\b/i
/** Share of a demand's characters that names of skills must make up for it to ask for a skill. */
const MOSTLY_NAMED = 0.6

function namedShare(text: string, finder: SkillFinder): number {
  const named = finder.find(text).reduce((sum, m) => sum + m.end - m.start, 0)
  return named / text.length
}

/** The first mention stands; a repeated one lends it the stronger kind. */
function dedupe(drafts: readonly Draft[]): Draft[] {
  const byKey = new Map<string, Draft>()
  for (const draft of drafts) {
    const key = keyOf(draft.text)
    const earlier = byKey.get(key)
    if (!earlier) byKey.set(key, { ...draft })
    else if (draft.kind === 'must' && draft.origin === 'stated') {
      earlier.kind = 'must'
      earlier.origin = 'stated'
    }
  }
  return [...byKey.values()]
}

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .replace(/ (?:or|and) /g, ' ')
    .replace(/(\p{L}{3})s\b/gu, '$1')
    .trim()

/** Keeps the important ones, in text order: what is stated first, then duties as far as there is room. */
function choose(drafts: readonly Draft[]): Draft[] {
  const stated = drafts.filter((d) => d.origin === 'stated')
  const core = drafts.filter((d) => d.origin === 'core')
  const room = Math.max(ENOUGH_STATED - stated.length, stated.length >= ENOUGH_STATED ? 0 : 2)
  const rank = (d: Draft): number =>
    d.is_knockout ? 0 : d.kind === 'must' ? (d.type === 'other' ? 2 : 1) : d.type === 'other' ? 4 : 3
  const kept = [...stated]
    .sort((a, b) => rank(a) - rank(b) || a.order - b.order)
    .slice(0, MAX_REQUIREMENTS)
    .concat(core.slice(0, room))
  return kept
    .sort((a, b) => a.order - b.order)
    .map(({ origin, ...d }) => ({ ...d, importance: importanceOf(d, origin) }))
}

const importanceOf = (d: Draft, origin: Clause['origin'] | undefined): number =>
  d.is_knockout ? 1 : d.kind === 'nice' ? 0.3 : origin === 'core' ? 0.5 : d.type === 'other' ? 0.6 : 0.8

function linesOf(clauses: readonly Clause[], body: readonly { text: string; zone: string }[]): string[] {
  const lines = clauses.map((c) => c.text)
  return lines.length > 0
    ? lines
    : body.filter((s) => s.zone !== 'boilerplate' && s.text.split(/\s+/).length >= 3).map((s) => s.text)
}

const warningsOf = (requirements: readonly Requirement[]): Finding[] =>
  requirements.length > 0
    ? []
    : [
        {
          code: 'no_requirements_found',
          message:
            'No requirement could be found in the job description, so candidates are scored by semantic similarity alone. Add a list of skills or qualifications.',
        },
      ]
