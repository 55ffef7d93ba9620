import { francAll } from 'franc-min'

/** ISO 639-3 (what franc answers) to 639-1, for the languages that are told apart. */
const codes: Record<string, string> = {
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  pol: 'pl',
  swe: 'sv',
  ces: 'cs',
  hun: 'hu',
  ron: 'ro',
  tur: 'tr',
  vie: 'vi',
  ind: 'id',
  rus: 'ru',
  ukr: 'uk',
  bul: 'bg',
  srp: 'sr',
  ell: 'el',
  arb: 'ar',
  pes: 'fa',
  urd: 'ur',
  heb: 'he',
  hin: 'hi',
  ben: 'bn',
  tam: 'ta',
  tha: 'th',
  jpn: 'ja',
  kor: 'ko',
  cmn: 'zh',
}

/** Words of everyday grammar in languages of Latin script; a text of a language holds many of its own. */
const functionWords: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({
    en: 'the and of to in for with a on at as is an by from or that this which all was were',
    de: 'und der die das mit für von im in zu den des auf bei eine einer als sowie durch zur zum ist',
    fr: 'et de la le les des du en pour à au dans une sur avec un par aux est ainsi que',
    es: 'y de la el en los las del para con una un por al como que se su más',
    it: 'e di il la per del della con in un una dei delle nel al gli che le da presso',
    pt: 'e de da do em para com os as um uma na no dos das ao por que à',
    nl: 'en de van het een in voor met op te bij aan als naar tot zijn door',
    pl: 'i w z na do oraz dla przez się od po jako o ze',
    sv: 'och i att för med på av en som till den är har från inom',
    ro: 'și în de la cu pentru din pe care prin al ale',
    cs: 'a v na s pro z do se od při jako o k',
    hu: 'és a az egy hogy volt mint is szerint',
    tr: 've bir ile için bu olarak da de',
    vi: 'và của các cho trong với là được',
    id: 'dan di untuk dengan yang dari pada dalam',
  }).map(([code, words]) => [code, new Set(words.split(' '))]),
)

/** How much of a text is looked at, in UTF-16 units. */
const sampleLength = 6000

/**
 * The language of a text as an ISO 639-1 code, `und` when it is too short or has too little grammar to tell (a list of
 * tools is no language). Function words decide for English, franc (trigrams) for the rest.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, sampleLength)
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 8 && sample.trim().length < 20) return 'und'
  const share = (code: string) =>
    words.filter((word) => functionWords[code]!.has(word)).length / Math.max(words.length, 1)
  const english = share('en')
  if (english >= 0.1) return 'en'
  const best = francAll(sample, { minLength: 20, only: Object.keys(codes) })[0]
  const code = codes[best?.[0] ?? ''] ?? 'und'
  if (code === 'en' || !(code in functionWords)) return code
  const own = share(code)
  return own >= 0.06 && own > english * 1.5 ? code : english >= 0.03 ? 'en' : 'und'
}
