import type { Answer, Reply } from '../answers.ts'
import { numberValue } from '../text/numbers.ts'
import { findPhrases, hasPhrase, phraseSet } from '../text/phrases.ts'
import { STOP_WORDS, stem } from '../text/stop-words.ts'
import { sentenceOf, type Token } from '../text/tokens.ts'
import { concernWeights as w } from '../weights.ts'
import { type ConcernContext, type ConcernHit, placeInOrder, sentenceAt } from './types.ts'

/** Praise of oneself or one's results that a figure or example would have to carry. */
export const BOAST = phraseSet(`
one of the (top|best|strongest|leading|most)
the (best|top|strongest|most successful) (manager|performer|performers|seller|person|one|in|they've|they|nurse|teacher|engineer|developer|rep|team)
top (performer|performers|seller|of the|one percent|percent)
number one
(went|gone) viral
(tripled|doubled|quadrupled) (the|our|my|their|revenue|sales|business|profit|turnover)
(saved|made) (the company|them|us) (millions|thousands|a fortune|a lot)
millions
transformed (the|our|their)
turned (it|the|everything) (all|company|team|business|department|school|) around
(award|prize)-winning
everyone (says|said|loves|loved|knows|tells)
everybody (says|said|loves|loved|knows)
people (say|have told me|always say|tell me|told me)
(my|the) (manager|boss|team) would tell you
well above (industry|average|the)
(an|a real|a true) expert
best (in class|ever|in the)
never (missed|failed|lost|had a complaint|once)
always (exceeded|hit|delivered|ahead|have been)
exceeded (all|every|my|expectations)
hundred percent (success|of the time)
100 percent
(massively|hugely|dramatically|significantly|exponentially) (improved|increased|better|reduced|grew)
a (huge|massive|great|big|enormous) (success|impact|difference|improvement|hit)
world-class
most talked-about
second to none
i (know|knew) everything
i can do anything
single-handedly
from (zero|scratch|nothing)
(a|natural) born (closer|leader|seller|teacher|manager|engineer)
(flourished|thrived|boomed|exploded|soared) (under|with|because)
(adore|adores|love|loves|loved|adored) (us|me|my|working with me)
nobody (thought|believed|else)
(i'm|i am) (known|famous|renowned) (for|as)
(everybody|everyone|people|they) (there |)(reckons|reckon|thinks|think|calls|call|will tell)
through the roof
off the charts
like no other
`)

/** Superlatives that claim rank; words that only look like one are no claim. */
export function isSuperlative(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at]!
  if (text.length < 6 || !text.endsWith('est') || NO_RANK.has(text) || tokens[at - 1]?.text !== 'the') return false
  return tokens.slice(at + 1, at + 7).some((token) => RANKED.has(token.text))
}

const NO_RANK = new Set(
  'interest request honest forest invest harvest latest earliest nearest suggest protest contest digest arrest modest closest oldest youngest simplest easiest hardest biggest lowest smallest cheapest shortest'.split(
    ' ',
  ),
)
const RANKED = new Set(['ever', "they've", "they'd", "anyone's", 'anywhere', 'everyone'])

export function hasFact(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) =>
      token.isNumber &&
      !['tripled', 'doubled', 'halved', 'double', 'twice', 'hundred', 'million', 'zero', 'half'].includes(token.text),
  )
}

/** Boasts whose sentence holds no figure, most of all where the interviewer asked for one and still got none. */
export function findUnsupported({ answers }: ConcernContext): ConcernHit[] {
  const hits: ConcernHit[] = []
  for (const answer of answers)
    answer.replies.forEach((reply, i) => {
      const { tokens, sentences } = reply.speech
      const ranks = tokens.flatMap((_, at) => (isSuperlative(tokens, at) ? [{ at, to: at + 1 }] : []))
      for (const boast of [...findPhrases(tokens, BOAST), ...ranks]) {
        const sentence = sentenceOf(sentences, boast.at)
        if (sentence === undefined) continue
        const next = sentences[sentences.indexOf(sentence) + 1]
        const nearby = tokens.slice(sentence.from, next?.to ?? sentence.to)
        if (hasFact(nearby)) continue
        const later = answer.replies.slice(i + 1)
        const isSettled = later.some((other) => hasFact(other.speech.tokens))
        const isPressed = later.length > 0
        const strength = 0.6 + (isPressed && !isSettled ? 0.3 : 0) - (isSettled ? 0.3 : 0)
        if (strength >= w.unsupportedFrom)
          hits.push({ code: 'unsupported_claim', range: sentenceAt(reply, boast.at), severity: 'medium', strength })
      }
    })
  return hits
}

/** A claim of size taken back when asked for the formal facts. */
export const DOWNGRADE = phraseSet(`
formally
officially
technically
my own
the other (two|three|four|five|half|#)
on paper
strictly speaking
in practice
if you (include|count)
all in
more like
flat structure
dotted line
(wasn't|not) (officially|formally|technically|directly)
i was on (the|a) team
my (package|part|bit|piece|share|role|side|section) (was|is|of it)
worked under
reporting to the
i was (more of|more a|kind of|sort of|more the|one of)
the go-to
(supported|shadowed|assisted) (the|my)
my (manager|boss|director|lead) (did|had|made|led|signed|owned|was|ran|approved)
the (lead|manager|director|architect|head|senior) (was|did|had|made|led|signed|owned|ran|approved|really)
i (contributed|helped|was involved|was part)
across the (business|company|whole|team)
(as|was|were) part of (the|a|that)
didn't report to me
not reporting to me
an intern
only (one|two|part)
above me
(their|his|her|its) own (boss|manager|lead|director|supervisor)
i was (a|the|) (senior|deputy|acting|junior)
(a|the|our|another|my) (director|manager|lead|head|partner|consultant|consultants|agency|supervisor|senior|architect|vendor|principal|boss|chief|vp) (above|who|held|had|did|does|signed|owned|made|led|ran|approved|was|drew|wrote|chaired)
(i|i'd) (coordinated|supported|helped|contributed|assisted|sat|attended|took part|was asked|did the|looked after|covered|fed into|was on|tested|drafted|filled)
(there|it) (was|were) (#|a few|several|a couple|a lot) of us
(not|wasn't|weren't) (mine|under me|my (team|budget|decision))
(borrowed|shared|matrix|contractors|freelancers|volunteers|temps)
(his|her|their) (budget|decision|design|team|call|project)
(a|one) (module|corner|section|chapter|slice|workstream) of
`)
export const LARGE = phraseSet(`
i (ran|built|led|managed|owned|headed|ran|created|designed|architected|delivered|launched|did|founded|set up) (everything|all|the (whole|entire)|it all|the|a|an)
a team of
team of
(seven|six|eight) figures
million
(whole|entire) (team|department|company|programme|program|project|function|platform|region|site|business)
single-handedly
i('ve|) (led|ran|run|built|created|grew|took|managed|headed|launched|delivered|transformed|founded|set up|scaled|owned|directed|rolled out|turned|oversaw|introduced|designed|rebuilt) 
(my|our) (department|division|programme|program|function|platform|strategy|budget|portfolio|team|people)
(nationwide|company-wide|global|globally|europe|international)
from (zero|scratch|nothing)
head of
headed (up|) (the|a|all)
the (whole|entire)
i was (responsible|in charge) (for|of) (everything|all|the (whole|entire))
reported to me
my team
# (people|million|engineers|nurses|staff|stores|sites|countries|thousand|reports|developers|agents|reps|managers|teachers|drivers|clients|accounts)
# k
`)
export const PROBES_SCOPE = phraseSet(`
report (to|into) you
reported to you
reporting to you
direct reports
how (many|much|big|large)
(your|the) (budget|team|role|part|title|own)
did you (own|lead|manage|build|write|design|run|decide|do)
you (ran|led|managed|built|owned|designed|wrote|headed|delivered|created|launched)
were you (the|leading|managing|responsible|in charge)
what did you (do|own|build|write)
which part
who (else|led|was|made|signed|owned|ran|did|built|wrote|approved)
was (it|that) (you|your)
on your own
yourself
personally
the marketing
(who|whose) (was|were|is|did|had|held|signed|decided|name|budget)
when you say
(your|you) (exact|own|actual|formal|job) (title|role|part|authority|responsibility|share|contribution)
(you|your) (alone|personally|specifically)
(line|direct) (management|manage|reports|managed)
(how big|size of)
(sign|signed|signing) (off|it)
who (else|had|was|did|were)
(on|in) (your|the) (payroll|team|squad)
what (exactly|part|share|portion|proportion)
`)

const INVITES_STORY = phraseSet(`
(tell|talk) (me|us) (about|what)
walk (me|us) through
describe (a|an|the)
(a|another|the last) time (when|you|that)
`)

/** A large claim, a question about its size, and a reply that shrinks it. */
export function findScopeInflation({ answers }: ConcernContext): ConcernHit[] {
  const hits: ConcernHit[] = []
  const placed = placeInOrder(answers)
  placed.forEach(({ reply }, i) => {
    const question = reply.questionSpeech.tokens
    if (
      question.length > w.scopeQuestionWords ||
      !hasPhrase(question, PROBES_SCOPE) ||
      hasPhrase(question, INVITES_STORY)
    )
      return
    const shrinks =
      findPhrases(reply.speech.tokens, DOWNGRADE).length + (isSmaller(reply, placed[i - 1]?.reply) ? 1 : 0)
    if (shrinks === 0) return
    for (let back = i - 1; back >= Math.max(0, i - 3); back--) {
      const { tokens } = placed[back]!.reply.speech
      const claim = findPhrases(tokens, LARGE).at(-1)
      if (claim === undefined) continue
      hits.push({
        code: 'scope_inflation',
        range: sentenceAt(placed[back]!.reply, claim.at),
        severity: 'high',
        strength: 0.5 + 0.2 * shrinks,
      })
      return
    }
  })
  return hits
}

/** A figure in the reply that is below one of the reply before: "Eight who report to you?" "Five report to me." */
export function isSmaller(reply: Reply, before: Reply | undefined): boolean {
  const values = (item: Reply | undefined): number[] =>
    item?.speech.tokens.flatMap((token) => (token.isNumber ? (numberValue(token.text) ?? []) : [])) ?? []
  const claimed = values(before)
  return claimed.length > 0 && values(reply).some((value) => value < Math.max(...claimed))
}

export const CONFRONTS = phraseSet(`
you (said|mentioned|told (me|us)|just said|wrote)
(earlier|before) you (said|mentioned)
(your|the) (cv|resume|application|form|letter|reference|references|linkedin|profile|agency) (says|said|say|has|have|had|shows|gives|states|lists|puts)
(it|this) says (here|on your)
i thought you
which is it
didn't you (say|just)
(but|so) (was|is) it
(on|in|from|per) (your|the) (cv|resume|application|form|letter|profile|linkedin|covering|cover|paperwork)
(a minute|a moment) ago
(said|mentioned|told me|told us|were) (earlier|just now|at the start|before)
(your|the) (covering letter|cover letter|paperwork|referee|reference|recruiter) 
(you've|you have|you'd) (put|written|listed) (down|here|on|that|#)
now (you're saying|you say|it sounds)
(how does|how do) (that|this|those|it|they) (fit|square|add|tally|go)
i've (got|written|noted) (down|here|#|you)
i (had|have) (you|it) (down|as|at)
(doesn't|don't) (add up|tally|match|fit|square)
that doesn't (match|add|fit)
`)
export const CORRECTS = phraseSet(`
(did|was) i (say|put)
i (meant|misspoke|must have|may have|might have|got that wrong|think it was|mean it)
sorry (it|i|that)
oh (it|that|i|did)
no it was
(it|that) was (more|probably|actually|closer|nearer|maybe)
(more|closer|nearer) (like|to)
give or take
roughly
(that|the cv|it) (must|might|may|could) be
typo
(both|either)
formally
officially
depends (how|what|on)
rounded
it depends
end to end
including
i suppose
i (count|counted|was counting|call|called|rounded|included|was including|think of)
(it's|that's|it was|that was) (old|out of date|wrong|an older|a while|the (start|date|old))
(fair|good) (point|catch|spot)
(well|hm|ah) (yes|no|it|that|the|i)
(on|off) and (on|off)
in (total|all|a way|a sense|effect)
more or less
(started|began|finished|left|ended) (late|later|earlier|before|in practice)
(date|dates|figure|numbers) (is|are|were|was) (off|wrong|mixed|old)
wasn't counting
not counting
if you count
`)

interface Figure {
  unit: string
  value: string
  token: Token
  reply: Reply
}

/** Papers the answer can be held against. */
const PAPERS = new Set(['cv', 'resume', 'application', 'linkedin', 'letter', 'form', 'reference', 'referee'])

/** Open questions ask for a story; with a quote from the CV they confront only where the reply takes something back. */
const OPEN = phraseSet(`
tell (me|us)
talk (me|us)
walk (me|us)
what (does|do|did|was|were)
how
how'd
why
why'd
describe
`)
const CONFIRMS = phraseSet(`
that's (right|correct|true)
yes (that's|it|i)
correct
exactly
i did
`)

/** What the interviewer holds against an earlier statement and the reply does not simply confirm; and figures that clash. */
export function findContradictions({ answers }: ConcernContext): ConcernHit[] {
  const hits: ConcernHit[] = []
  for (const { reply } of placeInOrder(answers)) {
    const { tokens } = reply.speech
    const question = reply.questionSpeech.tokens
    if (!hasPhrase(question, CONFRONTS)) continue
    const back = findPhrases(tokens, CORRECTS)[0]
    if (hasPhrase(question, OPEN) && (back === undefined || !question.some(({ text }) => PAPERS.has(text)))) continue
    if (back === undefined && hasPhrase(tokens.slice(0, 4), CONFIRMS)) continue
    hits.push({
      code: 'contradiction',
      range: sentenceAt(reply, back?.at ?? 0),
      severity: 'high',
      strength: back === undefined ? 0.7 : 0.9,
    })
  }
  hits.push(...clashes(answers))
  return hits
}

const OWN_FRAME = phraseSet(`
i (was|had|managed|led|ran|spent|worked|have|left|joined|started|finished|stayed|'ve|reported)
i've (been|had|got|worked|managed|led)
team of
reported to me
reporting to me
experience
`)

/** "eight people reported to me" and later "the three people who reported to me": same unit, same frame, other figure. */
function clashes(answers: readonly Answer[]): ConcernHit[] {
  const seen = new Map<string, Figure>()
  const hits: ConcernHit[] = []
  for (const answer of answers)
    for (const reply of answer.replies)
      for (const sentence of reply.speech.sentences) {
        const { tokens } = reply.speech
        if (!hasPhrase(tokens, OWN_FRAME, sentence.from, sentence.to)) continue
        for (let i = sentence.from; i < sentence.to; i++) {
          const token = tokens[i]!
          const unit = tokens[i + 1]
          if (!token.isNumber || unit === undefined || unit.isNumber || i + 1 >= sentence.to) continue
          if (!FRAMES.has(unit.text)) continue
          const topic = topicOf(tokens.slice(sentence.from, sentence.to))
          const key = `${unit.text}:${topic}`
          const before = seen.get(key)
          if (topic === '') continue
          if (before === undefined) seen.set(key, { unit: unit.text, value: token.text, token, reply })
          else if (before.value !== token.text && before.reply !== reply)
            hits.push({
              code: 'contradiction',
              range: { start: sentence.start, end: sentence.end },
              severity: 'medium',
              strength: 0.5,
            })
        }
      }
  return hits
}

const FRAMES = new Set([
  'people',
  'years',
  'engineers',
  'developers',
  'nurses',
  'reports',
  'staff',
  'members',
  'months',
  'percent',
  'accounts',
  'patients',
])

/** The first word with a topic near a figure. */
function topicOf(tokens: readonly Token[]): string {
  const words = tokens
    .filter((t) => !t.isNumber && !STOP_WORDS.has(t.text) && !FRAMES.has(t.text))
    .map((t) => stem(t.text))
  return words.length === 0 ? '' : words.sort()[0]!
}
