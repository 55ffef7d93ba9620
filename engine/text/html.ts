const knownTag =
  /<\/?(?:html|body|div|p|br|span|ul|ol|li|table|tr|td|h[1-6]|strong|em|b|i|a|font|section|style|script)\b[^<>]{0,400}>/gi
const blockTag =
  /^(?:p|div|br|li|ul|ol|tr|table|h[1-6]|section|article|header|footer|hr|dd|dt|dl|pre|blockquote|td|th|title)$/
const unread = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg'])
const voidTag = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'col', 'area', 'base', 'source'])
const hiding =
  /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|font-size\s{0,9}:\s{0,9}0(?:px|pt|em|%|\s|;|"|')|opacity\s{0,9}:\s{0,9}0(?![.\d])|\bhidden(?:\s|=|$|>)/i
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  hellip: '…',
  eacute: 'é',
  egrave: 'è',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  copy: '©',
  reg: '®',
  trade: '™',
}

/** True when a text is marked up with HTML: three or more known tags in its first 20,000 characters. */
export function looksLikeHtml(text: string): boolean {
  if (!text.includes('<')) return false
  let count = 0
  for (const _ of text.slice(0, 20_000).matchAll(knownTag)) if (++count === 3) return true
  return false
}

/**
 * Reads the visible text of HTML up to UTF-16 index `end` and hands each code point to `emit` with the index it came
 * from. Returns the spans that the markup hides from a reader (display:none and the like), which are not emitted.
 */
export function readHtml(html: string, end: number, emit: (code: number, at: number) => void) {
  const hiddenSpans: { start: number; end: number }[] = []
  // The element whose content is left out: its name, how deep it is nested in its like, and whether it hides text.
  let skip: { name: string; depth: number; start: number; isHiding: boolean } | undefined
  let i = 0
  while (i < end) {
    const char = html[i]!
    if (char === '<') {
      if (html.startsWith('<!--', i)) {
        const close = html.indexOf('-->', i + 4)
        i = close < 0 ? end : close + 3
        continue
      }
      const tag = readTag(html, i, end)
      if (tag !== undefined) {
        if (skip !== undefined) {
          if (tag.name === skip.name) skip.depth += tag.isClosing ? -1 : 1
          if (skip.depth === 0) {
            if (skip.isHiding && i > skip.start) hiddenSpans.push({ start: skip.start, end: i })
            skip = undefined
          }
        } else if (!tag.isClosing && !voidTag.has(tag.name)) {
          const isHiding = hiding.test(tag.attributes)
          if (unread.has(tag.name) || isHiding) skip = { name: tag.name, depth: 1, start: tag.end, isHiding }
        }
        if (skip === undefined && blockTag.test(tag.name)) emit(0x0a, i)
        i = tag.end
        continue
      }
    }
    const entity = char === '&' ? readEntity(html, i) : undefined
    const code = entity?.code ?? html.codePointAt(i)!
    if (skip === undefined) emit(code, i)
    i += entity?.length ?? (code > 0xffff ? 2 : 1)
  }
  if (skip?.isHiding) hiddenSpans.push({ start: skip.start, end })
  return hiddenSpans
}

function readTag(html: string, at: number, end: number) {
  const match = /^<(\/?)([A-Za-z!?][A-Za-z0-9]{0,20})/.exec(html.slice(at, at + 24))
  if (match === null) return undefined
  // A tag longer than 2,000 characters is taken as text, which also keeps an unclosed "<a" from costing a full scan.
  const close = html.slice(at, Math.min(end, at + 2000)).indexOf('>')
  if (close < 0) return undefined
  return {
    name: match[2]!.toLowerCase(),
    isClosing: match[1] === '/',
    attributes: html.slice(at + match[0].length, at + close),
    end: at + close + 1,
  }
}

function readEntity(html: string, at: number) {
  const match = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/.exec(html.slice(at, at + 12))
  if (match === null) return undefined
  const code = match[1]
    ? Number.parseInt(match[1], 10)
    : match[2]
      ? Number.parseInt(match[2], 16)
      : entities[match[3]!]?.codePointAt(0)
  if (code === undefined || code > 0x10ffff) return undefined
  return { code, length: match[0].length }
}
