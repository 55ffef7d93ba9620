import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const bin = join(import.meta.dirname, 'innohire.mjs')
const directory = mkdtempSync(join(tmpdir(), 'innohire-cli-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command as its user would, in an environment of its own. */
function innohire(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [bin, ...args],
      { cwd: directory, env: { PATH: process.env.PATH!, DATA_DIR: join(directory, 'data'), ...env } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

describe('the command line', () => {
  it('shows its help, and answers a wrong command with code 2 and a hint', async () => {
    expect(await innohire(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('evaluate') })
    const wrong = await innohire(['evalute'])
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    expect(wrong.stderr).toContain('evaluate')
    expect(await innohire(['evaluate', 'x.txt'])).toMatchObject({ code: 2 })
  })

  it('says how to begin where there is no database, without a stack', async () => {
    const { code, stderr } = await innohire(['keys', 'list'])
    expect(code).toBe(1)
    expect(stderr).toContain('start the server once')
    expect(stderr).not.toContain('    at ')
  })

  it('examines an empty installation and finds no problem', async () => {
    const { code, stdout } = await innohire(['doctor', '--json'])
    expect(JSON.parse(stdout)).not.toContainEqual(expect.objectContaining({ status: 'problem' }))
    expect(code).toBe(0)
  })

  it('ends an examination that found a problem with code 1', async () => {
    const { code, stdout } = await innohire(['doctor'], { EMBEDDING_MODEL_DIR: '/nowhere' })
    expect(code).toBe(1)
    expect(stdout).toMatch(/PROBLEM\s+model.*EMBEDDING_MODEL_DIR/)
  })

  it('names a setting at fault', async () => {
    const { code, stderr } = await innohire(['keys', 'list'], { PORT: 'eighty' })
    expect(code).toBe(1)
    expect(stderr).toContain('PORT')
  })

  it('makes a key for the first start that the server accepts', async () => {
    const { stdout } = await innohire(['keys', 'generate'])
    expect(stdout).toMatch(/^ih_live_[0-9A-Za-z]{38}\n$/)
  })
})
