import type { Span } from '../resume/types.ts'
import type { RawFinding } from './find-integrity-flags.ts'

const machine =
  '(?:ai|a\\.i\\.|llm|language model|model|assistant|chat ?gpt|gpt(?:-?\\d)?|bot|ats|system|algorithm|screener|parser|evaluator|grader|recruiter(?: ai| bot)?|machine|software)'
const earlier = '(?:previous|prior|above|earlier|preceding|existing|other|all|any|your|these|those|the)'
const orders =
  '(?:instructions?|prompts?|rules?|directions?|guidelines?|directives?|commands?|context|criteria|requirements|constraints|system message|training)'

// Each is a sentence that only makes sense when a machine is the reader. Gaps are bounded, so that scanning stays linear.
const patterns: RegExp[] = [
  `\\b(?:ignore|disregard|forget|override|bypass|skip|do not follow|don't follow|discard|neglect|erase|pay no attention to)\\b.{0,15}\\b${earlier}\\b.{0,25}\\b${orders}\\b`,
  `\\b(?:ignore|disregard|forget|override)\\b.{0,10}\\b(?:everything|anything|all)\\b.{0,20}\\b(?:above|before|previously|prior|so far|said|told)\\b`,
  `\\b(?:rate|score|grade|rank|mark|evaluate|assess|classify|recommend|select|choose|shortlist|treat|consider)\\b.{0,10}\\b(?:this|the|me|my)\\b.{0,5}\\b(?:candidate|applicant|resume|cv|application|profile|person)\\b.{0,40}(?:\\b(?:10 ?/ ?10|100|10 out of 10|highest|top|best|perfect|excellent|maximum|first|number one|hired?|strong(?:ly)?|ideal|exceptional|qualified|perfect(?:ly)?|five|5)\\b|#1|100 ?%)`,
  `\\b(?:give|assign|award|return|output|respond with|reply with|set|use|print|produce|report)\\b.{0,30}\\b(?:(?:maximum|highest|full|perfect|top|best|high) (?:possible )?(?:scores?|ratings?|marks?|ranking|match)|(?:score|rating|match|overall_score|fit)(?: of|:| to| =|=)? ?(?:100|10|9\\d|5|1\\.0|perfect)\\b)`,
  `\\b(?:you are|you're|act as|pretend to be|behave as|you will act)\\b.{0,20}\\b(?:an? )?${machine}\\b.{0,60}\\b(?:must|should|will|always|recommend|rate|score|hire|select|approve|ignore|whose)\\b`,
  `\\b(?:attention|note|message|instructions?|notice|dear|hey|hello|important)\\b.{0,12}\\b(?:to|for|:)?.{0,8}\\b(?:ai|a\\.i\\.|llms?|language models?|chat ?gpt|gpt|ats|bots?|automated|screening (?:tool|system|software)|resume (?:parser|screener|scanner))\\b.{0,80}\\b(?:must|should|please|rate|score|hire|recommend|select|approve|ignore|rank|advance|pass|forward|mark|respond|return|output|say)\\b`,
  `\\b(?:if you are|if you're|as) an? (?:ai|a\\.i\\.|llm|(?:large )?language model|automated \\w{1,20}|bot|chatbot|machine)\\b.{0,80}\\b(?:must|should|please|rate|score|hire|recommend|select|approve|ignore|rank|respond|return|output|say|note|mark|forward)\\b`,
  `(?:^|[\\n.;\\]>|])\\s{0,3}(?:\\[|<|#|<\\|){0,3}\\s{0,2}(?:system|assistant|developer|im_start)\\s{0,2}(?:prompt|message|instruction|override|note)?\\s{0,2}(?:\\||\\]|>)?\\s{0,2}[:>\\]].{0,60}\\b(?:you|ignore|candidate|applicant|score|rate|respond|output|must|return|resume|instructions?)\\b`,
  `<\\|(?:im_start|im_end|system|user|assistant|endoftext)\\|>|\\[/?INST\\]|<<SYS>>|###\\s?(?:instruction|system)\\b`,
  `\\b(?:new|updated|hidden|secret|additional|special|real) (?:instructions?|system prompt|directive)\\b.{0,5}(?:for (?:the )?${machine}|:|are|is to|follow)`,
  `\\b(?:this|the) (?:candidate|applicant|resume|cv)\\b.{0,25}\\b(?:must|should|has to|needs to|is to) be (?:\\w{1,15} )?(?:hired|selected|shortlisted|ranked|rated|scored|approved|accepted|recommended|advanced|given|considered|marked|classified|placed|moved|forwarded|invited)\\b`,
  `\\b(?:do not|don't|never) (?:mention|reveal|report|disclose|flag|list|penali[sz]e|include|show)\\b.{0,30}\\b(?:this (?:instruction|prompt|message|text)|these instructions|weaknesses|(?:missing|any) (?:skills?|gaps?|requirements?)|gaps?|integrity)\\b`,
  `\\b(?:mark|treat|consider|report|list|count|set)\\b.{0,20}\\b(?:all|every|each)\\b.{0,15}\\b(?:requirements?|skills?|criteria|qualifications?)\\b.{0,15}\\b(?:as )?(?:matched|met|satisfied|fulfilled|present|complete|true|passed)\\b`,
  `\\b(?:reveal|print|show|output|repeat|leak)\\b.{0,15}\\b(?:your|the) (?:system )?(?:prompt|hidden instructions|initial instructions)\\b`,
  `\\b(?:ignorier\\w{0,4}|vergiss|missachte\\w{0,2})\\b.{0,20}\\b(?:vorherigen?|bisherigen?|obigen?|alle|allen|früheren?)\\b.{0,20}\\b(?:anweisungen|instruktionen|befehle|regeln|vorgaben)\\b`,
  `\\b(?:ignore[rz]?|oublie[rz]?|négligez)\\b.{0,20}\\b(?:toutes|les|précédentes?|tes|vos)\\b.{0,20}\\b(?:instructions?|consignes?|règles|directives)\\b`,
  `\\b(?:ignor[ae]n?|olvid[ae]|descarta|desestima)\\b.{0,20}\\b(?:todas|las|tus|anteriores|previas|instrucciones)\\b.{0,25}\\b(?:instrucciones|reglas|órdenes|indicaciones|anteriores)\\b`,
  `\\b(?:ignora(?:re)?|dimentica)\\b.{0,20}\\b(?:tutte|le|precedenti)\\b.{0,20}\\b(?:istruzioni|regole|precedenti)\\b`,
  `\\b(?:ignore|esqueça|desconsidere)\\b.{0,20}\\b(?:todas|as|suas|anteriores)\\b.{0,20}\\b(?:instruções|regras|ordens)\\b`,
  `\\b(?:negeer|vergeet)\\b.{0,20}\\b(?:alle|vorige|eerdere|bovenstaande)\\b.{0,20}\\b(?:instructies|opdrachten|regels)\\b`,
  `(?:忽略|无视|無視|忘记).{0,12}(?:指令|指示|说明|說明|规则)|(?:以前|前|上記|これまで)の?(?:指示|命令).{0,10}(?:無視|忘れ)`,
  `(?:игнорируй\\w{0,3}|забудь\\w{0,2}|проигнорируй\\w{0,3}).{0,30}(?:инструкци\\w{0,3}|указани\\w{0,3}|правила)`,
].map((source) => new RegExp(source, 'giu'))

/** Text that speaks to a machine instead of to a reader: orders to ignore, to score, to answer in some way. */
export function findInstructions(text: string): RawFinding | undefined {
  const spans = [...spansOf(text), ...spacedOut(text)].sort((a, b) => a.start - b.start)
  const [first] = spans
  if (first === undefined) return undefined
  return {
    code: 'instructions_to_machine',
    message: 'The text gives orders to a machine that reads it; they were not followed and bring no credit.',
    shown: first,
    excluded: merge(spans.map((span) => sentenceAround(text, span))),
  }
}

function spansOf(text: string): Span[] {
  const spans: Span[] = []
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) spans.push({ start: match.index, end: match.index + match[0].length })
  return spans
}

/** The same, written with its letters set apart ("i g n o r e  a l l ..."): read once more with the blanks taken out. */
function spacedOut(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(/(?<!\S)(?:\S[ .\-_*]{1,3}){12,400}\S(?!\S)/gu)) {
    const letters = match[0].replace(/[ .\-_*]+/g, '')
    if (
      /(?:ignore|disregard|forget|override)\w{0,12}(?:instructions?|prompts?|rules?)|(?:score|rate|rank|hire)(?:this|the|me)\w{0,14}(?:candidate|applicant|resume|100|10|highest|first)/i.test(
        letters,
      )
    )
      spans.push({ start: match.index, end: match.index + match[0].length })
  }
  return spans
}

/** The sentence or line that holds a span, at most 300 characters each way. */
function sentenceAround(text: string, span: Span): Span {
  const before = text.slice(Math.max(0, span.start - 300), span.start)
  const stop = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf('! '))
  const after = text.slice(span.end, span.end + 300)
  const next = after.search(/\n|[.!?](?:\s|$)/)
  return {
    start: stop >= 0 ? span.start - before.length + stop + 1 : Math.max(0, span.start - 300),
    end: next >= 0 ? span.end + next + 1 : Math.min(text.length, span.end + 300),
  }
}

/** Overlapping spans as one, in text order. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}
