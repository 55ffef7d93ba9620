import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { verbStem } from '../../skills/stem.ts'
import type { LexiconBuilder } from './builder.ts'
import { alignAliases } from './esco-aliases.ts'

type Row = Record<string, string>

export const readCsv = (path: string): Row[] =>
  parse(readFileSync(path), { columns: true, bom: true, relax_column_count: true }) as Row[]

/** First words of labels that are verbs although no alias shows their -ing form at the front. */
const nounsInFront = new Set(
  'position study design quality signal market plant trade stock water food animal'.split(' '),
)

/** Words that open a label as a verb: their -ing form opens some alias. */
function verbsOf(labels: readonly string[], aliases: readonly string[]): Set<string> {
  const gerunds = new Set<string>()
  for (const alias of [...labels, ...aliases]) {
    const first = alias.split(' ')[0]!.toLowerCase()
    if (first.endsWith('ing') && first.length > 5) gerunds.add(verbStem(first))
  }
  const verbs = new Set<string>()
  for (const label of labels) {
    const words = label.split(' ')
    if (
      words.length > 1 &&
      /^[a-z-]+$/.test(words[0]!) &&
      !words[0]!.endsWith('ing') &&
      gerunds.has(verbStem(words[0]!))
    )
      verbs.add(words[0]!)
  }
  for (const noun of nounsInFront) verbs.delete(noun)
  return verbs
}

const nominal: Record<string, string> = {
  manage: 'management',
  develop: 'development',
  maintain: 'maintenance',
  install: 'installation',
  prepare: 'preparation',
  assess: 'assessment',
  analyse: 'analysis',
  evaluate: 'evaluation',
  coordinate: 'coordination',
  plan: 'planning',
  train: 'training',
  supervise: 'supervision',
  inspect: 'inspection',
  design: 'design',
  test: 'testing',
  negotiate: 'negotiation',
  implement: 'implementation',
  administer: 'administration',
  operate: 'operation',
  process: 'processing',
  recruit: 'recruitment',
  repair: 'repair',
  review: 'review',
  write: 'writing',
  teach: 'teaching',
  translate: 'translation',
  handle: 'handling',
}

/** British labels are also found in American spelling. */
const american = (label: string): string =>
  label
    .replace(/\b(\w{3,})ise(d|s)?\b/g, (all, stem: string, end = '') =>
      /^(superv|adv|exerc|rev|dev|prec|prom|comprom|enterpr|expert|prem|disgu|no|ra|franch|merchand|telev|improv)$/.test(
        stem,
      )
        ? all
        : `${stem}ize${end}`,
    )
    .replace(/\banalyse/g, 'analyze')
    .replace(/\b(\w{2,})isation/g, '$1ization')
    .replace(/\blabour\b/g, 'labor')
    .replace(/\bcolour/g, 'color')
    .replace(/\bbehaviour/g, 'behavior')
    .replace(/\bprogramme\b/g, 'program')
    .replace(/\bmodelling\b/g, 'modeling')
    .replace(/\bcounselling\b/g, 'counseling')
    .replace(/\bcentre\b/g, 'center')

const parenthesis = / \([^()]*\)$/

/** Aliases worth looking for: short, and no bare single word, which in ESCO is often a far too wide one ("guide"). */
const isUsefulAlias = (alias: string): boolean => {
  const words = alias.split(' ').length
  return words >= 2 && words <= 5 && alias.length <= 48 && !parenthesis.test(alias)
}

/** Adds the ESCO labels with their aliases and derived forms. */
export function addEsco(builder: LexiconBuilder, input: string): void {
  const labels = readFileSync(join(input, 'skills', 'esco_labels.txt'), 'utf8')
    .split('\n')
    .filter(Boolean)
  const groups = readCsv(join(input, 'taxonomies', 'esco', 'skills_en_altlabels.csv')).map((row) =>
    row.altLabels!.split('\n').filter(Boolean),
  )
  const aliasesOf = alignAliases(groups, labels)
  const languages = new Set(
    readCsv(join(input, 'taxonomies', 'esco', 'languageSkillsCollection_en.csv')).flatMap((row) =>
      row.broaderConceptPT!.split(' | '),
    ),
  )
  const verbs = verbsOf(labels, [...aliasesOf.values()].flat())
  const stems = new Set([...verbs].map(verbStem))
  for (const label of labels) {
    const name = label.replace(parenthesis, '')
    const words = name.split(' ')
    const isVerb = words.length > 1 && verbs.has(words[0]!)
    const isTool = parenthesis.test(label) || (/[A-Z]/.test(name) && words.length <= 3 && !isVerb)
    // "manage staff" is what the hand-written lists call staff management.
    const noun = isVerb && words.length <= 3 ? nominal[words[0]!] : undefined
    const known = noun === undefined ? undefined : builder.find(`${words.slice(1).join(' ')} ${noun}`)
    if (known?.source === 'hand') builder.add(known.name, known.kind, 'esco', [`~${name}`])
    else
      builder.add(
        name,
        isVerb ? 'competence' : languages.has(name) ? 'language' : isTool ? 'technology' : 'knowledge',
        'esco',
      )
  }
  for (const label of labels) {
    const name = label.replace(parenthesis, '')
    const draft = builder.find(name)!
    const forms = (aliasesOf.get(label) ?? []).filter(isUsefulAlias).slice(0, 8)
    const words = name.split(' ')
    const noun = nominal[words[0]!]
    if (draft.kind === 'competence' && noun !== undefined && words.length === 2) forms.push(`${words[1]} ${noun}`)
    if (draft.kind === 'competence' && noun !== undefined && words.length === 3)
      forms.push(`${words[1]} ${words[2]} ${noun}`)
    for (const form of [name, ...forms]) {
      const other = american(form)
      if (other !== form) forms.push(other)
    }
    const marked = forms.map((form) =>
      form.includes(' ') && stems.has(verbStem(form.split(' ')[0]!)) ? `~${form}` : form,
    )
    builder.add(name, draft.kind, 'esco', draft.kind === 'competence' ? marked : forms)
  }
}
