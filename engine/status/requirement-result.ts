import type { Span } from '../resume/types.ts'
import type { Quote } from '../text/quote-span.ts'
import type { RequirementResult } from '../types.ts'
import type { Assessed } from './assess.ts'
import { lineAt } from './evidence-line.ts'
import type { ResumeView } from './resume-view.ts'

/** Longest quote shown, in characters; a longer line is cut at a word. */
const MAX_QUOTE = 200
/** Characters of a line shown on each side of a name that is quoted. */
const AROUND = 90

/** One requirement as judged, with verbatim quotes of the submitted text for what is not missing. */
export function resultOf(a: Assessed, view: ResumeView, quote: (span: Span) => Quote): RequirementResult {
  const evidence =
    a.span && a.status !== 'missing'
      ? [{ ...quote(trimmed(a.span, view.text)), rule: a.rule, ...contextOf(a.span, view, quote) }]
      : []
  return { requirement_id: a.probe.requirement.id, status: a.status, evidence }
}

function trimmed({ start, end }: Span, text: string): Span {
  if (end - start <= MAX_QUOTE) return { start, end }
  const space = text.lastIndexOf(' ', start + MAX_QUOTE)
  return { start, end: space > start ? space : start + MAX_QUOTE }
}

/** What stands around a quote that is shorter than its line, cut at blanks where the line is long. */
function contextOf(span: Span, view: ResumeView, quote: (span: Span) => Quote): { context?: string } {
  const line = view.lines[lineAt(span, view)]
  if (!line || span.end > line.end || span.end - span.start === line.end - line.start) return {}
  const before = view.text.lastIndexOf(' ', span.start - AROUND)
  const after = view.text.indexOf(' ', span.end + AROUND)
  const start = before > line.start ? before + 1 : line.start
  const end = after >= 0 && after < line.end ? after : line.end
  return { context: quote({ start, end }).quote }
}
