import type { Titles } from '../lexicon/types.ts'
import { findTitle } from './find-title.ts'
import { isRankWord, seniorityOf, titleHead, titleWords } from './normalise.ts'
import type { ResolvedTitle, TitleGroup, TitleLexicon } from './types.ts'

/** Builds the title lexicon over the compiled titles; a few tens of milliseconds, so make one and keep it. */
export function createTitleLexicon(titles: Titles): TitleLexicon {
  const groups: TitleGroup[] = titles.groups.map(([id, title]) => ({ id, title }))
  const numbers = new Map(groups.map((group, i) => [group.id, i]))
  const sets = titles.sets.map(([group, names]) => ({ group, names: names.split('|') }))
  const setByKey = new Map<string, number>()
  const known = new Set<string>()
  sets.forEach((set, i) => {
    for (const name of set.names) {
      const words = titleWords(name)
      for (const word of words) known.add(word)
      for (const key of [words.join(' '), words.filter((w) => !isRankWord(w)).join(' ')])
        if (key !== '' && !setByKey.has(key)) setByKey.set(key, i)
    }
  })
  const near = new Map<number, number>()
  const pair = (a: number, b: number): number => Math.min(a, b) * groups.length + Math.max(a, b)
  for (const [a, b, hundredths] of titles.related) near.set(pair(a, b), hundredths / 100)

  return {
    resolve(line): ResolvedTitle | undefined {
      const words = titleWords(titleHead(line))
      const found = findTitle(words, setByKey) ?? findTitle(titleWords(line), setByKey)
      if (found === undefined) return undefined
      const { group, names } = sets[found.value]!
      const key = words.filter((w) => !isRankWord(w)).join(' ')
      const title = names.find((name) => titleWords(name).join(' ') === key) ?? names[0]!
      return {
        group: groups[group]!,
        title,
        alternates: names.filter((name) => name !== title),
        match: found.match,
        seniority: seniorityOf(words),
      }
    },
    hasWord: (word) => titleWords(word).every((w) => known.has(w) || isRankWord(w)),
    seniority: (line) => seniorityOf(titleWords(titleHead(line))),
    nearness(a, b) {
      if (a.id === b.id) return 1
      const i = numbers.get(a.id)
      const j = numbers.get(b.id)
      if (i === undefined || j === undefined) return 0
      return near.get(pair(i, j)) ?? (a.id.slice(0, 2) === b.id.slice(0, 2) && /^\d/.test(a.id) ? 0.2 : 0)
    },
  }
}
