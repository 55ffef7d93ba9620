/** Red, green, blue, each 0-255. */
export type Rgb = readonly [number, number, number]

export const white: Rgb = [255, 255, 255]

/** Largest channel difference that a reader does not notice on paper or screen (#f0f0f0 on white differs by 15). */
const unseenDifference = 16

/** Reads `#rrggbb`, `rrggbb` or `#rgb`; undefined for `auto`, names and anything else. */
export function parseHex(value: string | undefined): Rgb | undefined {
  const hex = value?.trim().replace(/^#/, '') ?? ''
  const full = /^[0-9a-f]{3}$/i.test(hex) ? [...hex].map((digit) => digit + digit).join('') : hex
  if (!/^[0-9a-f]{6}$/i.test(full)) return undefined
  return [0, 2, 4].map((start) => Number.parseInt(full.slice(start, start + 2), 16)) as unknown as Rgb
}

/** True when text of one colour cannot be told from its background. */
export const isSameToTheEye = (text: Rgb, background: Rgb): boolean =>
  text.every((channel, index) => Math.abs(channel - background[index]!) <= unseenDifference)
