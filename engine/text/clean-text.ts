import { foldCharacter, latinTwin } from './fold.ts'
import { isHidden } from './hidden.ts'
import { looksLikeHtml, readHtml } from './html.ts'

/** Longest text that is read, in code points of the submitted text; what lies beyond is left unread, with a warning. */
export const maxReadLength = 200_000

/** A text made safe to read, with the way back to what was submitted. */
export interface CleanText {
  /** What the engine reads. Every offset inside the engine is a UTF-16 index of this. */
  text: string
  /** The text as it came in. */
  submitted: string
  /** UTF-16 index of the submitted text for a UTF-16 index of `text`; `text.length` maps to the end of what was read. */
  toSubmittedOffset(index: number): number
  /** Characters that a reader cannot see and that were taken out: UTF-16 index in the submitted text. */
  hidden: { at: number; code: number }[]
  /** Letters of another script that look like Latin ones inside a Latin word, read as Latin: UTF-16 index in `text`. */
  homoglyphs: number[]
  /** Text that HTML hides from a reader (`display:none`), UTF-16 spans of the submitted text. */
  hidden_html: { start: number; end: number }[]
  warnings: { code: string; message: string }[]
}

/**
 * Makes a submitted text safe to read: lone surrogates and control characters replaced, invisible characters and HTML
 * taken out, look-alike letters folded. Linear in the length; never throws.
 */
export function cleanText(submitted: string): CleanText {
  const warnings: CleanText['warnings'] = []
  const end = readableEnd(submitted)
  if (end < submitted.length)
    warnings.push({
      code: 'text_truncated',
      message: `Only the first ${maxReadLength.toLocaleString('en-US')} characters were read; the text is longer.`,
    })
  const out: string[] = []
  const origin: number[] = []
  const hidden: CleanText['hidden'] = []
  let replaced = 0
  const emit = (code: number, at: number) => {
    const width = code > 0xffff ? 2 : 1
    if (isHidden(code)) {
      hidden.push({ at, code })
      return
    }
    let shown = foldCharacter(code)
    if (code >= 0xd800 && code <= 0xdfff) shown = '\ufffd'
    else if (isBadControl(code)) shown = code === 0 ? '\ufffd' : ' '
    if (shown === '\ufffd' && code !== 0xfffd) replaced++
    out.push(shown)
    for (let k = 0; k < shown.length; k++) origin.push(at + (width === 2 && k === 1 && shown.length === 2 ? 1 : 0))
  }
  let hiddenHtml: CleanText['hidden_html'] = []
  if (looksLikeHtml(submitted)) {
    hiddenHtml = readHtml(submitted, end, emit)
    warnings.push({ code: 'html_removed', message: 'The text holds HTML; the tags were taken out before reading.' })
  } else {
    for (let i = 0; i < end; ) {
      const code = submitted.codePointAt(i)!
      emit(code, i)
      i += code > 0xffff ? 2 : 1
    }
  }
  if (replaced > 0)
    warnings.push({
      code: 'invalid_characters_replaced',
      message: `${replaced} character${replaced === 1 ? '' : 's'} that cannot be read (NUL or half of a surrogate pair) ${replaced === 1 ? 'was' : 'were'} replaced by U+FFFD.`,
    })
  const folded = foldLookalikes(out.join(''))
  origin.push(end)
  const offsets = Uint32Array.from(origin)
  return {
    text: folded.text,
    submitted,
    toSubmittedOffset: (index) => offsets[Math.min(Math.max(index, 0), offsets.length - 1)]!,
    hidden,
    homoglyphs: folded.at,
    hidden_html: hiddenHtml,
    warnings,
  }
}

/** UTF-16 index just behind the last code point that is read. */
function readableEnd(text: string): number {
  if (text.length <= maxReadLength) return text.length
  let index = 0
  for (let count = 0; count < maxReadLength && index < text.length; count++)
    index += text.codePointAt(index)! > 0xffff ? 2 : 1
  return index
}

const isBadControl = (code: number) =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d) ||
  (code >= 0x7f && code <= 0x9f && code !== 0x85)

/**
 * Reads Cyrillic and Greek look-alikes as Latin where they stand in one word with Latin letters ("Pythоn" with a
 * Cyrillic o). A word wholly in another script is left alone.
 */
function foldLookalikes(text: string): { text: string; at: number[] } {
  const at: number[] = []
  if (!/[\u0370-\u052f]/.test(text)) return { text, at }
  const folded = text.replace(/[A-Za-z\u00c0-\u052f]+/g, (word, start: number) => {
    if (!/[\u0370-\u052f]/.test(word) || !/[A-Za-z]/.test(word)) return word
    let result = ''
    const found: number[] = []
    for (let k = 0; k < word.length; k++) {
      const twin = latinTwin(word[k]!)
      if (twin !== undefined) found.push(start + k)
      result += twin ?? word[k]
    }
    // A word that keeps other foreign letters is a mixed name ("Яndex"), not a disguise.
    if (/[\u0370-\u052f]/.test(result)) return word
    at.push(...found)
    return result
  })
  return { text: folded, at }
}
