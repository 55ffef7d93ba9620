import type { Clash, Timeline } from '../../facts/index.ts'
import type { Signals } from './measure.ts'

/** The strongest clash whose later place stands in reply `at`; what papers say counts apart. */
export function clashAt({ clashes }: Timeline, at: number): Clash | undefined {
  let best: Clash | undefined
  for (const clash of clashes) if (clash.later.reply === at && clash.strength > (best?.strength ?? 0)) best = clash
  return best
}

/** How a reply stands to what was stated elsewhere in the interview. */
export function factSignals(timeline: Timeline, at: number): Signals {
  let here = 0
  let papers = 0
  for (const { kind, later, strength } of timeline.clashes) {
    if (later.reply !== at) continue
    if (kind === 'papers') papers = Math.max(papers, strength)
    else here = Math.max(here, strength)
  }
  return {
    clashes: here,
    papers_differ: papers,
    given_away_later: timeline.givenAway[at]?.strength ?? 0,
    hands_over: timeline.handsOver[at]!,
  }
}
