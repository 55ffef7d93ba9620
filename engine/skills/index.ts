export { createSkillFinder } from './finder.ts'
export { createSpanTagger, type PackedTagger, type SpanTagger, type TextSpan } from './spans/tagger.ts'
export type * from './types.ts'
