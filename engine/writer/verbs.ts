/** Verbs that open duties in job descriptions ("Manage vendor contracts"), in their base form. */
const dutyVerbs = new Set(
  `accept achieve act adapt address adhere administer advise advocate align allocate analyze analyse anticipate apply appraise
  approve arrange articulate assemble assess assign assist attend audit author automate balance book bring budget build calculate
  calibrate capture care carry champion check clean close coach code collaborate collect communicate compile complete comply
  compose conduct configure confirm consolidate construct consult contribute control convert convey cook coordinate counsel craft create
  cultivate debug decide define delegate deliver demonstrate deploy design detect determine develop diagnose direct discuss
  dispense distribute document draft drive edit educate elicit enable engage enhance ensure enter establish estimate evaluate examine
  execute expand expedite explain explore extract facilitate file find finish fix follow forecast formulate foster fulfill gather generate
  exceed reach give grow guide handle hit help hire host identify implement improve influence inform initiate inspect inspire install instruct
  integrate interact interpret interview introduce inventory investigate invoice join keep launch lead learn leverage liaise listen load
  locate maintain make manage manufacture map market master measure mediate meet mentor migrate mine mitigate model monitor motivate
  move negotiate observe obtain offer onboard operate optimize optimise orchestrate order organize organise oversee own partner
  participate perform pick plan post prepare prescribe present prevent prioritize prioritise process procure produce program promote propose
  protect provide publish purchase pursue qualify read recommend reconcile record recruit reduce refine repair replace report represent
  research resolve respond restock review revise run scale schedule screen secure select sell serve service set shape share ship
  simplify solve source speak specify staff standardize steer stock streamline strengthen structure submit supervise supply support
  surface sustain synthesize tailor take teach tell ask answer test track train transfer transform translate transport treat troubleshoot update
  enforce function navigate strive architect administrate uphold aid attract retain grasp interface liaise outline pitch plot quantify raise rate refer register reinforce relay release remove reply request rotate sample serve settle shadow simulate spearhead study summarize summarise survey synchronize target tend triage tune verify view wrangle change place route soothe comfort discuss encourage greet thrive couple uncouple stand sit lift bend weld grind polish cut solder wire drill mount dig pour paint sand sew wash rinse disinfect sterilize bathe
  feed dress groom chop bake fry grill season plate haul tow steer dock unload pack unpack wrap label sort scan count seal sweep mop harvest
  prune form pull run escort greet dispatch chart educate sterilise sanitize assemble wind bind braze thread
  upgrade use utilize validate verify visit visualize weld work write`.split(/\s+/),
)
/** Nouns as often as verbs: only a following object tells ("Test plans" may be either), so these stay as they are. */
const alsoNouns = new Set(
  'change place route chart drill form function interface raise rate release request sample study survey target view pitch plot aid paint wire season plate dress feed label pack seal run book budget care code cook design document draft drive file forecast guide help host interview inventory invoice map market master measure model order partner plan post process program purchase record report research review scale schedule screen service share ship source staff stock structure supply support test track train transfer transport update upgrade use visit work'.split(
    ' ',
  ),
)
const doubling = new Set(
  'sit cut dig mop wrap scan chop cut plan run set ship map program stop get put cut begin submit transfer control hit win'.split(
    ' ',
  ),
)

/** "Manage" to "managing"; undefined where the word is not a verb that duties begin with. */
export function gerundOf(word: string): string | undefined {
  const verb = word.toLowerCase()
  if (!dutyVerbs.has(verb)) return undefined
  if (doubling.has(verb)) return `${verb}${verb.at(-1)}ing`
  if (/[^eoy]e$/.test(verb)) return `${verb.slice(0, -1)}ing`
  return `${verb}ing`
}

/** Whether a word is the gerund of a verb that duties begin with. */
export const isGerund = (word: string): boolean => {
  const stem = word.toLowerCase().replace(/ing$/, '')
  if (stem === word.toLowerCase()) return false
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].some((verb) => dutyVerbs.has(verb))
}

/** Whether a phrase opens with a verb in its base form, an object behind it: "Manage vendor contracts". */
export function opensWithVerb(words: readonly string[]): boolean {
  const first = words[0]?.toLowerCase() ?? ''
  if (!dutyVerbs.has(first) || words.length < 2) return false
  // "design and building of" are nouns.
  if (alsoNouns.has(first) && /^(?:and|or|&)$/.test(words[1]!) && !dutyVerbs.has(words[2]?.toLowerCase() ?? ''))
    return false
  return !alsoNouns.has(first) || /^(?:a|an|the|all|new|our|with|to|and|your|daily)$/i.test(words[1]!)
}
