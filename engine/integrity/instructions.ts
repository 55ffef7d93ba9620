import type { Span } from '../resume/types.ts'
import { merge } from './spans.ts'
import type { RawFinding } from './types.ts'
import { type Word, wordsOf } from './words.ts'

const machine =
  '(?:ai|a\\.i\\.|llm|language model|model|assistant|chat ?gpt|gpt(?:-?\\d)?|bot|ats|system|algorithm|screener|parser|evaluator|grader|recruiter(?: ai| bot)?|machine|software)'
const earlier = '(?:previous|prior|above|earlier|preceding|existing|other|all|any|your|these|those|the)'
const orders =
  '(?:instructions?|prompts?|rules?|directions?|guidelines?|directives?|commands?|context|criteria|requirements|constraints|system message|training)'
const person = '(?:candidate|applicant|resume|résumé|cv|application|profile|person|individual)'
const best =
  '(?:10 ?/ ?10|100|10 out of 10|highest|top|best|perfect|excellent|maximum|first|number one|hired?|strong(?:ly)?|ideal|exceptional|qualified|perfect(?:ly)?|five|5)'

/**
 * Sentences that only make sense when a machine is the reader. Each has words of which one must be in the text before
 * the pattern is tried, which keeps honest resumes cheap. Gaps are bounded and stay on one line: scanning is linear.
 */
const patterns: { needs: readonly { need: string; isWord: boolean }[]; pattern: RegExp }[] = (
  [
    [
      'ignor disregard forget overrid bypass not&follow discard neglect attention',
      `\\b(?:ignore|ignoring|disregard|forget|override|bypass|do not follow|don't follow|discard|neglect|pay no attention to)\\b.{0,15}\\b${earlier}\\b.{0,25}\\b${orders}\\b`,
    ],
    [
      'ignor disregard forget overrid',
      '\\b(?:ignore|disregard|forget|override)\\b.{0,10}\\b(?:everything|anything|all)\\b.{0,20}\\b(?:above|before|previously|prior|so far|said|told)\\b',
    ],
    [
      'candidate applicant resume résumé cv application profile person individual',
      `\\b(?:rate|score|grade|rank|mark|evaluate|assess|classify|recommend|select|choose|shortlist|treat|consider|label|place)\\b.{0,10}\\b(?:this|the|me|my)\\b.{0,5}\\b${person}\\b.{0,40}(?:\\b${best}\\b|#1|100 ?%)`,
    ],
    [
      'score rating mark ranking match rank',
      `\\b(?:give|assign|grant)\\b.{0,8}\\b(?:this|the|me|my|him|her|them)\\b.{0,25}\\b(?:maximum|highest|full|perfect|top|best|high) (?:possible )?(?:scores?|ratings?|marks?|ranking|rank|match)\\b`,
    ],
    [
      'score rating match fit',
      '\\b(?:give|assign|award|return|output|respond with|reply with|set|print|report|answer)\\b.{0,30}\\b(?:score|rating|match|overall_score|fit)\\b.{0,4}(?: of|:| to| =|=| as)? ?(?:100|10|9\\d|5|1\\.0|perfect)\\b',
    ],
    [
      "you&are you're act&as pretend behave",
      `\\b(?:you are|you're|act as|pretend to be|behave as|you will act)\\b.{0,20}\\b(?:an? )?${machine}\\b.{0,60}\\b(?:must|should|will|always|recommend|rate|score|hire|select|approve|ignore|whose)\\b`,
    ],
    [
      'attention note message instruction notice dear hello important hey',
      '\\b(?:attention|note|message|instructions?|notice|dear|hey|hello|important)\\b.{0,12}\\b(?:to|for|:)?.{0,8}\\b(?:\\w{1,15} )?(?:ai|a\\.i\\.|llms?|language models?|chat ?gpt|gpt|ats|bots?|automated|screening (?:tool|system|software)|resume (?:parser|screener|scanner))\\b.{0,80}\\b(?:must|should|please|rate|score|hire|recommend|select|approve|ignore|rank|advance|pass|forward|mark|respond|return|output|say|shortlist|do not)\\b',
    ],
    [
      'ai a.i. llm language&model automated bot machine',
      "\\b(?:if you are|if you're|as) an? (?:ai|a\\.i\\.|llm|(?:large )?language model|automated \\w{1,20}|bot|chatbot|machine)\\b.{0,80}\\b(?:must|should|please|rate|score|hire|recommend|select|approve|ignore|rank|respond|return|output|say|note|mark|forward)\\b",
    ],
    [
      'ai llm screener bot ats',
      `(?:^|[\\n.;])\\s{0,3}(?:ai|llm|ats|bots?|screeners?|ai screeners?|ai recruiters?|resume (?:parsers?|screeners?))\\s{0,2}[:,]\\s{0,3}.{0,40}\\b(?:must|should|please|rate|score|hire|recommend|select|approve|ignore|rank|respond|return|output)\\b`,
    ],
    [
      'system assistant developer',
      '(?:^|[\\n.;\\]>|])\\s{0,3}(?:\\[|<|#|<\\|){0,3}\\s{0,2}(?:system|assistant|developer)\\s{0,2}(?:prompt|message|instruction|override|note)?\\s{0,2}(?:\\||\\]|>)?\\s{0,2}[:>\\]].{0,60}\\b(?:you (?:are|must|should|will)|ignore|this candidate|(?:the )?candidate|applicant|override|score of|rate (?:this|the)|respond|must return|instructions)\\b',
    ],
    [
      '<| inst] <<sys ###',
      '<\\|(?:im_start|im_end|system|user|assistant|endoftext)\\|>|\\[/?INST\\]|<<SYS>>|###\\s?(?:instruction|system)\\b',
    ],
    [
      'instruction system&prompt directive',
      `\\b(?:new|updated|hidden|secret|special|real) (?:instructions?|system prompt|directive)\\b.{0,5}(?:for (?:the )?${machine}|: |are: |follow)`,
    ],
    [
      'must&be should&be has&to&be needs&to&be is&to&be',
      `\\b(?:this|the) ${person}\\b.{0,25}\\b(?:must|should|has to|needs to|is to) be (?:\\w{1,15} )?(?:hired|selected|shortlisted|ranked|rated|scored|approved|accepted|recommended|advanced|given|considered|marked|classified|placed|moved|forwarded|invited)\\b`,
    ],
    [
      "do&not don't never",
      "\\b(?:do not|don't|never) (?:mention|reveal|disclose|flag|list|penali[sz]e|show)\\b.{0,30}\\b(?:this (?:instruction|prompt|message|text)|these instructions|weaknesses|(?:missing|any) (?:skills?|gaps?|requirements?)|gaps?|integrity)\\b",
    ],
    [
      'match met satisfied fulfilled passed',
      '\\b(?:mark|treat|consider|list|count|set)\\b.{0,20}\\b(?:all|every|each)\\b.{0,15}\\b(?:requirements?|skills?|criteria|qualifications?)\\b.{0,15}\\b(?:as )?(?:matched|met|satisfied|fulfilled|present|true|passed)\\b',
    ],
    [
      'prompt instruction',
      '\\b(?:reveal|print|repeat|leak)\\b.{0,15}\\b(?:your|the) (?:system prompt|hidden instructions|initial instructions)\\b',
    ],
    [
      'ignor vergiss missacht vergesse',
      '(?:ignorier\\w{0,4}|vergiss|vergessen|missachte\\w{0,2}).{0,20}\\b(?:vorherigen?|bisherigen?|obigen?|alle|allen|früheren?)\\b.{0,20}\\b(?:anweisungen|instruktionen|befehle|regeln|vorgaben)\\b',
    ],
    [
      'ignore oubli néglige',
      '\\b(?:ignore[rz]?|oublie[rz]?|négligez)\\b.{0,20}\\b(?:toutes|les|précédentes?|tes|vos)\\b.{0,20}\\b(?:instructions?|consignes?|règles|directives)\\b',
    ],
    [
      'instrucciones reglas órdenes indicaciones',
      '\\b(?:ignor[ae]n?|olvid[ae]|descarta|desestima)\\b.{0,20}\\b(?:todas|las|tus|anteriores|previas|instrucciones)\\b.{0,25}(?:instrucciones|reglas|órdenes|indicaciones|anteriores)',
    ],
    [
      'istruzioni regole',
      '\\b(?:ignora(?:re)?|dimentica)\\b.{0,20}\\b(?:tutte|le|precedenti)\\b.{0,20}\\b(?:istruzioni|regole|precedenti)\\b',
    ],
    [
      'instruções regras ordens',
      '\\b(?:ignore|esqueça|desconsidere)\\b.{0,20}\\b(?:todas|as|suas|anteriores)\\b.{0,20}(?:instruções|regras|ordens)',
    ],
    [
      'instructies opdrachten regels',
      '\\b(?:negeer|vergeet)\\b.{0,20}\\b(?:alle|vorige|eerdere|bovenstaande)\\b.{0,20}\\b(?:instructies|opdrachten|regels)\\b',
    ],
    [
      'evaluat read analy process consider screen',
      `\\b(?:do not|don't|stop) (?:evaluat\\w{1,3}|read\\w{0,3}|analy[sz]\\w{1,3}|process\\w{0,3}|consider\\w{0,3}|screen\\w{0,3})\\b.{0,12}\\b(?:rest|remainder|other|further)\\b.{0,15}\\b(?:${person}s?|document|text)\\b`,
    ],
    [
      'respond reply answer output',
      '\\b(?:simply|only|just|always) (?:respond|reply|answer|output|return)\\b.{0,6}["\'{]',
    ],
    [
      'summari evaluating reviewing screening scoring ranking processing analy parsing assessing rating',
      `\\b(?:when|while|before|after) (?:summari[sz]ing|evaluating|reviewing|screening|scoring|ranking|processing|analy[sz]ing|parsing|assessing|rating) (?:this|the|my) ${person}\\b.{0,20}\\b(?:say|state|respond|output|write|note|rate|score|rank|recommend|give|mark|ignore|please|you|always|conclude)\\b`,
    ],
    [
      'ai&instruction llm&instruction gpt&instruction ats&instruction bot&instruction model&instruction machine&instruction supersed precedence override',
      '\\b(?:ai|llm|gpt|ats|bot|model|machine) instructions?\\s?[:\\-–]|\\b(?:instructions?|prompts?)\\b.{0,20}\\b(?:supersedes?|overrides?|takes? precedence)\\b',
    ],
    [
      'this&candidate this&applicant this&resume this&cv this&application automatically',
      `\\b(?:approve|accept|advance|hire|recommend|shortlist|interview|select|pass|prioriti[sz]e|fast-?track) this ${person}\\b|\\bautomatically (?:approve|accept|advance|hire|recommend|shortlist|select|pass)\\b.{0,12}\\b(?:${person}|me)\\b`,
    ],
    [
      'ai: llm: gpt: bot: ats: ai, llm,',
      '\\b(?:ai|llm|gpt|bot|ats)\\s?[:,].{0,30}\\b(?:best|perfect|ideal|top|this|hire|the)\\b.{0,10}\\b(?:candidate|applicant)\\b',
    ],
    [
      'evaluation screening assessment final',
      '\\b(?:evaluation|screening|assessment|final) (?:result|score|verdict|decision)s?\\s?[:=].{0,20}\\b(?:score 100|100 ?/ ?100|10 ?/ ?10|hire|all requirements|recommended|perfect match|approved)\\b',
    ],
    [
      'bewert empf stufe',
      '\\b(?:bewerte\\w{0,3}|empfehle\\w{0,3}|empfiehl|stufe\\w{0,3})\\b.{0,6}\\bdies\\w{1,2} (?:bewerber|kandidat|lebenslauf|person)',
    ],
    [
      'ce&candidat cette&candidat ce&cv',
      '\\b(?:évalue\\w{0,2}|note[rz]?|donne[rz]?|recommande[rz]?|classe[rz]?)\\b.{0,30}\\b(?:ce|cette) (?:candidat\\w{0,3}|cv)\\b',
    ],
    [
      'este&candidat esta&candidat este&cv este&curr',
      '\\b(?:califica|evalúa|puntúa|recomienda|selecciona|contrata)\\w{0,3}\\b.{0,6}\\best[ea] (?:candidat[oa]|cv|currículum)',
    ],
    [
      '指令 指示 说明 說明 规则 命令',
      '(?:忽略|无视|無視|忘记).{0,12}(?:指令|指示|说明|說明|规则)|(?:以前|前|上記|これまで)の?(?:指示|命令).{0,10}(?:無視|忘れ)',
    ],
    ['инструкци указани правила', '(?:игнорируй|забудь|проигнорируй).{0,30}(?:инструкци|указани|правила)'],
  ] as const
).map(([needs, source]) => ({
  needs: needs.split(' ').map((need) => ({ need: need.replaceAll('&', ' '), isWord: /^[a-z]+$/.test(need) })),
  pattern: new RegExp(source, 'giu'),
}))

/** Text that speaks to a machine instead of to a reader: orders to ignore, to score, to answer in some way. */
export function findInstructions(text: string, words: readonly Word[] = wordsOf(text)): RawFinding | undefined {
  const spans = [...spansOf(text, words), ...spacedOut(text)].sort((a, b) => a.start - b.start)
  const [first] = spans
  if (first === undefined) return undefined
  return {
    code: 'instructions_to_machine',
    message: 'The text gives orders to a machine that reads it; they were not followed and bring no credit.',
    shown: first,
    excluded: merge(spans.map((span) => sentenceAround(text, span))),
  }
}

function spansOf(text: string, words: readonly Word[]): Span[] {
  const lower = text.toLowerCase()
  // Each word once: a third of the text to look through for what is one word.
  const once = [...new Set(words.map((word) => word.value))].join(' ')
  const spans: Span[] = []
  for (const { needs, pattern } of patterns) {
    if (!needs.some(({ need, isWord }) => (isWord ? once : lower).includes(need))) continue
    for (const match of text.matchAll(pattern)) spans.push({ start: match.index, end: match.index + match[0].length })
  }
  return spans
}

// Single letters with a sign or two between them, five or more in a row.
const lettersApart = /(?<![\p{L}\d])(?:\p{L}[ .\-_*]{1,2}){4,400}\p{L}(?![\p{L}\d])/gu

/** The same, written with its letters set apart ("i g n o r e"): the letters are joined and the text is read once more. */
function spacedOut(text: string): Span[] {
  const runs = [...text.matchAll(lettersApart)]
  if (runs.length === 0) return []
  const joined = text.replace(lettersApart, joinLetters)
  if (spansOf(joined, wordsOf(joined)).length === 0 && !orderInLetters.test(joined)) return []
  return runs.map((run) => ({ start: run.index, end: run.index + run[0].length }))
}

/** Two blanks part words where one parts letters; without that the words of an order run together. */
const joinLetters = (run: string) => run.replace(/[ .\-_*]{1,2}/g, (blanks) => (blanks.length > 1 ? ' ' : ''))
const orderInLetters =
  /(?:ignore|disregard|forget|override)\w{0,12}(?:instructions?|prompts?|rules?)|(?:score|rate|rank|hire)(?:this|the|me)\w{0,14}(?:candidate|applicant|resume|100|10|highest|first)/i

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
