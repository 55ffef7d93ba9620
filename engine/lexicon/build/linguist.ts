import * as languages from 'linguist-languages'
import type { LexiconBuilder } from './builder.ts'

const wantedData = new Set(['JSON', 'XML', 'YAML', 'SQL', 'GraphQL', 'TOML', 'CSV', 'Markdown'])

/** Adds GitHub's list of programming and markup languages. */
export function addLinguist(builder: LexiconBuilder): void {
  for (const { name, type } of Object.values(languages).sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (type === 'programming' || type === 'markup' || wantedData.has(name)) builder.add(name, 'technology', 'linguist')
}
