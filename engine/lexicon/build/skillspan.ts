import { readFileSync } from 'node:fs'

/** One posting of the SkillSpan set: its text as written with spaces between tokens, and the spans labelled knowledge. */
export interface Posting {
  text: string
  knowledge: { start: number; end: number }[]
  source: string
}

interface Row {
  idx: number
  source: string
  tokens: string[]
  tags_knowledge: string[]
}

/** Reads one file of the set (JSON lines, a sentence a line) and joins the sentences of each posting, a blank line between. */
export function readPostings(path: string): Posting[] {
  const postings: Posting[] = []
  let last: Row | undefined
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue
    const row = JSON.parse(line) as Row
    if (last === undefined || row.idx !== last.idx || row.source !== last.source)
      postings.push({ text: '', knowledge: [], source: row.source })
    last = row
    const posting = postings.at(-1)!
    let isOpen = false
    row.tokens.forEach((token, i) => {
      const start = posting.text.length
      posting.text += `${token} `
      const tag = row.tags_knowledge[i]
      if (tag === 'B') posting.knowledge.push({ start, end: start + token.length })
      else if (tag === 'I' && isOpen) posting.knowledge.at(-1)!.end = start + token.length
      isOpen = tag === 'B' || (tag === 'I' && isOpen)
    })
    posting.text += '\n\n'
  }
  return postings
}
