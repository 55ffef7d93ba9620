import { hasTitleWord } from '../resume/title-words.ts'
import type { Segment } from './segments.ts'

const LABEL = /^(?:job title|position title|position|title|role|job)\s*[:\-\u2013]\s*/i
/** What postings open with before their title. */
const headingLine =
  /^(?:please\b|join (?:our|us|the)|apply\b|click\b|welcome\b|(?:(?:job|position|role|company|project) )?(?:description|summary|overview|details|purpose|introduction)\W*$)/i
const COMPANY_LINE = /^(?:company|location|department|employer|client|salary|date|reports to)\b/i

/** The job's title: the labelled one, else the first short line; undefined when the text starts with prose. */
export function findTitle(text: string): string | undefined {
  const head = text.slice(0, 2000)
  const labelled =
    /(?:^|\n|[.!] )\s*(?:job title|position title|position|title|role)\s*:\s*([^\n:;.]{3,80}?)(?=\s*(?:\n|;|\.|$|location|salary|department))/i.exec(
      head,
    )
  if (labelled) return clean(labelled[1]!)
  // "(m/f/d)" stands behind a title, whatever the line goes on with.
  const marked = /^\s*([^\n.:;]{3,80}?)\s*\((?:[mfwdxh] ?\/ ?){1,3}[mfwdxh*]\)/i.exec(head)
  if (marked) return clean(marked[1]!)
  for (const raw of head.split('\n')) {
    const line = raw.trim().replace(/^[#*\s]+|[*\s]+$/g, '')
    if (!/\p{L}/u.test(line) || COMPANY_LINE.test(line)) continue
    const first = wantedOf(line) ?? line.replace(LABEL, '')
    if (headingLine.test(line)) continue
    const beforeColon = first.split(/:\s/)[0]!
    const candidate = beforeColon.length < first.length && beforeColon.split(/\s+/).length <= 7 ? beforeColon : first
    const words = candidate.split(/\s+/).length
    if (
      words <= 14 &&
      !/\p{Ll}{2}[.:] \p{Lu}/u.test(candidate) &&
      candidate.length <= 110 &&
      !/[.!?]$/.test(candidate) &&
      !/^(?:key )?(?:skills|requirements|we |are you|our )/i.test(candidate)
    )
      return clean(candidate)
    const sought =
      /\b(?:seeking|looking for|hiring|searching for|seeks|recruiting|we need)(?: to hire)? (?:an?|for an?|experienced|talented)? ?((?:[\p{L}&/.+#-]+ ){0,5}?[\p{L}&/.+#-]+)(?= (?:to|who|with|for|in|at|reporting|that|on)\b|[.,;(]|$)/iu.exec(
        line,
      )
    // "seeking creative people", "looking for an individual": sought, but no title.
    return sought && isTitle(sought[1]!) ? clean(withoutPraise(sought[1]!)) : openingTitle(first)
  }
  return undefined
}

/** Who "is wanted", "needed" in what a line opens with: the words before, where they are a title. */
const wantedOf = (line: string): string | undefined => {
  const title = /^([^.,;:!?]{3,60}?) (?:(?:is|are|urgently) )?(?:needed|wanted|sought)\b/i.exec(line)?.[1]
  return title && hasTitleWord(title) && !/\b(?:experience|skills?|licen[cs]e|certif\p{L}*)\b/iu.test(title)
    ? title
    : undefined
}

/** A word of titles in it, or written as a name is: "Splunk Admin". */
const isTitle = (text: string): boolean => hasTitleWord(text) || /^(?:\p{Lu}[\p{L}.+#/-]+ )+\p{Lu}\p{Ll}+$/u.test(text)

/** "enthusiastic Spanish Teacher": small letters before the first capital are no part of a name. */
const withoutPraise = (title: string): string =>
  title
    .replace(/^(?:\p{Ll}[\p{Ll}-]* )+(?=\p{Lu}\p{Ll})/u, '')
    // "experienced and forward thinking software engineer", the first word of which is gone.
    .replace(/^and (?:\S+ )*?(?=\S+ \S+$)/, '')
    .replace(/^(?:full|part)[ -]time /i, '')

/** "Sous chef for a busy bistro. You run ...": a first sentence that is a title and nothing more. */
function openingTitle(line: string): string | undefined {
  const sentence = /^([^.:!?]{3,110})[.:]\s/.exec(line)?.[1]
  const title = sentence?.replace(/ (?:needed|wanted|required|sought|for|at|in|with|to|on) .*$/i, '')
  if (!title || title.split(/\s+/).length > 7 || (title === sentence && sentence.length > 60)) return undefined
  if (
    /\b(?:inc|llc|ltd|corp|gmbh)\b|\b(?:we|our|you|is|are|has|have|will|must|needs?|requires?|responsibilities)\b/i.test(
      title,
    )
  )
    return undefined
  return title === sentence || hasTitleWord(title) ? clean(title) : undefined
}

const clean = (title: string): string =>
  title
    .replace(LABEL, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:\u2013-]+$/, '')
    .trim()

/** Segments that only repeat the title say nothing more. */
export const repeatsTitle = (segment: Segment, title: string | undefined): boolean =>
  title !== undefined &&
  segment.zone === 'intro' &&
  segment.text.replace(LABEL, '').toLowerCase().startsWith(title.toLowerCase()) &&
  segment.text.replace(LABEL, '').length < title.length + 12
