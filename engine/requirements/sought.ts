import { hasTitleWord } from '../resume/title-words.ts'

/** Who looks for somebody: "Our client is currently looking for", "A growing shop seeks", "We need". */
const LOOKS_FOR =
  /^(?!you\b|must\b|if\b)[^.;:!?]{0,90}?\b(?:looking (?:for|to (?:hire|add|recruit|find))|seeking(?: to hire)?|searching for|(?:is|are|['\u2019]re|now|currently|urgently) (?:hiring|recruiting|adding)|in (?:search|need) of|has an? (?:immediate )?(?:need|opening|opportunity) for|(?:we|client|company|firm|team|shop|startup|manufacturer|restaurant|hospital|school|agency|practice) (?:needs?|wants?|requires?)|seeks) /i
/** Where the one who is looked for ends and what is asked of them begins. */
const ASKED_OF_THEM =
  /(?:,? (?:with (?!(?:our|their|the|us|one of|an? (?:immediate|growing|leading))\b)|who (?:(?:can|will|has|have|is|are|possess(?:es)?|brings?) )?|(?:that|which) (?:can|will|has|have|possess(?:es)?) |having |to (?!join\b|the\b|our\b|their\b|us\b|be\b|work\b|one\b|an?\b|start\b|add\b|fill\b|this\b))|, (?=you(?:['\u2019]ll| will)\b))/i
/** A person of no trade. */
const SOMEBODY =
  /\b(?:someone|somebody|individuals?|persons?|people|candidates?|professionals?|expert|hire|talent|player|leader|addition)\b/i
/** "Store manager needed for our shop", "barista wanted". */
const WANTED = /^([^.,;:!?]{3,60}?) (?:(?:is|are|urgently) )?(?:needed|wanted|sought)\b/i
const IS_DEMAND = /\b(?:experience|skills?|knowledge|degree|licen[cs]e|certif\p{L}*|ability|clearance)\b/iu
/** "a talented Florist": written as the name of a trade. */
const NAMED = /^(?:an? |the )(?:[\p{Ll}-]+ ){0,3}\p{Lu}\p{Ll}/u
const MAX_SOUGHT = 120

/**
 * Of a sentence that says who looks for whom, how many characters stand before what is asked of that person, all of them
 * when nothing is; 0 for other sentences.
 */
export function soughtLength(sentence: string): number {
  if (/\bnot (?:looking|seeking|hiring)\b/i.test(sentence)) return 0
  const wanted = WANTED.exec(sentence)
  if (wanted && !IS_DEMAND.test(wanted[1]!) && (hasTitleWord(wanted[1]!) || SOMEBODY.test(wanted[1]!))) {
    const rest = sentence.slice(wanted[0].length)
    const list = /^\s*[,:(]\s*/.exec(rest)
    return wanted[0].length + (list ? list[0].length : demandIn(rest))
  }
  const looks = LOOKS_FOR.exec(sentence)
  if (!looks) return 0
  const rest = sentence.slice(looks[0].length)
  const at = demandIn(rest)
  const who = rest.slice(0, Math.min(at, MAX_SOUGHT))
  // "Seeking 5 years of experience" and "looking for Java skills" name the demand itself.
  if (/^\d/.test(rest) || IS_DEMAND.test(who)) return 0
  if (!(hasTitleWord(who) || SOMEBODY.test(who) || NAMED.test(who))) return 0
  return looks[0].length + at
}

function demandIn(rest: string): number {
  const match = ASKED_OF_THEM.exec(rest)
  return match ? match.index + match[0].length : rest.length
}
