import type { EngineLexicon } from './lexicon/types.ts'
import { createWordVectors, type WordVectors } from './meaning/word-vectors.ts'
import { createSkillFinder } from './skills/index.ts'
import type { SkillFinder } from './skills/types.ts'
import { fittedModels, type Models } from './status/models.ts'
import { createTitleLexicon } from './titles/index.ts'
import type { TitleLexicon } from './titles/types.ts'
import type { Embed } from './types.ts'
import { builtInWriter } from './writer/index.ts'
import type { Writer } from './writer/types.ts'

/** What an engine works with, made once. */
export interface Tools {
  embed: Embed
  finder: SkillFinder
  words: WordVectors
  titles: TitleLexicon
  models: Models
  writer: Writer
}

/** Some tens of milliseconds: builds the indexes over the lexicon. */
export const createTools = ({ embed, lexicon }: { embed: Embed; lexicon: EngineLexicon }): Tools => ({
  embed,
  finder: createSkillFinder(lexicon),
  words: createWordVectors(lexicon.word_vectors),
  titles: createTitleLexicon(lexicon.titles),
  models: fittedModels,
  writer: builtInWriter,
})
