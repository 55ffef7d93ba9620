/**
 * What speech and captions add without adding meaning. It is taken out before anything is counted, so that nobody gains or
 * loses by it: fillers, stutters and lost apostrophes tell of accent, nerves or the caption engine, not of the answer.
 */

const FILLERS = new Set(
  (
    'um umm uh uhh uhm er erm err hm hmm hmmm mm mmm mhm ah eh huh like basically literally honestly actually well okay ok ' +
    'yeah yes yep yup right so just'
  ).split(' '),
)

const CONTRACTIONS = new Map(
  (
    "dont:don't doesnt:doesn't didnt:didn't isnt:isn't wasnt:wasn't arent:aren't werent:weren't cant:can't couldnt:couldn't " +
    "wouldnt:wouldn't shouldnt:shouldn't hasnt:hasn't havent:haven't hadnt:hadn't wont:won't im:i'm ive:i've thats:that's " +
    "theres:there's whats:what's theyre:they're weve:we've youve:you've youd:you'd theyd:they'd itd:it'd hes:he's " +
    "shes:she's youre:you're theyve:they've cannot:can't 'em:them cause:because 'cause:because cos:because cus:because"
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** True for words that are dropped before anything is counted. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word)
}

/** The usual spelling of a contraction whose apostrophe a caption engine lost; other words come back unchanged. */
export function contractionOf(word: string): string {
  return CONTRACTIONS.get(word) ?? word
}

const PAIRS = new Map([
  ['you know', new Set(['do', 'did', 'if', 'what', 'that', 'when', 'as', 'let'])],
  ['i mean', new Set(['what', 'that', 'do'])],
  ['sort of', new Set(['what', 'which', 'this', 'that', 'same'])],
  ['kind of', new Set(['what', 'which', 'this', 'that', 'same'])],
])

/** True when two words together are a filler ("you know") and the word before does not give them a meaning ("do you know"). */
export function isSpokenPair(before: string | undefined, first: string, second: string): boolean {
  const meaningful = PAIRS.get(`${first} ${second}`)
  return meaningful !== undefined && (before === undefined || !meaningful.has(before))
}

/** Whether the text from `at` opens with a plain yes; asked of the raw text, as "yes" is dropped from the words. */
export function startsWithYes(text: string, at: number): boolean {
  return /^\s*(?:(?:oh|well|um|uh)[,.]? )?(?:yes|yeah|yep|sure|of course|absolutely|definitely|certainly|no problem|that's fine|fine)\b/i.test(
    text.slice(at, at + 30),
  )
}
