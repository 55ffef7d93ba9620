import { execFileSync, spawnSync } from 'node:child_process'
import { wordsOf } from './words.ts'

/** True when Debian's poppler-utils is installed. */
export const hasPoppler = (): boolean => spawnSync('pdftotext', ['-v']).error === undefined

const run = (path: string, options: string[]): string =>
  execFileSync('pdftotext', [...options, path, '-'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

/** The words of a PDF in poppler's three orders: as laid out, as stored, and its own reading order. */
export const popplerOrders = (path: string): string[][] =>
  [['-layout'], ['-raw'], []].map((options) => wordsOf(run(path, options)))

/**
 * The words of each text block that poppler finds by geometry. A block is what a person reads without looking up, so
 * its words belong together whatever the order of the blocks.
 */
export function popplerBlocks(path: string): string[][] {
  const html = run(path, ['-bbox-layout'])
  return html
    .split('<block')
    .slice(1)
    .map((block) =>
      [...block.matchAll(/<word[^>]*>([^<]*)<\/word>/g)].flatMap((match) => wordsOf(decodeEntities(match[1]!))),
    )
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const decodeEntities = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!)
