import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LexiconBuilder } from './builder.ts'

export const readTabs = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'))

/** Maker names that people leave out before a product name. */
const makers =
  /^(?:Adobe Systems|Dassault Systemes|Autodesk|IBM|Oracle|Intuit|SAP|ESRI|StataCorp|The MathWorks|National Instruments|Google|Apache|Atlassian|Thomson Reuters|Bentley|Wolters Kluwer|Hewlett Packard|Symantec|Sage|Citrix|Cisco|Corel|Apple|PTC|Siemens|Trimble|Avid Technology|McKesson|GE Healthcare|Blackbaud) /

/** `Geographic information system GIS software`: the acronym of the words before it. */
function splitAcronym(name: string): { long: string; acronym: string } | undefined {
  const found = /^(.+) ([A-Z]{2,6})(?: software| systems?)?$/.exec(name)
  if (found === null) return undefined
  const [, long, acronym] = found
  const initials = long!.split(/[ -]/).map((w) => w[0]!.toUpperCase())
  return [...acronym!].every((letter) => initials.includes(letter)) ? { long: long!, acronym: acronym! } : undefined
}

/** Adds O*NET's technology skills: product names, and generic kinds of software that several occupations use. */
export function addOnet(builder: LexiconBuilder, input: string): void {
  const counts = new Map<string, number>()
  for (const row of readTabs(join(input, 'taxonomies', 'onet', 'Technology Skills.txt')))
    counts.set(row[1]!, (counts.get(row[1]!) ?? 0) + 1)
  const names = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  for (const [full, count] of names) {
    if (full.length > 48 || full.split(' ').length > 5) continue
    const isProduct = /[A-Z]/.test(full.slice(1)) || /^[A-Z]/.test(full)
    const parts = splitAcronym(full)
    if (parts !== undefined) {
      builder.add(parts.long, 'technology', 'onet', count >= 10 ? [parts.acronym, full] : [full])
      continue
    }
    const isGeneric = !/[A-Z]/.test(full.slice(1)) && / software$/.test(full)
    if (isGeneric) {
      if (count >= 10) builder.add(full.toLowerCase(), 'technology', 'onet')
      continue
    }
    if (!isProduct) continue
    const bare = full.replace(/ software$/, '')
    const short = bare.replace(makers, '')
    const known = builder.find(full) ?? builder.find(bare) ?? builder.find(short)
    // Without its maker, a product named by one plain word ("Google Drive") would be found everywhere.
    const isSafe = short === bare || /[A-Z0-9].*[A-Z0-9]|\s/.test(short)
    if (known !== undefined) builder.add(known.name, known.kind, 'onet', isSafe ? [short, bare] : [bare])
    else builder.add(isSafe ? short : bare, 'technology', 'onet', [bare])
  }
}
