import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluateRequestText } from './evaluate-request.ts'

writeFileSync(join(import.meta.dirname, 'evaluate.json'), evaluateRequestText())
