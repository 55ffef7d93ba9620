import type { HiddenText } from './hidden-text.ts'
import { limits } from './limits.ts'

const ligatures: Record<string, string> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
}

/** Tag characters mirror ASCII and are drawn nowhere; a flag emoji (a black flag, then tags) uses them honestly. */
function takeTagCharacters(text: string, hidden: HiddenText): string {
  if (!text.includes('\u{DB40}')) return text
  const honest = text.replace(/\u{1F3F4}[\u{E0020}-\u{E007F}]{1,32}/gu, '\u{1F3F4}')
  return honest.replace(/[\u{E0000}-\u{E007F}]+/gu, (tags) => {
    const secret = [...tags].map((tag) => String.fromCharCode(tag.codePointAt(0)! - 0xe0000)).join('')
    hidden.add('Unicode tag characters, which no program draws', secret)
    return ''
  })
}

/** Text as a person would type it: no invisible characters, ligatures spelled out, at most two line ends in a row. */
export function cleanText(raw: string, hidden: HiddenText): { text: string; isTruncated: boolean } {
  // Cut before any pattern runs, so that no pattern ever sees more.
  const isTruncated = raw.length > limits.textCharacters
  const cut = isTruncated ? raw.slice(0, limits.textCharacters) : raw
  const text = takeTagCharacters(cut, hidden)
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    // Word for Mac writes a line-breaking hyphen as up to three signs in a row.
    .replace(/[-\u00ad]{0,2}[\u2010\u2011]/g, '-')
    // Zero-width, direction and soft-hyphen characters, private-use icons, controls and lone surrogates.
    .replace(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc\ufffd]/g, '')
    .replace(/[\ue000-\uf8ff]|[\u{F0000}-\u{10FFFD}]/gu, ' ')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligatures[ligature]!)
    .normalize('NFC')
  const lines = text.split('\n').map((line) =>
    line
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\t[ \t]*/g, '\t')
      .trim(),
  )
  const kept: string[] = []
  for (const line of lines) if (line !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(line)
  while (kept.at(-1) === '') kept.pop()
  return { text: kept.join('\n').toWellFormed(), isTruncated }
}
