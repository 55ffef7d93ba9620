#!/usr/bin/env node
// Plain JavaScript for any Node: one that cannot run TypeScript files is replaced by the one in node_modules.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const oldestNode = [22, 19]
const [major, minor] = process.versions.node.split('.').map(Number)
const isRecentEnough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
const bundledNode = fileURLToPath(
  new URL(`../node_modules/.bin/node${process.platform === 'win32' ? '.cmd' : ''}`, import.meta.url),
)

if (!existsSync(new URL('../node_modules/commander', import.meta.url))) {
  console.error('InnoHire is not installed yet. Run `npm ci` in the folder that holds package.json.')
  process.exitCode = 1
} else if (isRecentEnough) {
  await import('./main.ts')
} else if (existsSync(bundledNode) && process.env.INNOHIRE_PREFLIGHT !== 'again') {
  runWithBundledNode()
} else {
  console.error(
    `InnoHire needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node} (${process.execPath}).\n` +
      'Run `npm ci` without --omit=optional to get one in node_modules, or install Node 24 from https://nodejs.org.',
  )
  process.exitCode = 1
}

function runWithBundledNode() {
  const child = spawn(bundledNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, INNOHIRE_PREFLIGHT: 'again' },
    shell: process.platform === 'win32',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
  })
}
