import { isSameToTheEye, type Rgb, white } from '../../colour.ts'

/** A stretch of bytes of the Word stream whose text is hidden, and how. */
export interface HiddenRun {
  from: number
  to: number
  reason: string
}

/** Offset in the file information block of the table of character properties: its place and length. */
const chpxPlace = 0x00fa
const chpxLength = 0x00fe
/** Offset of the number of characters in text boxes. */
const textBoxCharacters = 0x0064
const pageBytes = 512

/** Property codes of [MS-DOC] 2.6. */
const sprm = {
  vanish: 0x083c,
  halfPoints: 0x4a43,
  colour: 0x6870,
  colourIndex: 0x2a42,
  highlight: 0x2a0c,
  shading80: 0x4866,
  shading: 0xca71,
} as const
const whiteIndex = 8
const tinyHalfPoints = 4

/** Shading of paragraphs and tables; where there is any, white text may be meant to be read. */
const blockShading = [0x442d, 0xc64d, 0xd609, 0xd612, 0xd616, 0xd60c, 0xd670]

/** Bytes that an operand takes, from the three highest bits of its code. */
const operandBytes = (code: number, data: Buffer, at: number): number => {
  const size = code >> 13
  if (size === 6) return 1 + (data[at] ?? 0)
  return [1, 1, 2, 4, 2, 2, 0, 3][size]!
}

/** Why a run with these properties cannot be seen. */
function hiddenBy(properties: Buffer, hasBackdrop: boolean): string | undefined {
  let colour: Rgb | undefined
  let isShaded = hasBackdrop
  for (let at = 0; at + 3 <= properties.length; ) {
    const code = properties.readUInt16LE(at)
    at += 2
    const value = properties[at]!
    if (code === sprm.vanish && value === 1) return 'Text with the property "hidden"'
    if (code === sprm.halfPoints && at + 2 <= properties.length && properties.readUInt16LE(at) < tinyHalfPoints)
      return 'Text smaller than two points'
    if (code === sprm.colourIndex && value === whiteIndex) colour = white
    // The fourth byte says "automatic".
    if (code === sprm.colour && properties[at + 3] === 0) colour = [value, properties[at + 1]!, properties[at + 2]!]
    if (code === sprm.highlight || code === sprm.shading80 || code === sprm.shading) isShaded = true
    at += operandBytes(code, properties, at)
  }
  return colour !== undefined && !isShaded && isSameToTheEye(colour, white)
    ? 'Text in the colour of its background'
    : undefined
}

/** True when white text may stand on something dark: a shaded paragraph or table, or a text box with a fill. */
function mayHaveBackdrop(word: Buffer): boolean {
  if (word.readUInt32LE(textBoxCharacters) > 0) return true
  return blockShading.some((code) => word.includes(Buffer.from([code & 0xff, code >> 8])))
}

/** Runs of hidden text in the Word stream, from its pages of character properties ([MS-DOC] 2.8.5, ChpxFkp). */
export function hiddenRuns(word: Buffer, table: Buffer): HiddenRun[] {
  const hasBackdrop = mayHaveBackdrop(word)
  const place = word.readUInt32LE(chpxPlace)
  const count = Math.floor((word.readUInt32LE(chpxLength) - 4) / 8)
  const pages = table.subarray(place, place + count * 8 + 4)
  const runs: HiddenRun[] = []
  for (let i = 0; i < count; i++) {
    const start = pages.readUInt32LE((count + 1) * 4 + i * 4) * pageBytes
    const page = word.subarray(start, start + pageBytes)
    const runCount = page[pageBytes - 1] ?? 0
    for (let j = 0; j < runCount; j++) {
      const offset = (page[(runCount + 1) * 4 + j] ?? 0) * 2
      if (offset === 0) continue
      const properties = page.subarray(offset + 1, offset + 1 + (page[offset] ?? 0))
      const reason = hiddenBy(properties, hasBackdrop)
      if (reason !== undefined)
        runs.push({ from: page.readUInt32LE(j * 4), to: page.readUInt32LE((j + 1) * 4), reason })
    }
  }
  return runs
}
