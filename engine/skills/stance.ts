import type { Tokens } from './tokens.ts'
import { gap } from './tokens.ts'
import type { Stance } from './types.ts'

/** Phrases that set the stance of what follows them in the clause; `*` stands for up to two words. */
const cues: Record<Stance, string[]> = {
  lacks: [
    'no experience',
    'no * experience',
    'no knowledge',
    'no * knowledge',
    'no exposure',
    'no background in',
    'no training in',
    'no familiarity',
    'zero experience',
    'zero knowledge',
    'little to no',
    'little or no',
    'lack of',
    'lacks',
    'lacking',
    'not familiar',
    'unfamiliar with',
    'not experienced',
    'not proficient',
    'not yet',
    'not worked with',
    'not used',
    'not certified',
    'not licensed',
    'not trained',
    'never used',
    'never worked',
    'never * used',
    'never * worked',
    'do not know',
    'do not have',
    'does not have',
    'did not use',
    'don t know',
    'don t have',
    'doesn t have',
    'haven t used',
    'haven t worked',
    'have not',
    'has not',
    'without',
    'none in',
  ],
  wants: [
    'want to learn',
    'wants to learn',
    'wanting to learn',
    'would like to learn',
    'like to learn',
    'love to learn',
    'hope to learn',
    'hoping to learn',
    'plan to learn',
    'planning to learn',
    'eager to learn',
    'keen to learn',
    'willing to learn',
    'excited to learn',
    'looking to learn',
    'aspire to',
    'aspiring',
    'aim to learn',
    'learn more about',
    'interest in',
    'interested in',
    'interested to',
    'curious about',
    'passion to learn',
    'eager to',
    'seeking',
    'looking for',
    'want to become',
    'want to work',
    'want to move into',
    'would like to',
    'hoping to',
    'plan to',
    'planning to',
    'goal is to',
    'pursuing',
  ],
  weak: [
    'familiar with',
    'familiarity with',
    'familiarity in',
    'basic knowledge',
    'basic understanding',
    'basic experience',
    'basic skills',
    'basic',
    'basics of',
    'exposure to',
    'exposed to',
    'coursework in',
    'coursework',
    'courses in',
    'introduction to',
    'introductory',
    'beginner',
    'some experience',
    'some knowledge',
    'some exposure',
    'limited experience',
    'limited knowledge',
    'little experience',
    'little knowledge',
    'working towards',
    'elementary',
    'rudimentary',
    'novice',
    'currently learning',
    'am learning',
    'still learning',
    'currently studying',
    'awareness of',
    'aware of',
    'acquainted with',
    'conversational',
  ],
  has: [
    'expert',
    'expertise',
    'proficient',
    'proficiency',
    'experienced',
    'experience in',
    'experience with',
    'experience',
    'strong',
    'advanced',
    'extensive',
    'extensively',
    'skilled',
    'fluent',
    'excellent',
    'solid',
    'deep',
    'used',
    'using',
    'use my',
    'utilize',
    'utilizing',
    'leverage',
    'leveraging',
    'apply my',
    'built',
    'developed',
    'led',
    'managed',
    'worked',
    'responsible for',
    'certified in',
    'knowledge of',
    'ability to',
    'able to',
    'not only',
    'where i can',
    'without compromising',
    'without sacrificing',
    'without losing',
    'without affecting',
    'no problem',
    'no supervision',
  ],
}

/** Words that end the reach of a cue inside a sentence. */
const turns = new Set(['but', 'however', 'although', 'though', 'yet', 'whereas', 'while', 'nevertheless'])

interface CueNode {
  next: Map<string, CueNode>
  stance?: Stance
}

function compile(): CueNode {
  const root: CueNode = { next: new Map() }
  for (const stance of ['lacks', 'wants', 'weak', 'has'] as const)
    for (const phrase of cues[stance]) {
      let node = root
      for (const word of phrase.split(' ')) {
        let child = node.next.get(word)
        if (child === undefined) {
          child = { next: new Map() }
          node.next.set(word, child)
        }
        node = child
      }
      node.stance ??= stance
    }
  return root
}

const root = compile()

/** The longest cue that starts at a token: its stance and how many tokens it takes. */
function cueAt(tokens: Tokens, at: number): { stance: Stance; length: number } | undefined {
  let found: { stance: Stance; length: number } | undefined
  const walk = (node: CueNode, i: number, depth: number): void => {
    if (node.stance !== undefined && (found === undefined || i - at > found.length))
      found = { stance: node.stance, length: i - at }
    if (depth === 6 || i >= tokens.words.length) return
    if (i > at && tokens.gaps[i]! >= gap.bracket) return
    const child = node.next.get(tokens.words[i]!)
    if (child !== undefined) walk(child, i + 1, depth + 1)
    const skip = node.next.get('*')
    if (skip !== undefined) {
      walk(skip, i + 1, depth + 1)
      if (i + 1 < tokens.words.length) walk(skip, i + 2, depth + 1)
    }
  }
  if (root.next.has(tokens.words[at]!)) walk(root, at, 0)
  return found
}

const strength: Record<Stance, number> = { has: 0, weak: 1, wants: 2, lacks: 3 }

/**
 * The stance that the words before each token give it, scoped to the clause: "no experience with X, Y or Z" reaches all
 * three, "but" and a fresh positive cue after a comma end it. Words that are part of a mention (1 in `isMention`) are no
 * cues: the `basic` of Visual Basic.
 */
export function stanceBefore(tokens: Tokens, isMention: Uint8Array): Stance[] {
  const stances: Stance[] = new Array(tokens.words.length)
  let current: Stance = 'has'
  let cueEnd = 0
  // "Without supervision, managed a team": reaches no further than the comma.
  let isNarrow = false
  for (let i = 0; i < tokens.words.length; i++) {
    const before = tokens.gaps[i]!
    if (before >= (isNarrow ? gap.list : gap.line) || turns.has(tokens.words[i]!)) {
      current = 'has'
      isNarrow = false
    }
    if (i >= cueEnd && isMention[i] === 0) {
      const cue = cueAt(tokens, i)
      if (cue !== undefined) {
        isNarrow = tokens.words[i] === 'without'
        // "no experience with", "some experience in": the weaker reading holds until the clause turns.
        const isFresh = before >= gap.list || strength[cue.stance] >= strength[current]
        if (isFresh || current === 'wants') current = cue.stance
        cueEnd = i + cue.length
      }
    }
    stances[i] = current
  }
  return stances
}

const afterCues: Record<string, Stance> = {
  basic: 'weak',
  basics: 'weak',
  beginner: 'weak',
  elementary: 'weak',
  novice: 'weak',
  familiar: 'weak',
  learning: 'weak',
  exposure: 'weak',
  none: 'lacks',
}

/** The stance that words right after a mention give it: "Python (basic)", "German: beginner". */
export function stanceAfter(tokens: Tokens, next: number): Stance | undefined {
  if (next >= tokens.words.length) return undefined
  const before = tokens.gaps[next]!
  if (before !== gap.bracket) return undefined
  return afterCues[tokens.words[next]!]
}
