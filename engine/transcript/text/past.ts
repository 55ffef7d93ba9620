import type { Token } from './tokens.ts'

const IRREGULAR_DOING = new Set(
  (
    'made took put went got gave brought found did drew cut sat met kept spoke showed chose began taught built ran sent ' +
    'wrote rang rebuilt rewrote split set held led paid sold bought drove read came stood dug laid hid threw caught ' +
    'fought swept undid broke tore shut hung spent shook flew re-cut retook redid won froze spun wound rode stuck struck swung bound woke lent fed bent dealt oversaw overrode withdrew undertook ' +
    'swapped sank flung leapt cast drafted'
  ).split(' '),
)
/** Past verbs that tell of thought, speech or state rather than of a step taken. */
const IRREGULAR_STATE = new Set(
  'was were had thought felt knew said told saw heard became left lost fell understood forgot meant'.split(' '),
)
const STATE_ED = new Set(
  (
    'wanted liked loved hated believed hoped needed seemed looked wished noticed realised realized remembered enjoyed ' +
    'expected supposed involved used considered appreciated helped supported worked tried rotated learned learnt happened ' +
    'graduated joined started attended mentioned wondered worried cared preferred guessed'
  ).split(' '),
)
const NOT_PAST = new Set(
  'need feed speed indeed hundred bed red seed deed bleed breed freed ted shed wed exceed proceed succeed unused'.split(
    ' ',
  ),
)

export type PastKind = 'doing' | 'state'

/** Whether a word is a past verb form, and of which sort; judged by form, as captions give no grammar to rely on. */
export function pastKind(word: string): PastKind | undefined {
  if (IRREGULAR_DOING.has(word)) return 'doing'
  if (IRREGULAR_STATE.has(word) || STATE_ED.has(word)) return 'state'
  if (word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word)) return 'doing'
  return undefined
}

const SUBJECT_I = new Set(['i', "i've", "i'd"])
const OTHER_SUBJECTS = new Set(
  "we they he she you it who that which there everyone everybody nobody somebody someone people we'd they'd he'd she'd they've we've".split(
    ' ',
  ),
)
const BETWEEN = new Set(
  (
    'then also first finally just even once already immediately quickly personally always never still only now myself both all ' +
    'next since had went and'
  ).split(' '),
)

export interface OwnStep {
  /** Token index of the verb. */
  at: number
  /** 1 for a step, less for mere speech or a vague effort. */
  weight: number
}

const SPEECH = new Set(['said', 'told', 'spoke', 'asked', 'explained', 'mentioned', 'suggested', 'talked'])
const EFFORT = new Set([
  'tried',
  'helped',
  'supported',
  'worked',
  'started',
  'noticed',
  'realised',
  'realized',
  'looked',
  'used',
  'saw',
  'learned',
])

/**
 * The candidate's own steps: past verbs whose subject is "I", also when several verbs share one "I" ("I rang her and sent
 * it"). Verbs after "we", "they" or a passive do not count (STAR rule: "we" is not an action of the candidate).
 */
export function ownSteps(tokens: readonly Token[]): OwnStep[] {
  const steps: OwnStep[] = []
  let sinceI = 99
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!.text
    if (SUBJECT_I.has(word)) {
      sinceI = 0
      continue
    }
    if (OTHER_SUBJECTS.has(word) && word !== 'that' && word !== 'it' && word !== 'which' && word !== 'you') sinceI = 99
    if ((word === 'was' || word === 'were' || word === 'been' || word === 'got') && sinceI > 0 && sinceI < 3) {
      // "I was asked", "I'd been told": done to the candidate.
      if (word !== 'got') {
        sinceI = 99
        continue
      }
    }
    const kind = pastKind(word)
    if (kind !== undefined && word !== 'had') {
      if (tokens[i - 1]?.text === 'never') continue
      const isDirect = sinceI <= 1
      const isShared = sinceI < 12 && tokens[i - 1]?.text === 'and'
      if (isDirect || isShared) {
        const weight = SPEECH.has(word) ? 0.5 : EFFORT.has(word) ? 0.5 : kind === 'doing' ? 1 : 0
        if (weight > 0) steps.push({ at: i, weight: isDirect ? weight : weight * 0.7 })
      }
    }
    if (!BETWEEN.has(word) || sinceI > 1) sinceI++
    if (sinceI > 90) sinceI = 99
  }
  return steps
}
