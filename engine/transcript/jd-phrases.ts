import type { Requirement } from '../types.ts'

/** Cuts a job description into the short phrases it lists; used where no requirement reader is given. */
export function phrasesOf(jobDescription: string): Pick<Requirement, 'text' | 'quote' | 'kind'>[] {
  const phrases: Pick<Requirement, 'text' | 'quote' | 'kind'>[] = []
  let isRequired = false
  // The first sentence names the post and the employer and asks for nothing yet.
  let isTitle = true
  for (const sentence of jobDescription.slice(0, 20_000).split(/[.;\n]/)) {
    const isSkipped = isTitle && sentence.trim() !== ''
    if (sentence.trim() !== '') isTitle = false
    if (/\b(?:requir|must|essential|need)/i.test(sentence)) isRequired = true
    if (isSkipped && !isRequired) continue
    for (const part of sentence.replace(/^[^:]{0,40}:/, '').split(/,|\band\b|\bor\b/)) {
      const quote = part.trim()
      if (quote.length >= 2 && phrases.length < 80)
        phrases.push({
          text: quote,
          quote,
          kind: isRequired && !/\b(?:nice|plus|prefer|ideal|bonus)/i.test(part) ? 'must' : 'nice',
        })
    }
  }
  return phrases
}
