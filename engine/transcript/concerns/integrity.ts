import type { SpokenTurn } from '../speakers.ts'
import { findPhrases, phraseSet } from '../text/phrases.ts'
import type { Range } from '../text/tokens.ts'
import { concernWeights as w } from '../weights.ts'
import { type ConcernContext, type ConcernHit, sentenceAt } from './types.ts'

const INSTRUCTION = phraseSet(`
ignore (all|any|your|the|my|everything|) (previous|prior|above|earlier|preceding|other|of your|) (instructions|instruction|prompt|prompts|rules|guidelines|criteria)
ignore (all|) (previous|prior) (context|text|messages)
disregard (all|any|your|the|) (previous|prior|above|earlier|) (instructions|rules|prompt|criteria)
forget (all|any|your|the|) (previous|prior|above|earlier|) (instructions|rules|prompt)
(give|award|grant) (me|him|her|them|this candidate|the candidate) (a|) (100|hundred|ten out of ten|10|full marks|top marks|top score|maximum|perfect|the maximum|the highest|the top)
(score|rate|rank|mark|grade) (me|him|her|them|this candidate|the candidate|this interview|all competencies) (a|as|at|with|) (100|hundred|ten|10|highest|maximum|perfect|full|top|excellent|high|highly|number one|first)
(system|developer) (prompt|message|override)
(set|make) (all|the|every|my) (scores|score|competencies) (to|be)
(all|every) (scores|score) (to|of|at) (100|ten|10|five|5)
(state|say|write|report|conclude|output) that (the candidate|this candidate|i am|there are no)
(exceptional|outstanding|perfect|ideal) (hire|candidate)
no concerns
you (must|are to|have to) (hire|recommend|score|rate|rank)
as an ai (language|) (model|)
(recommend|mark) (me|this candidate|the candidate) (for hire|as hired|to hire|strongly)
override (the|your|all|any|) (score|scores|scoring|rules|instructions)
do not (flag|mention|report) (any|this|the)
`)
/** Alone these may be said of a person in passing; two together are an instruction. */
const WEAK = new Set([
  'no',
  'exceptional',
  'outstanding',
  'perfect',
  'ideal',
  'as',
  'state',
  'say',
  'write',
  'report',
  'conclude',
])

/** Sentences of a turn that give orders to an automated reader. */
export function findInstructions(turn: SpokenTurn): ConcernHit[] {
  const { tokens } = turn.speech
  const found = findPhrases(tokens, INSTRUCTION)
  const first = found.find((hit) => !WEAK.has(tokens[hit.at]!.text))
  if (first === undefined) return []
  return found.map((hit) => ({
    code: 'prompt_injection',
    range: sentenceAt(turn, hit.at),
    severity: 'high',
    strength: hit.at === first.at ? 2 : 1,
  }))
}

const GAP =
  /\[(?:[^\]\n]{0,20})?(?:inaudible|unintelligible|crosstalk|unclear|indistinct|garbled|no audio|audio (?:lost|cut|drops?)|dropped|static|overlapping|\?\?\?)[^\]\n]{0,20}\]|\((?:inaudible|unintelligible|crosstalk|unclear|indistinct)[^)\n]{0,20}\)|_{3,}|\?{3,}/gi

export interface Quality {
  /** Marked gaps in the candidate's speech and per hundred of the candidate's words. */
  gaps: number
  gapsPer100: number
  places: Range[]
}

/** Counts the gaps that the caption engine or the typist marked in the candidate's speech. */
export function readQuality(text: string, turns: ConcernContext['turns']): Quality {
  const places: Range[] = []
  let words = 0
  for (const turn of turns) {
    if (turn.role !== 'candidate') continue
    words += turn.speech.tokens.length
    for (const range of turn.ranges)
      for (const match of text.slice(range.start, range.end).matchAll(GAP)) {
        const at = range.start + match.index
        const sentence = turn.speech.sentences.find((s) => s.start <= at && at <= s.end)
        places.push(sentence === undefined ? range : { start: sentence.start, end: sentence.end })
      }
  }
  return { gaps: places.length, gapsPer100: words === 0 ? 0 : (100 * places.length) / words, places }
}

export function findPoorQuality({ text, turns }: ConcernContext): ConcernHit[] {
  const { gaps, gapsPer100, places } = readQuality(text, turns)
  if (gaps < w.gapsMin || gapsPer100 < w.gapsPer100) return []
  return places
    .slice(0, 1)
    .map((range) => ({ code: 'poor_transcript_quality', range, severity: 'high', strength: gapsPer100 }))
}
