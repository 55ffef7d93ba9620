import type { Credential, ResumeLine } from '../resume/types.ts'
import { countBelow } from '../text/count-below.ts'

// Licences and certificates by how they are written, across occupations. Names of vendors and bodies, not of people.
const patterns: RegExp[] = [
  /(?<![\p{L}\p{N}])(?:RN|LPN|LVN|CNA|CRNA|NP-C|FNP-BC|EMT(?:-[BPI])?|CPR|BLS|ACLS|PALS|NRP|CMA|CPhT|RHIA|RHIT|LCSW|LMFT|LPC|CPA|CFA|CFP|CIA|CISA|CISM|CISSP|CRISC|CEH|CFE|CMA|EA|FRM|PMP|PMI-ACP|CAPM|CSM|CSPO|PSM(?:\sI{1,3})?|SAFe|PRINCE2|ITIL(?:\s?v?\d)?|CCNA|CCNP|CCIE|MCSE|MCSA|MCP|MCTS|MCITP|OCP|OCA|OCJP|SCJP|RHCE|RHCSA|CKA|CKAD|CompTIA(?:\s(?:A\+|Network\+|Security\+|Linux\+|Cloud\+))?|A\+|Network\+|Security\+|SHRM-(?:CP|SCP)|PHR|SPHR|GPHR|SSCP|LEED(?:\s(?:AP|GA))?|PE|EIT|CDL|HACCP|ServSafe|TIPS|ASE|NATE|EPA\s(?:608|Section\s608)|A&P|IA|CSCS|ACE|NASM|CAPS|CMP|CTP|CPIM|CSCP|CPM|CPSM|CRCM|Six\sSigma(?:\s(?:Green|Black|Yellow|White)\sBelt)?|Lean\sSix\sSigma(?:\s(?:Green|Black|Yellow)\sBelt)?|TESOL|TEFL|CELTA|NCLEX(?:-RN)?)(?![\p{L}\p{N}])/gu,
  /\bOSHA[\s-]{0,2}(?:10|30|500|510)(?:[\s-]?hours?)?\b/gi,
  /\b(?:AWS|Amazon|Microsoft|Azure|Google|Cisco|Oracle|Salesforce|Red Hat|VMware|SAP|IBM|Adobe|HubSpot|Scrum|Certified Scrum|Docker|Kubernetes|HashiCorp|Snowflake|Databricks|Tableau|QuickBooks)(?: Certified| Certification)(?: [A-Z][\p{L}+-]{1,20}){0,5}/gu,
  /\bCertified (?:[A-Z][\p{L}+-]{1,20}|in|of|and)(?: (?:[A-Z][\p{L}+-]{1,20}|in|of|and|&)){0,5}/gu,
  /\bLicen[sc]ed (?:[A-Z][\p{L}-]{1,20})(?: [A-Z][\p{L}-]{1,20}){0,4}/gu,
  /\b(?:[A-Z][\p{L}&+-]{1,20} ){1,5}(?:Certification|Certificate|License|Licence|Licensure|Credential)\b/gu,
  /\b(?:driver'?s?|driving|class [A-D]|commercial|forklift|teaching|nursing|real estate|insurance|contractor'?s?|series \d{1,2}) (?:licen[sc]e|certificat(?:e|ion)|permit)\b/gi,
  /\b(?:first aid|food handler'?s?|lifeguard|notary public|series (?:6|7|63|65|66)|top secret clearance|secret clearance|(?:top )?secret security clearance)\b/gi,
  /\bFührerschein(?: Klasse [A-Z]{1,2})?|\bpermis (?:de conduire|[A-E])\b|\bcarnet de conducir\b/giu,
]
// A line of the certificates' section is one where it says so, or names it by an abbreviation.
const listed =
  /certif|licen[sc]|credential|regist(?:ered|ration)|accredit|permit|(?<![\p{L}\d])[A-Z]{3,6}(?![\p{L}\d])/u
// Two-letter ones mean other things too: they need a licence's neighbourhood.
const ambiguous = /^(?:PSM|PE|EA|IA|ACE|TIPS|CAPS|CIA|MCP|ASE|A&P|NATE|CMA)$/
const negative = /\b(?:no|without|not|expired|pursuing|studying for|working toward|in progress|preparing for)\b/i
/** "PMP - eligible", "CPA candidate". */
const notYet = /^\)?[\s:(,–-]{0,4}(?:eligible|candidate|in progress|pending|expected|student)\b/i
const neighbourhood = /\b(?:licen[sc]e[ds]?|certif\p{L}*|credential|registered|exam|state of)\b/iu

/** Licences and certificates named anywhere in a resume, in text order; planned or denied ones are left out. */
export function findCredentials(text: string, lines: readonly ResumeLine[]): Credential[] {
  const taken: Credential[] = []
  const isTaken = (start: number, end: number) => taken.some((span) => start < span.end && span.start < end)
  const offer = (start: number, end: number) => {
    if (!isTaken(start, end)) taken.push({ name: text.slice(start, end).replace(/\s+/g, ' '), start, end })
  }
  // One pass a pattern over the whole text; the line is looked up only for what was found.
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const line = lineAt(lines, match.index)
      if (line === undefined) continue
      const isListed = line.section === 'certifications'
      if (ambiguous.test(match[0]) && !isListed && !neighbourhood.test(line.text)) continue
      if (negative.test(text.slice(Math.max(line.start, match.index - 25), match.index))) continue
      if (notYet.test(text.slice(match.index + match[0].length, match.index + match[0].length + 24))) continue
      offer(match.index, match.index + match[0].length)
    }
  for (const line of lines) {
    const isItem = line.section === 'certifications' && line.role === undefined && line.text.length <= 90
    if (isItem && listed.test(line.text) && !/\.$/.test(line.text) && !isTaken(line.start, line.end))
      offer(line.start, line.end)
  }
  return taken.sort((a, b) => a.start - b.start)
}

/** The line that holds an offset. */
function lineAt(lines: readonly ResumeLine[], offset: number): ResumeLine | undefined {
  const line = lines[countBelow(lines.length, (i) => lines[i]!.end <= offset)]
  return line !== undefined && line.start <= offset ? line : undefined
}
