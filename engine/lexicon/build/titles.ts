import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findTitle } from '../../titles/find-title.ts'
import { isRankWord, titleWords } from '../../titles/normalise.ts'
import type { Titles } from '../types.ts'
import { readCsv } from './esco.ts'
import { readTabs } from './onet.ts'

const keyOf = (title: string): string =>
  titleWords(title)
    .filter((w) => !isRankWord(w))
    .join(' ')

/** `Accountants and Auditors` -> `Accountant`, `Cooks, Restaurant` -> `Restaurant Cook`. */
function singularTitle(title: string): string {
  const [head = '', detail] = title
    .replace(/, (?:All Other|Except .*)$/, '')
    .replace(/^First-Line Supervisors of (.*)$/, 'Supervisors of $1')
    .split(', ')
  const [first, second] = head.split(/ and | of | \/ /)
  // In "Training and Development Specialists" both share the last word.
  const base = second === undefined || first!.endsWith('s') ? (head.includes(' of ') ? head : first!) : head
  const words = (
    detail !== undefined && !/ and |,/.test(detail) && detail.split(' ').length <= 2 ? `${detail} ${base}` : base
  ).split(' ')
  const at = words.includes('of') ? words.indexOf('of') - 1 : words.length - 1
  const noun = words[at]!
  words[at] = /(?:ss|us|is)$/.test(noun) ? noun : noun.replace(/ies$/, 'y').replace(/men$/, 'man').replace(/s$/, '')
  return words.join(' ')
}

const isUsable = (title: string): boolean => title.length <= 50 && title.split(/[ /]/).length <= 6

/** Groups hand-written sets, ESCO occupations and O*NET's reported and alternate titles under O*NET occupations. */
export function buildTitles(input: string): Titles {
  const onet = join(input, 'taxonomies', 'onet')
  const groups: [string, string][] = []
  const numbers = new Map<string, number>()
  const group = (id: string, title: string): number => {
    let at = numbers.get(id)
    if (at === undefined) {
      at = groups.length
      groups.push([id, title])
      numbers.set(id, at)
    }
    return at
  }
  for (const [code, title] of readTabs(join(onet, 'Occupation Data.txt'))) group(code!, singularTitle(title!))

  const taken = new Map<string, number>()
  const sets: [number, string][] = []
  const addSet = (at: number, titles: readonly string[]): void => {
    const fresh = titles.filter((title) => {
      const key = keyOf(title)
      if (key === '' || taken.has(key)) return false
      // A lone title that would be found under its occupation anyway ("Pediatric Registered Nurse") is left out.
      if (titles.length === 1 && findTitle(titleWords(title), taken)?.value === at) return false
      taken.set(key, at)
      return true
    })
    if (fresh.length > 0) sets.push([at, fresh.join('|')])
  }

  for (const line of readFileSync(join(import.meta.dirname, '..', 'aliases', 'titles.txt'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [code, titles] = line.split(' = ')
    const at = numbers.get(code!)
    if (at === undefined) throw new Error(`No O*NET occupation ${code}`)
    addSet(at, titles!.split(', '))
  }

  // How well a title fits an occupation: its own name, then titles that incumbents reported, then the number of sources.
  const best = new Map<string, { code: string; rank: number }>()
  const offer = (title: string, code: string, rank: number): void => {
    const key = keyOf(title)
    const present = best.get(key)
    if (present === undefined || rank > present.rank || (rank === present.rank && code < present.code))
      best.set(key, { code, rank })
  }
  const byCode = new Map<string, string[]>()
  const note = (code: string, raw: string, rank: number): void => {
    const title = raw.replace(/ \([^()]*\)$/, '')
    if (!isUsable(title)) return
    offer(title, code, rank)
    const list = byCode.get(code) ?? []
    list.push(title)
    byCode.set(code, list)
  }
  for (const [code, title] of groups) note(code, title, 100)
  for (const [code, title] of readTabs(join(onet, 'Sample of Reported Titles.txt'))) note(code!, title!, 50)
  for (const [code, title, , sources] of readTabs(join(onet, 'Alternate Titles.txt'))) {
    const list = (sources ?? '').split(',')
    // Source 10 alone is what visitors typed: "Full Stack Developer" under photographic processing.
    if (list.length === 1 && list[0] === '10') continue
    note(code!, title!, list.length)
  }

  for (const row of readCsv(join(input, 'taxonomies', 'esco', 'occupations_tabiya_v1.1.1.csv'))) {
    const titles = [row.PREFERREDLABEL!, ...row.ALTLABELS!.split('\n')].filter((t) => t !== '' && isUsable(t))
    // The O*NET occupation that most of its titles belong to.
    const votes = new Map<string, number>()
    for (const title of titles) {
      const code = best.get(keyOf(title))?.code
      if (code !== undefined) votes.set(code, (votes.get(code) ?? 0) + 1)
    }
    const [winner] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const at =
      winner === undefined
        ? group(`isco-${row.ISCOGROUPCODE}`, capitalised(row.PREFERREDLABEL!))
        : numbers.get(winner[0])!
    addSet(at, titles.slice(0, 12).map(capitalised))
  }

  for (const [code] of [...groups]) {
    // Titles of one occupation that differ only in rank or form are one set; the rest stand alone under the group.
    const titles = (byCode.get(code) ?? []).sort((a, b) => a.split(' ').length - b.split(' ').length)
    for (const title of titles) if (best.get(keyOf(title))?.code === code) addSet(numbers.get(code)!, [title])
  }

  const nearness: Record<string, number> = { 'Primary-Short': 70, 'Primary-Long': 55, Supplemental: 40 }
  const related = new Map<string, [number, number, number]>()
  for (const [from, to, tier] of readTabs(join(onet, 'Related Occupations.txt'))) {
    const a = numbers.get(from!)
    const b = numbers.get(to!)
    const value = nearness[tier!]
    if (a === undefined || b === undefined || value === undefined) continue
    const low = Math.min(a, b)
    const high = Math.max(a, b)
    const key = `${low} ${high}`
    if ((related.get(key)?.[2] ?? 0) < value) related.set(key, [low, high, value])
  }
  return { groups, sets, related: [...related.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]) }
}

const capitalised = (title: string): string => title.replace(/\b[a-z]/g, (c) => c.toUpperCase()).replace(/'S\b/g, "'s")
