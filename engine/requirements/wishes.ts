import { hasContent } from './content.ts'

/** Words that make a demand a wish. */
export const NICE =
  /\b(?:a|an) (?:(?:huge|big|definite|strong|added|distinct) )?(?:plus|advantage|asset|bonus)\b|\b(?:will|would) be (?:an? )?plus\b|\b(?:is|are) plus\b|\bpreferred\b|\bpref\b|\bpreferably\b|\bnice to have|\bdesir(?:ed|able)\b|^ideally\b|\bgood to have|\bwould be (?:great|helpful|nice|beneficial)|\bhelpful\b|\bis a bonus\b|\bbonus points|= ?(?:an? )?(?:plus|bonus)\b/i
/** "Docker, Terraform and Ansible preferred": the wish is for the whole list. */
export const WISHED_LIST =
  /\b(?:and|or) [^,]{1,40} (?:preferred|desired|desirable|a plus|an? (?:asset|advantage|bonus))$/i
/** "SQL scripting (PostgreSQL is a plus)": the wish in parentheses. */
const WISH_INSIDE = /\(([^()]{3,80})\)/g
/** "Degree required, Master's preferred", "Linux, with administration skills desirable": the wish at the end. */
const WISH_AT_END =
  /^(.{12,}?)(?:,|;| and| but)? (?=(?:with |and |but )?[^,;()]{0,60}\b(?:experience|knowledge|skills?|degree|certification|background|familiarity|ability|exposure|master['\u2019]?s|mba)\b[^,;()]{0,40}$)/i

/** "3 years supervising, Spanish a plus", "leading teams, SAP is a plus": the wish is for the last name alone. */
const LAST_WISH = /^([^,]+(?:,[^,]+)*?), ((?!(?:and|or|with|but)\b)(?:(?!\b(?:and|or)\b)[^,]){2,40})$/i

/** A stretch of a job description. */
interface Part {
  start: number
  end: number
  text: string
}

/** A clause apart from the wishes that it holds beside a demand of its own. */
export function partWishes(part: Part): (Part & { quote: string; wish: boolean })[] {
  const whole = { ...part, quote: part.text }
  const inside = [...part.text.matchAll(WISH_INSIDE)].filter(
    (m) => NICE.test(m[1]!) && hasContent(m[1]!.replace(NICE, '').replace(/\b(?:is|are|be|would|focus on)\b/gi, '')),
  )
  if (inside.length > 0) {
    const text = part.text.replace(WISH_INSIDE, (found) => (inside.some((m) => m[0] === found) ? '' : found))
    const wishes = inside.map((m) => {
      const start = part.start + m.index + 1
      return { start, end: start + m[1]!.length, text: m[1]!, quote: m[1]!, wish: true }
    })
    return [{ ...whole, text: text.replace(/\s+/g, ' ').trim(), wish: NICE.test(text) }, ...wishes]
  }
  if (!NICE.test(part.text)) return [{ ...whole, wish: false }]
  const last = LAST_WISH.exec(part.text)
  if (last && !NICE.test(last[1]!) && (/\d/.test(last[1]!) || /\b(?:is|would be)\b/i.test(last[2]!))) {
    const start = part.start + last[0].length - last[2]!.length
    return [
      { start: part.start, end: part.start + last[1]!.length, text: last[1]!, quote: last[1]!, wish: false },
      { start, end: part.end, text: last[2]!, quote: last[2]!, wish: true },
    ]
  }
  const match = WISH_AT_END.exec(part.text)
  const demand = match?.[1] ?? ''
  const start = match?.[0].length ?? 0
  const isApart = /\b(?:required|must|mandatory)\b/i.test(demand) || part.text.startsWith('with ', start)
  if (isApart && !NICE.test(demand)) {
    const wish = part.text.slice(start)
    return [
      { start: part.start, end: part.start + demand.length, text: demand, quote: demand, wish: false },
      { start: part.start + start, end: part.end, text: wish, quote: wish, wish: true },
    ]
  }
  return [{ ...whole, wish: true }]
}
