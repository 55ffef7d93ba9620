import {
  callMinutes,
  DraftRefused,
  flatten,
  isClean,
  isSupported,
  matterOf,
  namesIn,
  quotationsIn,
  saysNothingNew,
} from './check-text.ts'

/** A text of the built-in writer that a model may say in other words. */
export interface Piece {
  kind: 'question' | 'message'
  text: string
}

const limits = { question: { least: 20, most: 320, sentences: 4 }, message: { least: 80, most: 400, sentences: 7 } }
/** Words of a question that the original does not have; statements have none. */
const mostNewWords = 2
const speaker = /\b(?:i|me|my|we|us|our|i['’]m)\b/i
const fields = ['[Name]', '[Company]']

/**
 * The model's wording of a piece, tidied, if it says the same: quotations, names and figures of the original and no others,
 * statements only of what the original states, the same matter, a question at the end. Throws DraftRefused.
 */
export function checkWording(answer: string, piece: Piece): string {
  const text = tidy(answer)
  const { least, most, sentences } = limits[piece.kind]
  const parts = text.split(/(?<=[.?!])\s+/)
  if (text.length < least || text.length > most || parts.length > sentences || !text.endsWith('?'))
    throw new DraftRefused('another shape than asked for')
  if (!isClean(text)) throw new DraftRefused('words that may not be sent')
  const known = flatten(piece.text)
  if (!isSupported(text, known, callMinutes)) throw new DraftRefused('a name or a figure from nowhere')
  const statements = parts.filter((part) => !part.endsWith('?'))
  if (!statements.every((part) => saysNothingNew(part, known))) throw new DraftRefused('a statement from nowhere')
  const quotations = quotationsIn(piece.text).map(flatten)
  if (!quotationsIn(text).every((quote) => quotations.includes(flatten(quote))))
    throw new DraftRefused('a quotation from nowhere')
  const kept = [...quotations, ...namesIn(piece.text), ...(piece.kind === 'message' ? fields : [])]
  const said = flatten(text)
  if (!kept.every((word) => said.includes(flatten(word)))) throw new DraftRefused('a quotation or a name is lost')
  // "How can I help you with this?" is the model speaking.
  if (speaker.test(text) && !speaker.test(piece.text)) throw new DraftRefused('somebody else speaks')
  const matter = matterOf(piece.text)
  const spoken = matterOf(text)
  const same = spoken.filter((word) => matter.includes(word)).length
  if (same < Math.min(kept.length > 0 ? 1 : 2, matter.length) || spoken.length - same > mostNewWords)
    throw new DraftRefused('another matter')
  return text
}

/** Small models put their answer in quotation marks or behind a label. */
function tidy(answer: string): string {
  const text = answer
    // The end of the fence, which they repeat.
    .replace(/<\/?DATA-[0-9a-f]*>?\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:question|message|answer|sure|rewritten|reworded)(?: (?:question|message))?[:!] ?/i, '')
  return /^".*"$/.test(text) && !text.slice(1, -1).includes('"') ? text.slice(1, -1) : text
}
