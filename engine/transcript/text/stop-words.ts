/** Words that carry no topic of their own. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but if so as of to in on at by for with from into about over after before than then that this these ' +
    'those there here it its he she they them him her his their we us our you your i me my mine myself who whom whose ' +
    'which what when where why how is are was were be been being am do does did done have has had having will would shall ' +
    'should can could may might must not no yes very much many more most some any all each every other another such own ' +
    'same too also again only even still ever never now out up down off got get go going went come came say said tell ' +
    'told think thought know knew want make made take took give gave put let see saw look like thing things something ' +
    'anything nothing someone anyone one two lot bit time way really quite sure good great nice thanks thank please ' +
    "i'm i've i'd i'll you've you'd you're we've we'd we're they've they're it's that's there's what's how's how'd he's " +
    "she's don't didn't doesn't isn't wasn't can't couldn't wouldn't won't haven't hasn't let's"
  ).split(' '),
)

/** A rough stem, so that "tests" and "testing", "reservations" and "reserve" meet. */
export function stem(word: string): string {
  const bare = word.replace(/'s$/, '')
  const ending = ['ings', 'ing', 'ers', 'ed', 'er', 's'].find(
    (end) => bare.endsWith(end) && bare.length - end.length >= 3,
  )
  return (ending === undefined ? bare : bare.slice(0, -ending.length)).slice(0, 6)
}
