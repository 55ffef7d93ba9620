/** First parts that English writes with a hyphen; the hyphen at a line end is then part of the word. */
const compounds = new Set(
  'self full part well non cross multi high low long short real end front back off on in out problem decision team time cost data client customer user open pre post co e re large small fast hands entry mid top'.split(
    ' ',
  ),
)

const wordAtEnd = /(\p{L}{1,40})[-\u00ad]$/u
const wordAtStart = /^(\p{Ll}{1,40})(\S{0,40})/u

/**
 * Joins words that were parted at a line end, moving the rest of the word up. A hyphen stays where the same compound
 * is written elsewhere in the document or its first part usually takes one.
 */
export function joinHyphenated(lines: string[]): string[] {
  const known = new Set<string>()
  for (const line of lines) for (const match of line.matchAll(/[\p{L}-]{2,80}/gu)) known.add(match[0].toLowerCase())
  const joined = [...lines]
  for (let i = 0; i + 1 < joined.length; i++) {
    const first = wordAtEnd.exec(joined[i]!.slice(-41))
    const next = joined[i + 1]!
    const second = wordAtStart.exec(next.slice(0, 81))
    if (first === null || second === null) continue
    // With tabs the next line may go on another cell.
    if (joined[i]!.includes('\t') || next.includes('\t')) continue
    const [start, rest] = [first[1]!.toLowerCase(), second[1]!.toLowerCase()]
    const keepsHyphen = known.has(`${start}-${rest}`) || (!known.has(start + rest) && compounds.has(start))
    joined[i] = `${keepsHyphen ? joined[i]! : joined[i]!.slice(0, -1)}${second[0]}`
    const left = next.slice(second[0].length).trimStart()
    if (left === '') joined.splice(i + 1, 1)
    else joined[i + 1] = left
  }
  return joined
}
