import { findCredentialByName, findTradeLicence } from '../requirements/credentials-asked.ts'
import type { Span } from '../resume/types.ts'
import type { Judgement } from './judgement.ts'
import type { Probe } from './probe.ts'
import type { ResumeView } from './resume-view.ts'
import type { Signals } from './signals.ts'

const NEGATED =
  /\b(?:no|not|without|expired|pursuing|working toward|in progress|studying for|preparing for|candidate|planning)\b[^.;\n]{0,25}$/i
/** "Collaborated with CPA's", "assisted the RN": held by people around, not by this one. */
const WITH_OTHERS =
  /\b(?:(?:collaborat|work|liais|coordinat|partner|interact|communicat|consult|interfac|met|meet)\w* (?:[\w-]+ ){0,2}with|report(?:s|ed|ing)? to|assist(?:s|ed|ing)?|support(?:s|ed|ing)?|supervis(?:es?|ed|ing)) (?:(?:the|our|an?|outside|external|independent|other|licensed|certified|senior|staff|local|various|multiple|company|company's|firm's|client's) ){0,4}$/i
const OF_OTHERS = /^['’]?s\b(?! (?:\d|certif|licen|course|training|exam))/i
/** Mentions of one credential that are looked at; a resume that names it more often holds it or does not. */
const MAX_MENTIONS = 8
/** Meaning (cosine) above which a credential line stands for a credential that has no known short name. */
const SAME_CREDENTIAL = 0.55

/**
 * A licence or certificate counts when the resume names it. Silence is unclear when the person works in the field
 * already (`background`, 0-1), and missing otherwise.
 */
export function judgeCredential(probe: Probe, signals: Signals, view: ResumeView, background: number): Judgement {
  const found = probe.credentials.flatMap((name) => findOwn(name, view.text) ?? [])
  const denied = found.find((span) => NEGATED.test(view.text.slice(Math.max(0, span.start - 40), span.start)))
  const held = found.filter((span) => span !== denied)
  const needed = probe.isChoice ? 1 : probe.credentials.length
  if (needed > 0 && held.length >= needed) return { status: 'matched', rule: 'credential_named', span: held[0] }
  if (held.length > 0) return { status: 'adjacent', rule: 'credential_partly_named', span: held[0] }
  if (denied) return { status: 'adjacent', rule: 'credential_under_way', span: denied }
  const mention = signals.bestMention
  if (mention && signals.named >= 0.9 && mention.concept.kind === 'credential' && !isOfOthers(mention, view.text))
    return { status: 'matched', rule: 'credential_named', span: mention }
  const trade = needed === 0 ? findTradeLicence(probe.requirement.text, view.text) : undefined
  if (trade)
    return trade.isHeld
      ? { status: 'matched', rule: 'credential_named', span: trade }
      : { status: 'adjacent', rule: 'credential_under_way', span: trade }
  const near = view.lines[signals.nearestRead]
  const isCredentialLine =
    near !== undefined && view.parsed.credentials.some((c) => c.start < near.end && near.start < c.end)
  if (isCredentialLine && signals.meaning >= SAME_CREDENTIAL)
    return { status: 'adjacent', rule: 'credential_related', span: near }
  return background >= 0.5
    ? { status: 'unclear', rule: 'credential_silent_in_field', span: undefined }
    : { status: 'missing', rule: 'credential_not_found', span: undefined }
}

/** The first mention that speaks of the person. */
function findOwn(name: string, text: string): Span | undefined {
  let from = 0
  for (let i = 0; i < MAX_MENTIONS; i++) {
    const found = findCredentialByName(name, text.slice(from))
    if (!found) return undefined
    const span = { start: from + found.start, end: from + found.end }
    if (!isOfOthers(span, text)) return span
    from = span.end
  }
  return undefined
}

function isOfOthers({ start, end }: Span, text: string): boolean {
  return WITH_OTHERS.test(text.slice(Math.max(0, start - 100), start)) || OF_OTHERS.test(text.slice(end, end + 20))
}
