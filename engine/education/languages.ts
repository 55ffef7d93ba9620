import type { LanguageSkill, ResumeLine } from '../resume/types.ts'

// Native and other-language spellings beside the English name.
const spellings: Record<string, string> = {
  English: 'english|englisch|anglais|inglés|inglese|inglês|engels',
  Spanish: 'spanish|spanisch|espagnol|español|castellano|spagnolo|espanhol',
  French: 'french|französisch|français|francés|francese|francês|frans',
  German: 'german|deutsch|allemand|alemán|tedesco|alemão|duits',
  Italian: 'italian|italienisch|italien|italiano',
  Portuguese: 'portuguese|portugiesisch|portugais|portugués|português',
  Dutch: 'dutch|niederländisch|néerlandais|nederlands',
  Russian: 'russian|russisch|russe|ruso',
  Ukrainian: 'ukrainian',
  Polish: 'polish|polnisch|polonais',
  Czech: 'czech',
  Romanian: 'romanian',
  Hungarian: 'hungarian',
  Greek: 'greek',
  Turkish: 'turkish|türkisch',
  Arabic: 'arabic|arabisch|arabe|árabe',
  Hebrew: 'hebrew',
  Farsi: 'farsi|persian',
  Hindi: 'hindi',
  Urdu: 'urdu',
  Bengali: 'bengali|bangla',
  Punjabi: 'punjabi',
  Gujarati: 'gujarati|gujrati',
  Marathi: 'marathi',
  Tamil: 'tamil',
  Telugu: 'telugu',
  Kannada: 'kannada',
  Malayalam: 'malayalam',
  Chinese: 'chinese|mandarin|cantonese|chinesisch|chinois',
  Japanese: 'japanese|japanisch|japonais',
  Korean: 'korean',
  Vietnamese: 'vietnamese',
  Thai: 'thai',
  Tagalog: 'tagalog|filipino',
  Indonesian: 'indonesian|bahasa',
  Swedish: 'swedish',
  Norwegian: 'norwegian',
  Danish: 'danish',
  Finnish: 'finnish',
  Swahili: 'swahili',
  Creole: 'haitian creole|creole',
  'American Sign Language': 'american sign language|asl',
  Bulgarian: 'bulgarian',
  Serbian: 'serbian',
  Croatian: 'croatian',
  Nepali: 'nepali',
  Somali: 'somali',
  Amharic: 'amharic',
}
const byWord = new Map(
  Object.entries(spellings).flatMap(([name, words]) => words.split('|').map((word) => [word, name] as const)),
)
const anyName = new RegExp(
  `(?<![\\p{L}])(?:${[...byWord.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}])`,
  'giu',
)
const levels: [NonNullable<LanguageSkill['level']>, RegExp][] = [
  [
    'native',
    /\b(?:native|mother tongue|first language|bilingual|muttersprache|langue maternelle|lengua materna|nativo|madrelingua|c2)\b/i,
  ],
  [
    'fluent',
    /\b(?:fluent(?:ly)?|fluency|full professional|proficient|advanced|business|excellent|fließend|verhandlungssicher|courant|bilingue|fluido|avanzado|fluente|fluency|c1|b2)\b/i,
  ],
  [
    'intermediate',
    /\b(?:intermediate|conversational|working (?:knowledge|proficiency)|limited working|good|moderate|gute kenntnisse|intermédiaire|intermedio|b1)\b/i,
  ],
  ['basic', /\b(?:basic|beginner|elementary|some|novice|grundkenntnisse|notions|débutant|básico|a1|a2)\b/i],
]
const speaks =
  /\b(?:fluent|bilingual|trilingual|multilingual|speaks?|speaking|spoken|native|conversational|proficient|languages?|read|write|written|verbal|translat\p{L}*|interpret\p{L}*|mother tongue|sign language)\b/iu

/** Human languages the candidate says to know, with level where given; each language once, its best-described mention. */
export function findLanguages(text: string, lines: readonly ResumeLine[]): LanguageSkill[] {
  const best = new Map<string, LanguageSkill>()
  // One pass over the text; most lines name no language.
  const all = [...text.matchAll(anyName)]
  let at = 0
  for (const line of lines) {
    while (at < all.length && all[at]!.index < line.start) at++
    if (at >= all.length || all[at]!.index >= line.end) continue
    const raw = text.slice(line.start, line.end)
    const isList = line.section === 'languages'
    const names = [...raw.matchAll(anyName)]
    names.forEach((match, index) => {
      const name = byWord.get(match[0].toLowerCase())!
      const from = index === 0 ? 0 : names[index - 1]!.index + names[index - 1]![0].length
      const to = names[index + 1]?.index ?? raw.length
      const around = raw.slice(Math.max(from, match.index - 50), Math.min(to, match.index + match[0].length + 50))
      if (!isList && !speaks.test(raw.slice(Math.max(0, match.index - 60), match.index + match[0].length + 40))) return
      // "taught English", "English teacher": a subject, not a language the person offers.
      if (
        !isList &&
        /\b(?:taught|teach(?:er|ing)?|literature|department|degree|major|bachelor|class(?:es)?|composition)\b/i.test(
          around,
        )
      )
        return
      const behind = raw.slice(match.index, Math.min(to, match.index + 60)).split(/[,;]/)[0]!
      const before = raw
        .slice(Math.max(from, match.index - 40), match.index)
        .split(/[,;]/)
        .at(-1)!
      const level = levelOf(behind) ?? levelOf(before)
      const known = best.get(name)
      if (known === undefined || (known.level === undefined && level !== undefined))
        best.set(name, {
          name,
          start: line.start + match.index,
          end: line.start + match.index + match[0].length,
          ...(level !== undefined ? { level } : {}),
        })
    })
  }
  return [...best.values()].sort((a, b) => a.start - b.start)
}

const levelOf = (text: string) => levels.find(([, pattern]) => pattern.test(text))?.[0]
