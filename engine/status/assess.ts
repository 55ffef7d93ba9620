import type { WordVectors } from '../meaning/word-vectors.ts'
import type { SkillFinder } from '../skills/types.ts'
import { judgeCredential } from './credential-status.ts'
import { decide } from './decide.ts'
import { judgeEducation } from './education-status.ts'
import { backgroundOf } from './features.ts'
import { type Judgement, STATUS_CREDIT } from './judgement.ts'
import { judgeLanguage } from './language-status.ts'
import type { Models } from './models.ts'
import type { Probe } from './probe.ts'
import type { ResumeView } from './resume-view.ts'
import { type Embedded, findSignals } from './signals.ts'

/** A requirement as judged for one resume. */
export interface Assessed extends Judgement {
  probe: Probe
  credit: number
}

/** Judges every requirement of a job description for one resume. */
export function assess(
  probes: readonly Probe[],
  view: ResumeView,
  embedded: Embedded,
  tools: { finder: SkillFinder; words: WordVectors; models: Models },
): Assessed[] {
  const signals = probes.map((probe, i) => findSignals(probe, i, view, embedded, tools.finder))
  const background = backgroundOf(signals, embedded.digest, view)
  // A resume that is not English is read by its technology names only: silence proves nothing.
  const isForeign = view.parsed.language !== 'en' && view.parsed.language !== 'und'
  return probes.map((probe, i) => {
    const s = signals[i]!
    const judgement =
      probe.education !== undefined
        ? judgeEducation(probe.requirement.text, probe.education, view, tools.words, embedded.digest)
        : probe.requirement.type === 'credential'
          ? judgeCredential(probe, s, view, background.meaning)
          : probe.languages.length > 0
            ? judgeLanguage(probe, view)
            : decide(probe, s, view, background, tools.models.status)
    const status = isForeign && judgement.status === 'missing' ? 'unclear' : judgement.status
    return { probe, ...judgement, status, credit: judgement.credit ?? STATUS_CREDIT[status] }
  })
}
