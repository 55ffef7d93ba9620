import type { Block } from './columns.ts'
import { segmentText } from './segments.ts'

/** One line of the page as text; an empty text stands for the space between paragraphs. */
export interface Line {
  text: string
  /** Where the line stands, from the top of the page, in points; undefined for an empty line. */
  baseline?: number
}

/** White space between two lines, in font sizes, from which they belong to different paragraphs. */
const paragraphGap = 0.75

/** Lines of a page's blocks, with an empty line between paragraphs and between columns. */
export function toLines(blocks: Block[]): Line[] {
  const lines: Line[] = []
  for (const block of blocks) {
    if (lines.length > 0) lines.push({ text: '' })
    block.forEach((row, index) => {
      const previous = block[index - 1]
      if (previous !== undefined) {
        const size = Math.max(row.size, previous.size)
        if (row.baseline - previous.baseline > size * (1.2 + paragraphGap)) lines.push({ text: '' })
      }
      lines.push({ text: row.segments.map(segmentText).join('\t'), baseline: row.baseline })
    })
  }
  return lines
}
