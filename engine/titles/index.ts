export { createTitleLexicon } from './title-lexicon.ts'
export type * from './types.ts'
