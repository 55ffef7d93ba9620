/** A word of a text in lower case with its place. */
export interface Word {
  value: string
  start: number
  end: number
}

/** The words of a text, signs left out, "C++", "C#" and ".NET" kept whole; linear. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/\.?[\p{L}\p{N}]{1,60}[+#]{0,2}/gu))
    words.push({ value: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length })
  return words
}
