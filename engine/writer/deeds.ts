import { speakableQuote, tellsOfWork } from './quote.ts'
import type { Deed } from './types.ts'

/** What is looked at of a line of a resume. */
interface Line {
  text: string
  /** The line without what says who the person is. */
  plain: string
  section: string
}

const told = new Set(['experience', 'projects', 'other'])
/** Where a resume without headings stands as a whole. */
const unheaded = 'summary'
/** Enough for two questions and a message; reading on would only cost time. */
const mostDeeds = 40

/** What the resume says the person did, in its own words and order; the latest job usually comes first. */
export function deedsOf(lines: readonly Line[]): Deed[] {
  const deeds: Deed[] = []
  const seen = new Set<string>()
  const hasHeadings = lines.some(({ section }) => told.has(section))
  for (const { text, plain, section } of lines) {
    if (deeds.length >= mostDeeds) break
    if (!told.has(section) && (hasHeadings || section !== unheaded)) continue
    for (const sentence of sentencesOf(text)) {
      if (!tellsOfWork(sentence)) continue
      const quote = speakableQuote({ quote: sentence })
      if (quote === undefined || !tellsOfWork(quote) || !plain.includes(quote) || seen.has(quote)) continue
      seen.add(quote)
      deeds.push({ quote, sentence, has_figure: /\d|\bfirst\b/.test(quote) })
    }
  }
  return deeds
}

/** The sentences of a line without its bullet; the last of several only where it ends, since the line may be wrapped. */
function sentencesOf(text: string): string[] {
  const line = text.replace(/^[\s\-–—*•●▪◦·:;,.]+/, '')
  const sentences = line.split(/(?<=[a-z\d)%]{2}[.;!]) +(?=\p{Lu})/u)
  return sentences.length < 2 || /[.;!]\s*$/.test(line) ? sentences : sentences.slice(0, -1)
}

/** Whether a text names one of these, as whole words, whatever the case. */
export function names(text: string, wanted: readonly string[]): boolean {
  const hay = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}+#]+/gu, ' ')} `
  return wanted.some((name) => {
    const needle = name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
      .trim()
    return needle.length > 1 && hay.includes(` ${needle} `)
  })
}
