import type { CleanText } from './clean-text.ts'
import { codePointIndex } from './code-points.ts'

export interface Quote {
  /** The words of the submitted text, verbatim. */
  quote: string
  /** Code points of the submitted text, end exclusive. */
  start: number
  end: number
}

/**
 * Makes the function that turns a span of the cleaned text (UTF-16) into a verbatim quote of the submitted text with
 * its code-point offsets. Made once per text: it indexes the characters beyond the basic plane.
 */
export function quoter(clean: CleanText): (span: { start: number; end: number }) => Quote {
  const { submitted } = clean
  const toCodePoints = codePointIndex(submitted)
  return ({ start, end }) => {
    const at = clean.toSubmittedOffset(start)
    // Neither end may fall between the halves of a surrogate pair.
    const from = isInPair(submitted, at) ? at - 1 : at
    let to = end <= start ? from : endOf(clean, end)
    if (isInPair(submitted, to) && to > from) to++
    return { quote: submitted.slice(from, to), start: toCodePoints(from), end: toCodePoints(to) }
  }
}

/** End in the submitted text: just behind the last character of the span, so that removed characters stay outside. */
function endOf(clean: CleanText, end: number): number {
  const last = clean.toSubmittedOffset(end - 1)
  const next = clean.toSubmittedOffset(end)
  // An entity or a ligature is one source character for several; inside it, its end is where the next one starts.
  if (next <= last) return last + 1
  if (clean.submitted[last] === '&' && clean.text[end - 1] !== '&') return clean.submitted.indexOf(';', last) + 1
  return last + (clean.submitted.codePointAt(last)! > 0xffff ? 2 : 1)
}

const isInPair = (text: string, index: number) => {
  const before = text.charCodeAt(index - 1)
  const unit = text.charCodeAt(index)
  return before >= 0xd800 && before <= 0xdbff && unit >= 0xdc00 && unit <= 0xdfff
}
