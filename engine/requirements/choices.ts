/** Words before a list that make one of it enough, and after it. */
const OPENS_CHOICE =
  /\b(?:such as|e\.g|similar to|either|like|one of|one or more of|at least one|any of|any one|for example|one or more)\b/i
const CLOSES_CHOICE = /\betc\b|\bor (?:(?:an? |any )?(?:similar|equivalent|other|comparable|related)|the like)\b/i
/** "SQL Server 2012 or later" is no choice. */
const NO_CHOICE = /(?<!\bone )\bor (?:later|above|higher|newer|greater|better|more|beyond)\b/gi
/** Where one list ends and another demand begins: "Python, with FastAPI or Django". */
const BREAKS = /\bwith\b|\bas well as\b|\bplus\b|\bin addition\b|;|\.\s|\b(?:on|for|using|in) (?:an? |the )?$/i

interface Named {
  start: number
  end: number
  name: string
}

/**
 * The names of a clause, in text order, as groups of which one is enough; a group of one is asked for by itself.
 * "Python, with FastAPI or Django" gives [Python], [FastAPI, Django]; "Java and SQL or Oracle" [Java], [SQL, Oracle].
 */
export function choiceGroups<T extends Named>(clause: string, names: readonly T[]): T[][] {
  const groups: T[][] = []
  for (const list of lists(clause, names)) {
    const [first, last] = [list[0]!, list.at(-1)!]
    const before = clause.slice(0, first.start).replace(NO_CHOICE, ' ')
    const after = clause.slice(last.end, last.end + 40).replace(NO_CHOICE, ' ')
    const opener = before.slice(Math.max(before.lastIndexOf('(') + 1, groups.length > 0 ? lastEnd(groups) : 0))
    if (OPENS_CHOICE.test(opener) || CLOSES_CHOICE.test(after.split(/[;)]|\. /)[0]!)) groups.push(list)
    else groups.push(...byWords(clause, list))
  }
  return groups
}

const lastEnd = (groups: readonly Named[][]): number => groups.at(-1)!.at(-1)!.end

/** Cuts where parentheses open or close and at words that begin another demand. */
function* lists<T extends Named>(clause: string, names: readonly T[]): Generator<T[]> {
  let list: T[] = []
  for (const name of names) {
    const before = list.at(-1)
    const between = before ? clause.slice(before.end, name.start) : ''
    if (before && (/[()]/.test(between) || BREAKS.test(between))) {
      yield list
      list = []
    }
    list.push(name)
  }
  if (list.length > 0) yield list
}

/** One list by its own "or", "and" and slashes. */
function byWords<T extends Named>(clause: string, list: readonly T[]): T[][] {
  const joins = list.slice(1).map((name, i) => {
    const between = clause.slice(list[i]!.end, name.start).replace(NO_CHOICE, ' ')
    if (/\bor\b/i.test(between)) return 'or'
    if (/^\s*\/\s*$/.test(between)) return 'slash'
    return /\band\b|&/i.test(between) ? 'and' : 'comma'
  })
  // "Java, PHP or Ruby, Linux": an "or" that does not close the list is of its neighbours.
  const isChoice = joins.at(-1) === 'or'
  const groups: T[][] = [[list[0]!]]
  for (const [i, name] of list.slice(1).entries()) {
    const join = joins[i]!
    // In "A, B or C" the commas are choices too; in "A and B or C" the "and" is not.
    const isJoined = join === 'or' || join === 'slash' || (isChoice && join === 'comma')
    if (isJoined) groups.at(-1)!.push(name)
    else groups.push([name])
  }
  return groups
}
