/** A subject that an employer may not ask or write about, and the words that give it away. */
interface BlockedTopic {
  topic: string
  pattern: RegExp
}

/**
 * Subjects that equal-treatment law of the US (EEOC guidance, state salary-history and ban-the-box acts) or the EU takes
 * out of hiring. Words of the trade that sound alike are spared: a nurse may be asked about patients' health, an
 * accountant about age analysis of receivables.
 */
const blockedTopics: readonly BlockedTopic[] = [
  {
    topic: 'age',
    pattern:
      /\b(?:how old|your age|age (?:group|range|limit)|date of birth|year of birth|born|birthday|\d{2}[ -]years?[ -]old|young(?:er|est)? (?:people|person|candidates?|team|and)|digital natives?|recent (?:college )?graduates?|(?:year|when) did you graduate|graduation year|retire(?:ment)? (?:plans?|age)|mature (?:candidate|person)|youthful|energetic young)\b/i,
  },
  {
    topic: 'family',
    pattern:
      /\b(?:child(?:ren)?care|(?:have|having|your|plan(?:ning)? (?:for|on)) (?:kids|children|a family)|family (?:plans?|status|planning)|start a family|husband|wife|spouse|boyfriend|girlfriend|marital|married|(?:are you|being|unmarried or) single|single (?:mother|father|parent|woman|man)|divorced|pregnan\w*|maternity|paternity|breast ?feed\w*|babies|baby)\b/i,
  },
  {
    topic: 'religion',
    pattern:
      /\b(?:religio\w*|faith|church|mosque|synagogue|pray\w*|sabbath|christian|muslim|jewish|hindu|bible|atheis\w*)\b/i,
  },
  {
    topic: 'origin',
    pattern:
      /\b(?:birthplace|place of birth|where are you (?:really |originally )?from|country of origin|national origin|nationality|citizen(?:s|ship)?|native (?:speaker|language|tongue)|mother tongue|immigrant|immigration status|ethnic\w*|your (?:accent|race|ancestry|skin))\b/i,
  },
  {
    topic: 'health',
    pattern:
      /\b(?:disabilit\w*|disabled|handicap\w*|your (?:health|medical history|illness\w*|weight|height|blood)|are you healthy|sick days|sick leave|workers[’']? compensation claims?|able-bodied|physically fit|good health|medication do you|mental illness|vaccinat\w*)\b/i,
  },
  {
    topic: 'arrests',
    pattern: /\b(?:arrest\w*|convict\w*|criminal (?:record|history|background)|felon\w*|misdemeano\w*|prison|jail)\b/i,
  },
  {
    topic: 'union',
    pattern:
      /\b(?:union (?:member\w*|activit\w*|organi[sz]\w*)|member of a (?:trade )?union|labou?r union|works council)\b/i,
  },
  {
    topic: 'gender or orientation',
    pattern:
      /\b(?:your (?:gender|sex|pronouns?|sexual\w*)|gay|lesbian|transgender|sexual orientation|male (?:candidates?|only|preferred)|female (?:candidates?|only|preferred)|(?:sales|work|crafts|repair|fore|handy)(?:man|men|woman|women)\b|waitress\w*|stewardess\w*|chairm[ae]n|(?:young )?(?:lady|ladies|gentlem[ae]n)|girls?|guys)\b/i,
  },
  {
    topic: 'address or commute',
    pattern:
      /\b(?:where do you live|your (?:home )?address|home address|how far (?:away )?do you live|commut\w*|own or rent|zip code|neighbou?rhood do you)\b/i,
  },
  {
    topic: 'military discharge',
    pattern:
      /\b(?:military discharge|discharged? from the (?:military|army|navy|service)|dishonou?rabl\w*|type of discharge)\b/i,
  },
  {
    topic: 'pay history',
    pattern:
      /\b(?:(?:current|previous|last|past|present|prior) (?:salary|pay|compensation|wages?|income|earnings)|salary history|(?:do|did|what are) you earn\w*|how much (?:do|did) you (?:make|earn))\b/i,
  },
  {
    topic: 'money matters',
    pattern:
      /\b(?:credit (?:score|rating|history)|bankrupt\w*|debts?\b (?:do you|of yours)|own a (?:car|house|home)|your (?:own )?car)\b/i,
  },
  {
    topic: 'social media and politics',
    pattern:
      /\b(?:your (?:facebook|instagram|twitter|tiktok|social[- ]media) (?:account|profile|password|page|handle)\w*|social[- ]media passwords?|political (?:party|views?|affiliation)|who (?:do|did) you vote|voted for)\b/i,
  },
]

/** The blocked subjects that a text touches, in the order of the list; empty for a text that may be sent. */
export const blockedTopicsIn = (text: string): string[] =>
  blockedTopics.filter(({ pattern }) => pattern.test(text)).map(({ topic }) => topic)

export const isLawful = (text: string): boolean => !blockedTopics.some(({ pattern }) => pattern.test(text))
