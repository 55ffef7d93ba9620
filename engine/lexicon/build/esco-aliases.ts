import { countBelow } from '../../text/count-below.ts'
import { keyOf } from './builder.ts'

/**
 * Finds which label each group of aliases belongs to. In the circulated file the label column has slipped against the
 * alias column, so it cannot be used; but both the groups and the label list are in the order of ESCO's identifiers, and
 * most groups repeat their own label. Those groups are placed first (longest increasing run of positions); the others are
 * placed between their neighbours, on the label that shares the most words, or not at all.
 */
export function alignAliases(groups: readonly string[][], labels: readonly string[]): Map<string, string[]> {
  const position = new Map(labels.map((label, i) => [label.toLowerCase(), i]))
  const options = groups.map((group) =>
    group.map((alias) => position.get(alias.toLowerCase())).filter((i): i is number => i !== undefined),
  )
  const placed = longestIncreasing(options)
  const result = new Map<string, string[]>()
  let from = 0
  groups.forEach((group, g) => {
    let at = placed[g]
    if (at === undefined) {
      const until = placed.slice(g + 1).find((p) => p !== undefined) ?? labels.length
      at = bestShared(group, labels, from, until)
    }
    if (at === undefined) return
    from = at + 1
    result.set(labels[at]!, group)
  })
  return result
}

/** For each group one of its options or none, so that the chosen ones increase and are as many as possible. */
function longestIncreasing(options: readonly number[][]): (number | undefined)[] {
  // tails[k]: the lowest last position of a run of k + 1; classic patience sorting, options tried from high to low.
  const tails: { at: number; group: number; before: number }[] = []
  const nodes: { at: number; group: number; before: number }[] = []
  const tailNode: number[] = []
  options.forEach((list, group) => {
    for (const at of [...new Set(list)].sort((a, b) => b - a)) {
      const low = countBelow(tails.length, (i) => tails[i]!.at < at)
      const node = { at, group, before: low === 0 ? -1 : tailNode[low - 1]! }
      nodes.push(node)
      tails[low] = node
      tailNode[low] = nodes.length - 1
    }
  })
  const chosen: (number | undefined)[] = new Array(options.length).fill(undefined)
  for (let n = tailNode.at(-1) ?? -1; n !== -1; n = nodes[n]!.before) chosen[nodes[n]!.group] = nodes[n]!.at
  return chosen
}

function bestShared(
  group: readonly string[],
  labels: readonly string[],
  from: number,
  until: number,
): number | undefined {
  const words = new Set(group.flatMap((alias) => keyOf(alias).split(' ')))
  let best: number | undefined
  let bestShare = 0.5
  for (let i = from; i < until; i++) {
    const own = keyOf(labels[i]!).split(' ')
    const share = own.filter((w) => words.has(w)).length / own.length
    if (share > bestShare) {
      bestShare = share
      best = i
    }
  }
  return best
}
