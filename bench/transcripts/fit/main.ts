import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openEmbedder } from '@innohire/embedder'
import { loadLexicon } from '@innohire/engine/lexicon/load.ts'
import { createSkillFinder } from '@innohire/engine/skills/index.ts'
import { WEIGHED } from '@innohire/engine/transcript/concerns/features.ts'
import { readTranscripts } from '../data.ts'
import { crossValidate, fit } from './fit.ts'
import { learnedFollowUps } from './follow-ups.ts'
import { learnedKinds } from './kinds.ts'
import { openFitReader } from './read.ts'
import { learnedStar } from './star.ts'
import { chooseThresholds, report, reportBlind } from './thresholds.ts'
import { learnedFile } from './write.ts'

/** Fits the weights of the concerns: `npm run fit:transcripts -- --data name=folder --data ... [--write]`. */
const { values } = parseArgs({
  options: {
    data: {
      type: 'string',
      multiple: true,
      default: [`invented=${join(import.meta.dirname, '..', 'invented')}`],
    },
    write: { type: 'boolean', default: false },
    kinds: { type: 'boolean', default: false },
    'follow-ups': { type: 'boolean', default: false },
    star: { type: 'boolean', default: false },
  },
})

const embedder = await openEmbedder({ threads: 2 })
const reader = await openFitReader({ embed: embedder.embed, findSkills: createSkillFinder(loadLexicon()) })
const exchanges = await reader.readExchanges()
const interviews = []
for (const spec of values.data) {
  const [set, folder] = spec.split('=') as [string, string]
  for (const item of readTranscripts(resolve(folder))) interviews.push(await reader.read(item, set))
}
await embedder.close()
console.log(`${interviews.length} interviews, ${exchanges.length} sentences of short exchanges`)

if (values['follow-ups']) {
  const file = join(import.meta.dirname, '../../../engine/transcript/learned-follow-ups.ts')
  writeFileSync(file, learnedFollowUps(interviews.flatMap(({ followUps }) => followUps)))
  process.exit()
}
if (values.star) {
  const file = join(import.meta.dirname, '../../../engine/transcript/learned-star.ts')
  writeFileSync(file, learnedStar(interviews.flatMap(({ stars }) => stars)))
  process.exit()
}
if (values.kinds) {
  const file = join(import.meta.dirname, '../../../engine/transcript/learned-kinds.ts')
  writeFileSync(file, learnedKinds(interviews.flatMap(({ kinds }) => kinds)))
  process.exit()
}
const held = crossValidate(interviews, exchanges)
const thresholds = chooseThresholds(interviews, held)
console.log(report(interviews, held, thresholds))
console.log(reportBlind(interviews, held))
if (values.write) {
  const fitted = fit(interviews, exchanges)
  const file = join(import.meta.dirname, '../../../engine/transcript/concerns/learned.ts')
  writeFileSync(file, learnedFile(fitted, thresholds))
  console.log(`wrote ${WEIGHED.length} codes`)
}
