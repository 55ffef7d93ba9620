import { ulid } from 'ulid'

/** A public id, such as key_01kapd3q8z6w0t9v1n5k7m2xab: sorts by the moment of its making. */
export const newId = (prefix: 'job' | 'bulk' | 'key' | 'ws', at: Date): string =>
  `${prefix}_${ulid(at.getTime()).toLowerCase()}`
