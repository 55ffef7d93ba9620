import type { Judgement } from './judgement.ts'
import type { Probe } from './probe.ts'
import type { ResumeView } from './resume-view.ts'

/**
 * A language counts when the resume lists it; a basic level comes near. English is unclear when a resume written in
 * English is silent on it, other languages are missing.
 */
export function judgeLanguage(probe: Probe, view: ResumeView): Judgement {
  const listed = probe.languages.map((name) => ({
    name,
    known: view.parsed.languages.find((l) => l.name === name || (name === 'Mandarin' && l.name === 'Chinese')),
  }))
  const present = listed.filter((l) => l.known)
  const strong = present.filter((l) => l.known!.level !== 'basic')
  const silentEnglish = listed.filter((l) => !l.known && l.name === 'English' && view.parsed.language === 'en')
  const needed = probe.isChoice ? 1 : Math.max(1, listed.length)
  if (strong.length >= needed) return { status: 'matched', rule: 'language_listed', span: strong[0]!.known }
  if (strong.length > 0 && strong.length + silentEnglish.length >= needed)
    return { status: 'matched', rule: 'language_listed', span: strong[0]!.known }
  if (present.length > 0)
    return {
      status: 'adjacent',
      rule: strong.length > 0 ? 'language_partly_listed' : 'language_basic',
      span: present[0]!.known,
    }
  if (silentEnglish.length > 0 && silentEnglish.length === listed.length)
    return { status: 'unclear', rule: 'language_of_the_resume', span: undefined }
  return { status: 'missing', rule: 'language_not_found', span: undefined }
}
