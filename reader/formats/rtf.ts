import { isSameToTheEye, type Rgb, white } from '../colour.ts'
import { corruptFile } from '../errors.ts'
import type { FormatResult } from '../format-reader.ts'
import { HiddenText } from '../hidden-text.ts'
import { limits } from '../limits.ts'
import { type RtfToken, rtfTokens } from './rtf/tokens.ts'

/** What a group inherits and may change for itself. */
interface State {
  /** Content that is no text: font tables, pictures, field codes. */
  isSkipped: boolean
  isHidden: boolean
  isDeleted: boolean
  halfPoints: number
  colour: number
  background: number
  /** Bytes that stand for one Unicode character in old readers. */
  fallbackBytes: number
  encoding: string
  /** Where the text goes. */
  target: 'body' | 'header' | 'footer'
}

/** Destinations without visible text; those marked `\*` are skipped too unless they are known to hold text. */
const skippedDestinations = new Set(
  'fonttbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator fldinst xe tc bkmkstart bkmkend nonshppict revtbl filetbl xmlnstbl mmathPr sp sn sv annotation atnid atnauthor datafield formfield'.split(
    ' ',
  ),
)
const readStarred = new Set(['shpinst', 'shptxt', 'footnote'])

const characters: Record<string, string> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  column: '\n',
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  nestrow: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}

/** Code pages by number and by `\fcharset`, as TextDecoder names them. */
const codePages: Record<number, string> = {
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
}
const charsets: Record<number, number> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  238: 1250,
  77: 10000,
}

const tinyHalfPoints = 4

class RtfReader {
  readonly #hidden = new HiddenText()
  readonly #text = { body: '', header: '', footer: '' }
  readonly #colours: (Rgb | undefined)[] = []
  readonly #fontEncodings = new Map<number, string>()
  #defaultEncoding = 'windows-1252'
  #state: State = {
    isSkipped: false,
    isHidden: false,
    isDeleted: false,
    halfPoints: 24,
    colour: 0,
    background: 0,
    fallbackBytes: 1,
    encoding: '',
    target: 'body',
  }
  readonly #stack: State[] = []
  #pending: number[] = []
  #toDrop = 0
  #isStarred = false
  #table: 'none' | 'colours' | 'fonts' = 'none'
  #tableDepth = 0
  #rgb: [number, number, number] | undefined
  #font = 0

  read(source: string): FormatResult {
    for (const token of rtfTokens(source)) {
      if (token.type !== 'byte') this.#flush()
      this.#take(token)
    }
    this.#flush()
    const { body, header, footer } = this.#text
    return {
      text: [header, body, footer].filter((text) => text.trim() !== '').join('\n\n'),
      integrity_flags: this.#hidden.flags(),
    }
  }

  #take(token: RtfToken): void {
    if (token.type === 'open') this.#open()
    else if (token.type === 'close') this.#close()
    else if (token.type === 'word') this.#word(token.name, token.value)
    else if (token.type === 'symbol') this.#symbol(token.symbol)
    else if (token.type === 'byte') this.#byte(token.value)
    else this.#plain(token.text)
  }

  #open(): void {
    if (this.#stack.length > limits.xmlDepth) throw corruptFile('its groups are nested too deep')
    this.#stack.push({ ...this.#state })
    this.#isStarred = false
    this.#toDrop = 0
  }

  #close(): void {
    const state = this.#stack.pop()
    if (state !== undefined) this.#state = state
    if (this.#table !== 'none' && this.#stack.length < this.#tableDepth) this.#table = 'none'
    this.#toDrop = 0
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#isStarred = true
    else if (symbol === '~') this.#add(' ')
    else if (symbol === '_') this.#add('-')
    else if (symbol === '\n' || symbol === '\r') this.#add('\n')
    else if (symbol === '\\' || symbol === '{' || symbol === '}') this.#plain(symbol)
  }

  #byte(value: number): void {
    if (this.#toDrop > 0) this.#toDrop -= 1
    else this.#pending.push(value)
  }

  #plain(text: string): void {
    if (this.#table === 'colours') {
      for (const mark of text) if (mark === ';') this.#endColour()
      return
    }
    const dropped = Math.min(this.#toDrop, text.length)
    this.#toDrop -= dropped
    this.#add(text.slice(dropped))
  }

  #endColour(): void {
    this.#colours.push(this.#rgb)
    this.#rgb = undefined
  }

  /** Bytes belong together: in Asian code pages two make one character. */
  #flush(): void {
    if (this.#pending.length === 0) return
    const bytes = Uint8Array.from(this.#pending)
    this.#pending = []
    this.#add(new TextDecoder(this.#state.encoding || this.#defaultEncoding).decode(bytes))
  }

  #word(name: string, value: number | undefined): void {
    const state = this.#state
    const isStarred = this.#isStarred
    this.#isStarred = false
    if (skippedDestinations.has(name) || (isStarred && !readStarred.has(name))) {
      state.isSkipped = true
      if (name === 'fonttbl') this.#startTable('fonts')
      return
    }
    const character = characters[name]
    if (name === 'colortbl') this.#startTable('colours')
    else if (character !== undefined) this.#add(character)
    else this.#property(state, name, value)
  }

  #startTable(table: 'colours' | 'fonts'): void {
    this.#state.isSkipped = true
    this.#table = table
    this.#tableDepth = this.#stack.length
  }

  #property(state: State, name: string, value: number | undefined): void {
    const isOn = value !== 0
    if (name === 'v') state.isHidden = isOn
    else if (name === 'deleted') state.isDeleted = isOn
    else if (name === 'plain') Object.assign(state, { isHidden: false, halfPoints: 24, colour: 0, background: 0 })
    else if (name === 'fs') state.halfPoints = value ?? 24
    else if (name === 'cf') state.colour = value ?? 0
    else if (name === 'cb' || name === 'highlight' || name === 'chcbpat' || name === 'cbpat' || name === 'clcbpat')
      state.background = value ?? 0
    else if (name === 'pard') state.background = 0
    else if (name === 'uc') state.fallbackBytes = Math.max(0, value ?? 1)
    else if (name === 'u') this.#unicode(value ?? 0)
    else if (name === 'ansicpg') this.#defaultEncoding = codePages[value ?? 1252] ?? 'windows-1252'
    else if (name === 'mac') this.#defaultEncoding = 'macintosh'
    else if (name === 'f') this.#selectFont(value ?? 0)
    else if (name === 'fcharset' && this.#table === 'fonts')
      this.#fontEncodings.set(this.#font, codePages[charsets[value ?? 0] ?? 0] ?? '')
    else if (/^header[lrf]?$/.test(name)) state.target = 'header'
    else if (/^footer[lrf]?$/.test(name)) state.target = 'footer'
    else if (name === 'footnote') this.#add(' ')
    else if (this.#table === 'colours') this.#colourPart(name, value ?? 0)
  }

  #colourPart(name: string, value: number): void {
    const index = ['red', 'green', 'blue'].indexOf(name)
    if (index < 0) return
    this.#rgb ??= [0, 0, 0]
    this.#rgb[index] = value
  }

  #selectFont(font: number): void {
    this.#font = font
    if (this.#table !== 'fonts') this.#state.encoding = this.#fontEncodings.get(font) ?? ''
  }

  #unicode(value: number): void {
    const code = value < 0 ? value + 65536 : value
    if (code <= 0xffff) this.#add(String.fromCharCode(code))
    this.#toDrop = this.#state.fallbackBytes
  }

  #add(text: string): void {
    const state = this.#state
    if (state.isSkipped || state.isDeleted || text === '') return
    const reason = text.trim() === '' ? undefined : this.#hiddenBy(state)
    if (reason !== undefined) this.#hidden.addPiece(reason, text)
    else this.#text[state.target] += text
  }

  #hiddenBy(state: State): string | undefined {
    if (state.isHidden) return 'Text with the property "hidden"'
    if (state.halfPoints < tinyHalfPoints) return 'Text smaller than two points'
    const colour = this.#colours[state.colour]
    if (colour !== undefined && isSameToTheEye(colour, this.#colours[state.background] ?? white))
      return 'Text in the colour of its background'
    return undefined
  }
}

/** Rich text format; embedded objects and pictures are left out. */
export async function readRtf(bytes: Uint8Array): Promise<FormatResult> {
  return new RtfReader().read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))
}
