import type { Line } from './lines.ts'
import type { Page } from './read-page.ts'

/** Share of the page height, at the top and at the bottom, where running headers and footers stand. */
const margin = 0.1

/** Page numbers differ from page to page; the rest of a running line does not. */
const shape = (line: Line): string => line.text.replace(/\d+/g, '#').trim()

const zoneOf = (line: Line, page: Page): 'top' | 'bottom' | undefined => {
  if (line.baseline === undefined || line.text === '') return undefined
  if (line.baseline < page.height * margin) return 'top'
  return line.baseline > page.height * (1 - margin) ? 'bottom' : undefined
}

/** Keeps a header or footer that repeats on other pages only once: a header where it is, a footer at the very end. */
export function dropRepeatedLines(pages: Page[]): Line[][] {
  const counts = new Map<string, number>()
  const keyOf = (line: Line, page: Page): string | undefined => {
    const zone = zoneOf(line, page)
    return zone === undefined ? undefined : `${zone} ${shape(line)}`
  }
  for (const page of pages) {
    const keys = new Set(page.lines.map((line) => keyOf(line, page)).filter((key) => key !== undefined))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const seen = new Set<string>()
  const footers: Line[] = []
  const kept = pages.map((page) =>
    page.lines.filter((line) => {
      const key = keyOf(line, page)
      if (key === undefined || (counts.get(key) ?? 0) < 2) return true
      const isFirst = !seen.has(key)
      seen.add(key)
      if (isFirst && key.startsWith('bottom')) footers.push(line)
      return isFirst && key.startsWith('top')
    }),
  )
  return footers.length > 0 ? [...kept, footers] : kept
}
