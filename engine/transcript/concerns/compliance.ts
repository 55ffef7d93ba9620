import { isAsk } from '../asks.ts'
import { findPhrases, phraseSet } from '../text/phrases.ts'
import { privacyWeights as w } from '../weights.ts'
import type { ConcernContext, ConcernHit } from './types.ts'

/**
 * Topics that employment law in the EU, the UK and the US bars or advises against in interviews: age, family, pregnancy,
 * marriage, religion, origin, health and disability, union, arrests, salary history (EEOC pre-employment inquiries; UK
 * Equality Act 2010 s.60; domain notes of the project).
 */
const TOPICS = phraseSet(`
how old are you
your age
what year (were you born|did you graduate|did you finish school)
date of birth
when were you born
(are|were) you (married|single|divorced|engaged|pregnant|religious|disabled|gay|straight|a christian|a muslim|jewish|catholic|a member of a union|in a union|a union member)
(do|did) you have (kids|children|a family|any kids|any children|a husband|a wife|a boyfriend|a girlfriend|a partner|a disability|any disabilities|any health|any medical|health (problems|issues)|a medical|childcare|little ones)
(have|got) (any|) (kids|children|little ones) 
(plan|planning|thinking|want|going) (to have|of having|on having|to start|on starting|about having) (kids|children|a family|a baby|babies|more children)
start(ing|) a family
(having|more) (children|babies|kids)
(your|the) (husband|wife|spouse|boyfriend|girlfriend|kids|children|partner) (mind|think|do|work|okay|happy|at home|be)
who (looks|will look) after (your|the) (kids|children)
(childcare|child care) (arrangements|sorted|in place)
(going|go|planning|plan|take|taking) (on|to take|) maternity
where (are|were) you (really|originally) from
where (were you|are your parents|is your family|are your family) (born|from)
(what|which) (country|nationality|religion|church|faith|ethnicity|race) (are|do|is|did|were) (you|your)
what (is|are) your (nationality|religion|ethnicity|faith|native language|mother tongue|accent|sexual orientation|health|marital status)
what's your (nationality|religion|ethnicity|native language|mother tongue|accent|background originally|marital status|star sign)
where('s|) (is|) (your|that) (accent|name) from
that (accent|name)
(accent|surname) from
(practising|practicing|observant) (muslim|christian|catholic|jew|hindu)
do you (go to church|pray|fast|observe|celebrate|drink|smoke|vote)
(ramadan|sabbath|hijab|headscarf)
(any|your) (disabilities|disability|medical conditions|medical condition|health problems|health issues|illnesses|sick days|sick leave)
how many (sick days|days sick|days off sick)
(have|were) you (ever|) (been|) (arrested|hospitalised|hospitalized|in therapy|ill|off sick)
(been|ever) arrested
are you (healthy|on any medication|taking any medication|a citizen)
(do|did) you (take|have) any medication
what (did|do) you (earn|make) (at|in|before|currently|now|there)
(your|the) (previous|last|past|old) salary
(political|politics) (views|party)
who (do|did) you vote
(trade|) union (member|membership)
(plan|planning|going|when|want) (to|you|do you|will you|) retire
too (old|young)
(biological|body) clock
(get|getting) (married|pregnant)
`)

/** Questions of an interviewer that touch what must not count, by their words or by their sense. They say nothing about the candidate. */
export function findUnlawfulQuestions({ turns, meanings }: ConcernContext): ConcernHit[] {
  const hits: ConcernHit[] = []
  for (const turn of turns) {
    if (turn.role !== 'interviewer') continue
    const { speech } = turn
    for (const sentence of speech.sentences) {
      if (!isAsk(speech, sentence)) continue
      const isWorded = findPhrases(speech.tokens, TOPICS, sentence.from, sentence.to).length > 0
      const sense = meanings.privacyOf(sentence)
      const isMeant = sense !== undefined && sense.closeness >= w.closeness && sense.margin >= w.margin
      if (!isWorded && !isMeant) continue
      hits.push({
        code: 'interviewer_compliance',
        range: { start: sentence.start, end: sentence.end },
        severity: isWorded ? 'high' : 'medium',
        strength: 1,
      })
    }
  }
  return hits
}
