import { parseHex, type Rgb } from '../../colour.ts'

/** The colour names that pages use to hide text on white, black or grey, and the sixteen of HTML 4. */
const names: Record<string, Rgb> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  ghostwhite: [248, 248, 255],
  floralwhite: [255, 250, 240],
  mintcream: [245, 255, 250],
  azure: [240, 255, 255],
  whitesmoke: [245, 245, 245],
  black: [0, 0, 0],
  silver: [192, 192, 192],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  maroon: [128, 0, 0],
  red: [255, 0, 0],
  purple: [128, 0, 128],
  fuchsia: [255, 0, 255],
  green: [0, 128, 0],
  lime: [0, 255, 0],
  olive: [128, 128, 0],
  yellow: [255, 255, 0],
  navy: [0, 0, 128],
  blue: [0, 0, 255],
  teal: [0, 128, 128],
  aqua: [0, 255, 255],
}

/** A CSS colour; `transparent` for one nobody sees, undefined for what cannot be told (inherit, variables, rare names). */
export function parseCssColour(value: string | undefined): Rgb | 'transparent' | undefined {
  const text = value?.trim().toLowerCase().slice(0, 100) ?? ''
  if (text === '') return undefined
  if (text === 'transparent') return 'transparent'
  const first = text.split(/\s/, 1)[0]!
  if (names[text] ?? names[first]) return names[text] ?? names[first]
  if (first.startsWith('#')) return parseHex(first.length === 9 ? first.slice(0, 7) : first)
  const call = /^rgba?\(\s?(\d{1,3})[\s,]{1,3}(\d{1,3})[\s,]{1,3}(\d{1,3})(?:[\s,/]{1,3}([\d.]{1,8})(%?))?\s?\)/.exec(
    text,
  )
  if (call === null) return undefined
  const alpha = call[4] === undefined ? 1 : Number(call[4]) / (call[5] === '%' ? 100 : 1)
  if (alpha < 0.05) return 'transparent'
  return [Number(call[1]), Number(call[2]), Number(call[3])]
}
