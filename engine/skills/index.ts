export { createSkillFinder } from './finder.ts'
export type * from './types.ts'
