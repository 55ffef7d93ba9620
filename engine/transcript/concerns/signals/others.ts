import type { Speech, Token } from '../../text/tokens.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const OWN = words("i i'd i've i'm we we'd we've we're you you'd")
const OTHERS = words("they they'd he he'd she she'd people management them him her")
const WOULD = words("would wouldn't would've i'd we'd he'd she'd they'd couldn't not")
const DUTY = words("should've should shouldn't meant supposed paid")

/** Possessives of somebody else before `fault`, and `fault` of a thing: "the merchant's fault". */
const isFaultOfOthers = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.text === 'fault' && !['my', 'our', 'no', 'a', 'the'].includes(tokens[i - 1]?.text ?? 'a')

/** "It wasn't me", "not from our side". */
function deniesOwn(tokens: readonly Token[], i: number, to: number): boolean {
  const { text } = tokens[i]!
  if (text !== 'not' && text !== "wasn't" && text !== "isn't") return false
  return tokens
    .slice(i + 1, Math.min(to, i + 4))
    .some((token, k, all) => token.text === 'me' || (token.text === 'our' && all[k + 1]?.text === 'side'))
}

/**
 * Times a reply lays on others what went wrong by the build of its sentences: a duty of theirs ("she should've checked"), a
 * condition that was theirs to meet ("if they'd done their part he'd have passed"), their fault, or no part of one's own.
 */
export function laidOnOthers({ tokens, sentences }: Speech): number {
  let count = 0
  for (const { from, to } of sentences)
    for (let i = from; i < to; i++) {
      const { text } = tokens[i]!
      const before = tokens.slice(Math.max(from, i - 4), i)
      if (DUTY.has(text) && before.length > 0 && !before.some((token) => OWN.has(token.text))) count++
      else if (isFaultOfOthers(tokens, i) || deniesOwn(tokens, i, to)) count++
      else if (
        text === 'if' &&
        tokens.slice(i + 1, Math.min(to, i + 3)).some((token) => OTHERS.has(token.text)) &&
        tokens.slice(i + 3, Math.min(to, i + 24)).some((token) => WOULD.has(token.text))
      )
        count++
    }
  return count
}
