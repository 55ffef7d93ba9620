import type { Reply } from '../../answers.ts'
import { GENERIC } from '../../competency-cues.ts'
import { readContent } from '../../content.ts'
import { OUTCOME, UNKNOWN_END, VAGUE_OUTCOME } from '../../star-cues.ts'
import { findPhrases, hasPhrase, looseTokens, type PhraseSet, phraseSet } from '../../text/phrases.ts'
import { startsWithYes } from '../../text/spoken.ts'
import type { Token } from '../../text/tokens.ts'
import { BOAST, CORRECTS, hasFact, isSuperlative, LARGE } from '../claims.ts'
import { EVASION, hasFigure, isAdmission } from '../evasion.ts'
import { FAULT, failingsOfOthers, NOT_MINE, OWN_FAULT, passives, SHARED, SHRUGS } from '../ownership.ts'
import { ACCEPTS, isConfirmed, LACK, REFUSAL, TERMS } from '../practical.ts'
import { flag, presence, type Signals, saturate } from './measure.ts'
import { laidOnOthers } from './others.ts'
import { claimsWithoutEqual } from './unmatched.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const NEGATIONS = words(
  "not no never nothing none don't didn't haven't hasn't can't couldn't won't wouldn't isn't wasn't aren't weren't nobody without neither cannot hadn't doesn't",
)
const WE = words("we we'd we've we're us our ours everyone everybody")
const I = words("i i'd i've i'm i'll my me mine myself")
const THEY = words(
  "they they'd they're they've them their he he's he'd him his she she's she'd her hers people management manager boss",
)
const ABSOLUTE = words(
  'always never everyone everybody nobody all every best top most completely totally absolutely easily hundred thousands millions massive massively huge hugely transformed ever perfect',
)
/** Facts, steps and reasons a word from which a reply is dense. */
const DENSE = 0.4

const KIN = words(
  "son sons daughter daughters kids kid children child boy girl baby mother mother's mum mum's mam father father's dad dad's parents wife wife's husband husband's partner sister sister's brother brother's family nan gran",
)

/** "My mother", "my little boy": a tie outside of work. */
const namesKin = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text }, i) => text === 'my' && tokens.slice(i + 1, i + 3).some((token) => KIN.has(token.text)))

/** After these a "no" agrees. */
const ASKS_OBJECTION = phraseSet(`
(any|a|some) (problem|problems|difficulty|difficulties|bother|issue|issues|trouble|concern|concerns|objection|objections|worry|worries)
(do|would) you mind
`)

/** What a reply itself holds and lacks. */
export function replySignals(text: string, reply: Reply): Signals {
  const { tokens, sentences } = reply.speech
  const content = readContent(reply.speech)
  const heard = looseTokens(tokens)
  const says = (set: PhraseSet): number => saturate(findPhrases(tokens, set).length, 1)
  const substance =
    content.numbers +
    content.steps +
    content.reasons +
    DENSE *
      (content.terms +
        content.conditions +
        content.alternatives +
        content.sequence +
        content.verification +
        content.learning)
  const superlatives = tokens.filter((_, at) => isSuperlative(tokens, at)).length
  const opensNo = ['no', 'not', 'never', 'none'].includes(tokens[0]?.text ?? '')
  const asksObjection = hasPhrase(reply.questionSpeech.tokens, ASKS_OBJECTION)
  return {
    only_asks: flag(sentences.length > 0 && sentences.every(({ isQuestion }) => isQuestion)),
    no_figure: flag(!hasFigure(reply)),
    has_fact: flag(hasFact(tokens)),
    figures: saturate(content.numbers, 2),
    opens_yes: flag(startsWithYes(text, reply.turns[0]?.ranges[0]?.start ?? 0)),
    opens_no: flag(opensNo && !asksObjection),
    confirms: flag(isConfirmed(text, reply)),
    accepts: flag(hasPhrase(tokens.slice(0, 8), ACCEPTS) || (opensNo && asksObjection)),
    accepts_at_last: flag(hasPhrase(tokens.slice(-12), ACCEPTS)),
    kin: flag(namesKin(tokens)),
    admits: flag(isAdmission(reply)),
    steps: saturate(content.steps, 2),
    reasons: saturate(content.reasons, 1),
    terms: saturate(content.terms, 3),
    names: saturate(tokens.filter(({ isName, isCode }) => isName || isCode).length, 2),
    substance: saturate(substance, 2),
    density: Math.min(1, substance / Math.max(6, tokens.length) / DENSE),
    we: presence(tokens, WE),
    i: presence(tokens, I),
    they: presence(tokens, THEY),
    passives: saturate(passives(tokens).length, 1),
    shared: saturate(findPhrases(tokens, SHARED).length, 2),
    negations: presence(tokens, NEGATIONS),
    absolutes: saturate(tokens.filter(({ text: word }) => ABSOLUTE.has(word)).length, 2),
    stock_phrases: saturate(findPhrases(heard, GENERIC).length, 1),
    terms_in_reply: flag(hasPhrase(tokens, TERMS)),
    says_evasion: says(EVASION),
    says_end_unknown: says(UNKNOWN_END),
    says_vague_end: says(VAGUE_OUTCOME),
    says_outcome: says(OUTCOME),
    says_not_mine: says(NOT_MINE),
    says_fault: says(FAULT),
    says_boast: saturate(findPhrases(tokens, BOAST).length + superlatives, 1),
    says_large: says(LARGE),
    says_refusal: says(REFUSAL),
    says_lack: says(LACK),
    laid_on_others: saturate(laidOnOthers(reply.speech), 1),
    without_equal: saturate(claimsWithoutEqual(reply.speech), 1),
    shrugs: says(SHRUGS),
    own_fault: says(OWN_FAULT),
    takes_back: says(CORRECTS),
    failings_of_others: saturate(
      sentences.reduce((sum, { from, to }) => sum + failingsOfOthers(tokens, from, to), 0),
      2,
    ),
  }
}
