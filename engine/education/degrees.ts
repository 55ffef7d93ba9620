import type { DateSpan } from '../experience/date-spans.ts'
import type { Education, ResumeLine } from '../resume/types.ts'
import { findShortDegree, SHORT_DEGREES } from './short-degrees.ts'

type Level = Education['level']

// Full names and the usual short forms; short ones count only in capitals or with points, and B.A.-like ones need context.
const names: [Level, RegExp][] = [
  [
    'doctorate',
    /\b(?:ph\.?\s?d\.?|doctorate|doctoral degree|doctor of|d\.?phil|juris doctor|j\.d\.?|m\.d\.?|pharm\.?\s?d|doktor|promotion zum|doctorat|doctorado|dottorato|doutorado|ed\.d|psy\.d|d\.?n\.?p\.?)(?![\p{L}\p{N}])/iu,
  ],
  [
    'master',
    /(?<![\p{L}\p{N}.])(?:master(?:'?s)?(?: degree)?(?: of| in|'s|,|\s-|\s:| program)|master'?s|masters|m\.?b\.?a\.?|m\.sc\.?|m\.?tech\.?|m\.s\.?|m\.a\.|m\.ed\.?|m\.?phil|m\.com|mca|mcm|mms|pgdm|pgdbm|post[- ]?graduate|postgraduate|magister|maîtrise|maestría|máster|laurea magistrale|mestrado|diplom-?(?:ingenieur|informatiker|kaufmann|kauffrau)|diplôme d'ingénieur|m\.?eng\.?|m\.?s\.?w\.?|m\.?p\.?h\.?|ll\.?m\.?)(?![\p{L}\p{N}])/iu,
  ],
  [
    'bachelor',
    /(?<![\p{L}\p{N}.])(?:bachelor(?:'?s)?|bachelors|b\.?sc\.?|b\.s\.?|b\.a\.?|b\.?tech\.?|b\.e\.?|b\.eng\.?|b\.?com\.?|b\.?c\.?a\.?|b\.?b\.?a\.?|b\.?s\.?n\.?|b\.?f\.?a\.?|b\.?ed\.?|b\.?pharm\.?|ll\.?b\.?|licence|licenciatura|licenciad[oa]|laurea|grado en|bacharel(?:ado)?|undergraduate degree|graduat(?:e|ion) in(?! (?:the|my|\d))|ingénieur diplômé|fachhochschulreife|honou?rs degree)(?![\p{L}\p{N}])/iu,
  ],
  [
    'associate',
    /(?<![\p{L}\p{N}.])(?:associate(?:'?s)? (?:degree|in|of (?:applied|science|arts|business|nursing|occupational|specialized|general))|associates? degree|associate's|a\.a\.?s?\.?|a\.s\.?|aas|foundation degree|hnd|bts|dut|higher national diploma)(?![\p{L}\p{N}])/iu,
  ],
  [
    'high_school',
    /\b(?:high school|g\.?e\.?d\.?|hsc|h\.s\.c|ssc|s\.s\.c|secondary school|higher secondary|secondary education|abitur|matura|baccalauréat|baccalaureate|bachillerato|a[- ]levels?|gcses?|matriculation|diploma de bachiller|12th|10th|hssc|cbse|icse)(?![\p{L}\p{N}])/iu,
  ],
  [
    'other',
    /\b(?:diploma|certificate (?:of|in)|vocational|ausbildung|diplom|diplôme|cap|formation|iti)(?![\p{L}\p{N}])/iu,
  ],
]
// Two-letter degrees without points are words elsewhere ("BE", "MA" the state): believed in the education section only.
const bare: [Level, RegExp][] = [
  ['master', /(?<![\p{L}\p{N}.])(?:MS|MA|MSc|ME|MEd|MSN|MSW|MPH|MCom)(?![\p{L}\p{N}])/u],
  ['bachelor', /(?<![\p{L}\p{N}.])(?:BS|BA|BE|BSc|BSEE|BSBA|BSCS|AB)(?![\p{L}\p{N}])/u],
  ['associate', /(?<![\p{L}\p{N}.])(?:AA|AS|ASN|ADN)(?![\p{L}\p{N}])/u],
]
const shortNames = SHORT_DEGREES.map(({ level, pattern }): [Level, RegExp] => [level, pattern])
const certain =
  /\b(?:bachelor|master'?s? (?:of|in|degree)|ph\.?d|doctorate|associate'?s? (?:of (?:applied|science|arts)|degree)|high school diploma|mba|b\.?tech|b\.?sc|m\.?sc|degree in|diploma in)\b/i
const unfinished =
  /\b(?:(?:started|went back|returned|enrolled) .{0,40}\bto (?:get|earn|obtain|finish)|expected|anticipated?|pursuing|plan to|working on|to be completed|in progress|currently (?:enrolled|attending|studying|working)|coursework|course work|toward|towards|credits|not completed|incomplete|did not (?:finish|graduate|complete)|no degree|candidate|ongoing|some college|present|current|to date|voraussichtlich|en cours|en curso|abgebrochen|discontinued|withdrew|undergraduate student)\b/i
const boast =
  /\b(?:seeking|looking for|require[sd]?|mastered|teaching|taught|students?|scrum master|master (?:data|scheduler|mechanic|electrician)|web ?master)\b/i

/** Degrees and diplomas, in text order: level, field and whether the text says that they are unfinished. */
export function findEducation(_text: string, lines: readonly ResumeLine[], dates: readonly DateSpan[]): Education[] {
  const found: Education[] = []
  for (const line of lines) {
    const isEducation = line.section === 'education'
    if (
      !isEducation &&
      (!certain.test(line.text) ||
        boast.test(line.text) ||
        (line.role !== undefined && line.section === 'experience' && line.text.length > 120))
    )
      continue
    for (const degree of degreesOf(line.text, isEducation)) {
      const inLine = dates.filter((date) => date.start >= line.start && date.end <= line.end)
      found.push({
        start: line.start,
        end: line.end,
        level: degree.level,
        ...(degree.field !== undefined ? { field: degree.field } : {}),
        is_unfinished: unfinished.test(line.text) || inLine.some((date) => date.kind === 'open'),
      })
    }
  }
  return found
}

/** The highest-listed degree names of one line; a line that names two levels (B.Tech + MBA) yields both. */
function degreesOf(text: string, isEducation: boolean): { level: Level; field?: string }[] {
  const hits: { level: Level; at: number; end: number }[] = []
  for (const [level, pattern] of isEducation ? [...names, ...bare, ...shortNames] : names) {
    const match = pattern.exec(text)
    if (match === null) continue
    const at = match.index
    const end = at + match[0].length
    // "Bachelor of Secondary Education" is no school certificate.
    if (level === 'high_school' && /\b(?:of|in)\s$/i.test(text.slice(Math.max(0, at - 4), at))) continue
    if (hits.some((hit) => (at < hit.end && hit.at < end) || hit.level === level)) continue
    // "High School Diploma" is one degree, not also a diploma.
    if (level === 'other' && hits.length > 0) continue
    hits.push({ level, at, end })
  }
  return hits
    .sort((a, b) => a.at - b.at)
    .map((hit, index, all) => {
      const field =
        hit.level === 'high_school'
          ? undefined
          : fieldOf(text.slice(hit.at, hit.end), text.slice(hit.end, all[index + 1]?.at ?? text.length))
      return { level: hit.level, ...(field !== undefined ? { field } : {}) }
    })
}

/** Degrees for one profession: what stands behind them is a school ("Juris Doctor, Example State University"). */
const PROFESSIONS = /^(?:Law|Medicine|Nursing|Social Work|Pharmacy|Physical Therapy|Architecture)$/

/** The field behind a degree's name, else the one in it: "MSW, Example College" is of social work. */
function fieldOf(name: string, rest: string): string | undefined {
  const own = findShortDegree(name + rest.slice(0, 8))?.field
  if (own !== undefined && PROFESSIONS.test(own)) return own
  return own !== undefined && /^[\s.)]{0,3}(?:,|$)/.test(rest) ? own : (fieldAfter(rest) ?? own)
}

// Degrees name a broad faculty before the field: "Bachelor of Science in Nursing", "Bachelor of Engineering: Computer Science".
const faculty =
  /^(?:(?:(?:applied|occupational|general) )?(?:arts (?:and|&) sciences?|sciences?|arts|art(?=\s*[:,(–-]))(?=\s*(?:in\b|degree|[,:;(–-]|$)|\s+\p{L})|(?:applied )?(?:business administration|engineering|technology|fine arts|laws|education|commerce|philosophy|business)(?=\s*(?:in\b|degree|[,:;(–-]|$)))/iu
const lead =
  /^(?:[\s.,:;()–-]|\b(?:degree|in|major(?:ing)?|with a|concentration|focus|specialization|specialisation)\b){1,8}/i

/** The field of study that follows a degree's name: "of Science in Nursing" gives Nursing, ": Accounting" Accounting. */
function fieldAfter(rest: string): string | undefined {
  const text = rest
    .replace(/\(?\bhon(?:s\b\.?|ou?rs\b)\)?|\((?:\p{Lu}\.?){2,5}\)/giu, ' ')
    .replace(/^['’]?s?\b/, '')
    .replace(/^[\s.,:;()–-]{0,6}(?:degree|diploma|certificate)?[\s.,:;()–-]{0,4}/i, '')
    .replace(/^(?:of|in|en|em|de|für)\s+/i, '')
  const broad = faculty.exec(text)
  const behind = broad === null ? text : text.slice(broad[0].length)
  // "MBA, Example Business School": behind a comma stands a school's name as a whole.
  const isApart = /^[\s)]{0,3}[,–-]/.test(rest)
  // "Master of Education, Example College"
  if (broad !== null && /^education$/i.test(broad[0]) && /^\s{0,2},/.test(behind)) return broad[0]
  const narrow = fieldAt(behind.replace(lead, ''), isApart) ?? smallField(rest)
  if (narrow !== undefined || broad === null) return narrow
  return /science|(?<!fine )arts|philosophy/i.test(broad[0]) ? undefined : broad[0]
}

/** "bachelor of science in civil engineering", "majoring in finance": small letters count only behind such words. */
function smallField(text: string): string | undefined {
  const match =
    /\b(?:in|major(?:ing|ed)?(?: in|:)?)\s(\p{Ll}[\p{Ll}&/-]{2,20}(?:\s(?:and\s|of\s)?\p{Ll}[\p{Ll}&/-]{2,20}){0,3})/u.exec(
      text,
    )
  const field = match?.[1]?.replace(/\s?\b(?:from|at|with|while|which|the|progress|minor|degree|hons|honors)\b.*$/, '')
  return field && /^\p{Ll}{3}/u.test(field) ? field : undefined
}

/** Words that end the name of a subject, also in small letters ("Hospitality management"). */
const subjectEnd =
  '(?:\\s(?:management|administration|engineering|sciences?|studies|technology|education|arts|design|systems|development|therapy|health|care|accounting|marketing|economics|work|justice|relations|communications?|security|psychology))?'
const fieldPattern = new RegExp(
  `^\\p{Lu}[\\p{L}&/'+#-]*(?:[ &/]{1,3}(?:and |of |the |in )?\\p{Lu}[\\p{L}&/'+#-]*){0,5}${subjectEnd}`,
  'u',
)

/** Up to six capitalised words at the start of a text, without the name of the school behind them. */
function fieldAt(text: string, isApart: boolean): string | undefined {
  const match = fieldPattern.exec(text)
  if (match === null) return undefined
  const words: string[] = []
  const all = match[0].split(/\s+/)
  for (const [index, word] of all.entries()) {
    // "Journalism University of Oklahoma": what stands before is no part of the name.
    if (/^(?:University|College)$/.test(word) && all[index + 1] === 'of') break
    if (school.test(word)) {
      if (isApart) return undefined
      // "Accountancy Walsh College": the word before is the school's name, and one more before "State" and the like.
      const name = words.pop()
      if (name !== undefined && /^(?:State|Community|Technical|City)$/i.test(name)) words.pop()
      if (/^(?:New|North|South|East|West|Central|San|Saint|St\.?)$/.test(words.at(-1) ?? '')) words.pop()
      // A name in capitals is all of it: "Journalism EXAMPLE VALLEY COLLEGE".
      while (isCapitals(word) && words.length > 0 && isCapitals(words.at(-1)!)) words.pop()
      break
    }
    if (noField.test(word)) break
    words.push(word)
  }
  const field = words.join(' ').replace(/[\s,;:&/-]+$|\s(?:and|of|the|in)$/gi, '')
  return /\p{L}{3}/u.test(field) ? field : undefined
}
const isCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase()
const school = /^(?:Univers|Hochschule|Fachhochschule|Lycée|École|College|School|Institute|Academy|Polytechnic)/i
const noField =
  /^(?:City|State|GPA|Company|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Minor|Graduated|Bachelors?|Masters?|Associates?|Doctor|Diploma|Degree|B\.?[AS]\.?|M\.?[AS]\.?|MBA|Present|Currently|Cum|Magna|Summa|USA?$|United)(?![\p{Ll}])/u
