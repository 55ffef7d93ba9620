import { nameWords, nounKey } from '../../skills/names.ts'
import type { ConceptRow } from '../types.ts'
import { conceptKinds } from '../types.ts'

export type Kind = (typeof conceptKinds)[number]

export interface Draft {
  name: string
  kind: Kind
  aliases: string[]
  /** Which source named it first. */
  source: 'hand' | 'esco' | 'onet' | 'linguist'
}

/** What two spellings of one name have in common: singular lower-case words. */
export const keyOf = (name: string): string => nameWords(name).map(nounKey).join(' ')

/** Collects concepts from all sources; the first source to use a name owns it. */
export class LexiconBuilder {
  readonly drafts: Draft[] = []
  private readonly byKey = new Map<string, number>()

  /** The concept that a name or alias denotes. */
  find(name: string): Draft | undefined {
    const at = this.byKey.get(keyOf(name))
    return at === undefined ? undefined : this.drafts[at]
  }

  /** The place of a concept, by name or alias. */
  indexOf(name: string): number | undefined {
    return this.byKey.get(keyOf(name))
  }

  add(name: string, kind: Kind, source: Draft['source'], aliases: readonly string[] = []): Draft {
    const key = keyOf(name)
    let at = this.byKey.get(key)
    if (at === undefined) {
      at = this.drafts.length
      this.drafts.push({ name, kind, aliases: [], source })
      this.byKey.set(key, at)
    }
    const draft = this.drafts[at]!
    for (const alias of aliases) this.alias(draft, at, alias)
    return draft
  }

  private alias(draft: Draft, at: number, alias: string): void {
    const key = keyOf(alias.replace(/^~/, ''))
    if (key === '' || this.byKey.has(key)) return
    this.byKey.set(key, at)
    draft.aliases.push(alias)
  }

  rows(specificity: (draft: Draft) => number): ConceptRow[] {
    return this.drafts.map((d) => [
      d.name,
      conceptKinds.indexOf(d.kind),
      Math.round(specificity(d) * 100),
      d.aliases.join('|'),
    ])
  }
}
