import type { WordVectors } from './meaning/word-vectors.ts'
import type { SkillFinder } from './skills/types.ts'
import type { TitleLexicon } from './titles/types.ts'
import type { Embed } from './types.ts'
import type { Writer } from './writer/types.ts'

/** What an engine works with, made once. */
export interface Tools {
  embed: Embed
  finder: SkillFinder
  titles: TitleLexicon
  words: WordVectors
  writer: Writer
}
