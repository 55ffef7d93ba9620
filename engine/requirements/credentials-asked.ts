/**
 * Licences and certificates by the short names under which people hold them. A licence that the law demands for the
 * work is a knock-out; a certificate is not, unless the job description says so.
 */
const KNOWN: readonly {
  name: string
  pattern: RegExp
  /** What shows that a person holds it, where more than its own name does. */
  heldBy?: RegExp
  isLicence?: true
}[] = [
  {
    name: 'RN license',
    pattern:
      /\bR\.?N\.? licen[cs]e|\bregistered nurse licen[cs]e|\blicen[cs]ed registered nurse|\bnursing licen[cs]e|\bRN\b/,
    isLicence: true,
  },
  { name: 'LPN license', pattern: /\bL[PV]N\b|\blicen[cs]ed (?:practical|vocational) nurse/i, isLicence: true },
  { name: 'CNA certification', pattern: /\bCNA\b|\bcertified nurs(?:ing|e) assistant/i },
  { name: 'BLS', pattern: /\bBLS\b|\bbasic life support/i },
  { name: 'ACLS', pattern: /\bACLS\b|\badvanced cardiac life support/i },
  { name: 'PALS', pattern: /\bPALS\b/ },
  { name: 'CPR/AED', pattern: /\bCPR\b|\bAED\b/ },
  { name: 'First aid', pattern: /\bfirst[ -]aid\b/i },
  { name: 'CPA', pattern: /\bC\.?P\.?A\b|\bcertified public accountant/i },
  { name: 'CMA', pattern: /\bCMA\b|\bcertified management accountant/ },
  { name: 'CFA', pattern: /\bCFA\b|\bchartered financial analyst/i },
  { name: 'ACCA', pattern: /\bACCA\b/ },
  { name: 'PMP', pattern: /\bPMP\b|\bproject management professional/i },
  { name: 'PRINCE2', pattern: /\bPRINCE ?2\b/i },
  { name: 'CISSP', pattern: /\bCISSP\b/ },
  { name: 'CISA', pattern: /\bCISA\b/ },
  { name: 'CISM', pattern: /\bCISM\b/ },
  { name: 'CEH', pattern: /\bCEH\b|\bcertified ethical hacker/i },
  { name: 'CCNA', pattern: /\bCCNA\b/ },
  { name: 'CCNP', pattern: /\bCCNP\b/ },
  { name: 'CCIE', pattern: /\bCCIE\b/ },
  { name: 'MCSE', pattern: /\bMCSE\b/ },
  { name: 'MCSA', pattern: /\bMCSA\b/ },
  { name: 'ITIL certification', pattern: /\bITIL\b.{0,20}certif/i },
  { name: 'Six Sigma', pattern: /\bsix sigma\b.{0,20}(?:belt|certif)|\b(?:green|black|yellow) belt/i },
  { name: 'SHRM-CP', pattern: /\bSHRM-?S?CP\b/ },
  { name: 'aPHR', pattern: /\baPHR\b/ },
  { name: 'PHR', pattern: /\bS?PHR\b/ },
  {
    name: 'FAA Airframe and Powerplant certificate',
    pattern: /\bairframe (?:and|&) powerplant\b|\bA ?& ?P\b (?:licen|certif|mechanic)|\bA&P\b/i,
    isLicence: true,
  },
  { name: 'FCC license', pattern: /\bFCC\b.{0,12}licen[cs]e/i },
  { name: 'CDL', pattern: /\bCDL\b|\bcommercial driver/i, isLicence: true },
  { name: "Driver's license", pattern: /\bdriv(?:er|ing)(?:'s|\u2019s|s)? licen[cs]e/i, isLicence: true },
  { name: 'OSHA 10', pattern: /\bOSHA[ -]{0,2}10\b/i, heldBy: /\bOSHA[ -]{0,2}[13]0\b/i },
  { name: 'OSHA 30', pattern: /\bOSHA[ -]{0,2}30\b/i },
  { name: 'OSHA certification', pattern: /\bOSHA certif/i, heldBy: /\bOSHA[ -]{0,2}[135][01]0?\b|\bOSHA certif/i },
  {
    name: 'Personal training certification',
    pattern: /\bpersonal[ -]train(?:ing|er) certif|\b(?:NASM|ACSM|NSCA|CSCS(?! card))\b/i,
  },
  { name: 'ServSafe', pattern: /\bserv ?safe\b|\bfood (?:safety|(?:protection )?manager)\S{0,2} certif/i },
  {
    name: 'Food handler card',
    pattern: /\bfood handler\S{0,2} (?:certif|card|permit)/i,
    // A manager's certificate covers a handler's card, and not the other way round.
    heldBy:
      /\bfood handler\S{0,2} (?:certif|card|permit)|\bserv ?safe\b|\bfood (?:safety|(?:protection )?manager)\S{0,2} certif/i,
  },
  {
    name: 'Bar admission',
    pattern:
      /\b(?:state )?bar (?:admission|member)|\badmitted to (?:the|practice)|\bmember of the [\p{L} ]{0,20}bar\b|\bbar licen[cs]e|\blicen[cs]ed to practi[cs]e law/iu,
    isLicence: true,
  },
  {
    name: 'Teaching license',
    pattern:
      /\bteach(?:ing|er)(?:'s|\u2019s)? (?:licen[cs]e|certif|credential)|\bstate (?:teaching )?certification\b|\bQTS\b/i,
    isLicence: true,
  },
  {
    name: 'Professional Engineer (PE)',
    pattern: /\bP\.?E\.? licen[cs]e|\bprofessional engineer(?:ing)? licen[cs]e|\blicen[cs]ed professional engineer/i,
    isLicence: true,
  },
  { name: 'Real estate license', pattern: /\breal estate licen[cs]e/i, isLicence: true },
  { name: 'Series 7', pattern: /\bseries 7\b/i, isLicence: true },
  { name: 'Series 63', pattern: /\bseries 63\b/i, isLicence: true },
  { name: 'Series 65', pattern: /\bseries 65\b/i, isLicence: true },
  { name: 'Series 66', pattern: /\bseries 66\b/i, isLicence: true },
  { name: 'LCSW', pattern: /\bL[CM]SW\b|\blicen[cs]ed clinical social worker/i, isLicence: true },
  { name: 'Insurance license', pattern: /\binsurance licen[cs]e|\blife (?:and|&) health licen[cs]e/i, isLicence: true },
  {
    name: 'Veterinary technician license',
    pattern: /\b[CLR]VT\b|\b(?:certified|licen[cs]ed|registered) vet(?:erinary)? tech/i,
    isLicence: true,
  },
  {
    name: 'Pharmacy technician certification',
    pattern: /\bCPhT\b|\bcertified pharmacy tech|\bpharmacy tech(?:nician)? (?:certif|licen[cs]|regist)/i,
  },
  { name: 'EMT certification', pattern: /\bEMT(?:-?[BP])?\b|\bemergency medical tech/ },
  {
    name: 'RDH license',
    pattern: /\bRDH\b/,
    heldBy: /\bRDH\b|\b(?:licen[cs]ed|registered) dental hygienist/i,
    isLicence: true,
  },
  { name: 'RRT', pattern: /\bRRT\b|\bregistered respiratory therapist/i },
  { name: 'CompTIA Security+', pattern: /\bSecurity ?\+(?! ?\w)/i },
  { name: 'EPA 608', pattern: /\bEPA (?:section )?608\b/i },
  { name: 'CFP', pattern: /\bCFP\b|\bcertified financial planner/i },
  { name: 'CSCS card', pattern: /\bCSCS card/i },
  { name: 'CIPD', pattern: /\bCIPD\b/ },
  { name: 'TEFL', pattern: /\b(?:TEFL|TESOL|CELTA)\b/ },
  { name: 'BCBA', pattern: /\bBCBA\b|\bboard[ -]certified behaviou?r analyst/i, isLicence: true },
  {
    name: 'Forklift certification',
    pattern:
      /\bfork ?lift(?:[ -]truck)?(?: \p{L}+)? (?:cert(?:if|s?\b)|licen[cs])|\bcertified (?:on |to (?:drive|operate) )?(?:an? )?fork ?lift/iu,
  },
  { name: 'Pharmacist license', pattern: /\bpharmac(?:ist|y) licen[cs]e/i, isLicence: true },
  { name: 'Medical license', pattern: /\bmedical licen[cs]e|\bboard[ -]certified/i, isLicence: true },
  { name: 'Nutrition certification', pattern: /\bnutrition\S{0,10}(?: coaching| coach)? certif/i },
  {
    name: 'Security clearance',
    pattern: /\bsecurity clearance|\bTS\/SCI|\btop secret|\bsecret clearance|\bactive clearance/i,
  },
]
const GENERIC =
  /\bcertif(?:ied|icate|icates|ication|ications)\b|\blicen[cs](?:e|ed|es|ure)\b|\baccredit(?:ed|ation)\b|\bchartered\b|\bbelt\b/i

export interface CredentialAsked {
  /** Known short names that the clause holds; empty when only the general words say that a certificate is asked. */
  names: string[]
  isLicence: boolean
}

/** The licences and certificates that a clause names, or undefined. */
export function findCredentials(clause: string): CredentialAsked | undefined {
  const known = KNOWN.filter((k) => k.pattern.test(clause))
  if (known.length === 0 && !GENERIC.test(clause)) return undefined
  // "software licenses", "license management" are goods, not permissions.
  if (known.length === 0 && /\bsoftware licen|licen[cs]e (?:management|agreement|compliance|cost)/i.test(clause))
    return undefined
  return { names: known.map((k) => k.name), isLicence: known.some((k) => k.isLicence) }
}

/** "Dental hygienist license, active": the trade that a licence without a known short name is for. */
const licensed =
  /^(?:(?:an?|the|active|current|valid|state|full) ){0,3}((?:[\p{L}-]{3,20} ){1,3})(?:licen[cs]e|licensure|certificate|certification|registration)\b/iu

/** Where one line of a resume names the licence that a demand words as "<trade> license", and whether it says it is held. */
export function findTradeLicence(
  demand: string,
  text: string,
): { start: number; end: number; isHeld: boolean } | undefined {
  const trade = licensed.exec(demand)?.[1]?.trim().toLowerCase()
  if (!trade) return undefined
  for (const line of text.matchAll(/[^\n]{3,300}/g)) {
    const small = line[0].toLowerCase()
    if (small.includes(trade) && /\blicen[cs]|\bcertifi|\bregist/.test(small.replace(trade, '')))
      return {
        start: line.index,
        end: line.index + line[0].length,
        isHeld: !/\b(?:no|not|without|expired|pursuing|toward|in progress|pending|studying|preparing|student)\b/.test(
          small,
        ),
      }
  }
  return undefined
}

/** Where a resume names a known credential, or one that includes it: the first match. */
export function findCredentialByName(name: string, text: string): { start: number; end: number } | undefined {
  const known = KNOWN.find((k) => k.name === name)
  const match = (known?.heldBy ?? known?.pattern)?.exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}
