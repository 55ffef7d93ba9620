import type { JobProfile } from './status/job-profile.ts'
import type { TitleLexicon } from './titles/types.ts'
import { coreTitle } from './writer/search-terms.ts'
import type { JobFacts } from './writer/types.ts'

/** What the writer is told of the job. */
export function jobFacts(profile: JobProfile, titles: TitleLexicon): JobFacts {
  const named = profile.probes.flatMap(({ requirement, concepts }) => {
    const concept = concepts.find((c) => c.name === requirement.text)
    return concept ? [[requirement.id, concept] as const] : []
  })
  const known = profile.title ? (titles.resolve(coreTitle(profile.title)) ?? titles.resolve(profile.title)) : undefined
  // "Staff Accountant" is listed as Accountant; people write it out.
  const isFuller = known !== undefined && profile.title !== undefined && saysMore(coreTitle(profile.title), known.title)
  return {
    // An exact match brings the singular and the usual spelling: "Jr Business Analysts" is a Business Analyst.
    title: known?.match === 'exact' && !isFuller ? known.title : profile.title,
    requirements: profile.probes.map((p) => p.requirement),
    aliases: Object.fromEntries(named.map(([id, concept]) => [id, concept.aliases])),
    kinds: Object.fromEntries(named.map(([id, concept]) => [id, concept.kind])),
    specificity: Object.fromEntries(named.map(([id, concept]) => [id, concept.specificity])),
    titleAliases:
      known === undefined
        ? []
        : known.match === 'exact'
          ? [...(isFuller ? [known.title] : []), ...known.alternates]
          : nearName(coreTitle(profile.title!), known.title),
  }
}

/** Whether a title is a listed one with words before it. */
const saysMore = (title: string, listed: string): boolean =>
  title.length > listed.length && title.toLowerCase().endsWith(` ${listed.toLowerCase()}`)

/** The listed title that a longer one contains, as long as it keeps its last word: of "Director of IS" nothing is left. */
const nearName = (title: string, listed: string): string[] =>
  ` ${title.toLowerCase()} `.includes(` ${listed.toLowerCase().split(' ').at(-1)} `) ? [listed] : []

/**
 * A title held, as it can be said to the person. Known is a listed title, or one that ends like a listed one: a heading or
 * an address misread as a title is neither.
 */
export function heldTitle(
  title: string | undefined,
  titles: TitleLexicon,
): { title?: string; is_known_title: boolean } {
  if (title === undefined) return { is_known_title: false }
  const core = coreTitle(title)
  const found = core.length <= 50 ? titles.resolve(core) : undefined
  const lastWord = (text: string): string => text.toLowerCase().split(' ').at(-1)!
  const isKnown = found?.match === 'exact' || (found !== undefined && lastWord(found.title) === lastWord(core))
  return { title: core, is_known_title: isKnown }
}
