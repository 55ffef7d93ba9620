import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const bin = join(import.meta.dirname, '../innohire.mjs')
const directory = mkdtempSync(join(tmpdir(), 'innohire-evaluate-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const ada = `Ada Example\nBackend Engineer, Initech Ltd, 2018 - Present\n- FastAPI services in Python on PostgreSQL\n`
const bob = `Bob Example\nFrontend Developer, Globex, 2021 - 2023\n- React and TypeScript\n`

beforeAll(() => {
  const files = {
    'jd.txt': 'Backend Engineer\nRequirements:\n- Python and FastAPI\n- PostgreSQL\nNice to have: Docker\n',
    'bob.txt': bob,
    'ada.txt': ada,
    'page.html': `<html><body><h1>Cyd Example</h1><p>Data Engineer, Hooli, 2019 - Present: Python, PostgreSQL</p></body></html>`,
    'empty.txt': ' \n',
    'bytes.txt': Buffer.from(Array.from({ length: 600 }, (_, i) => (i * 91) % 256)),
    'other/ada.txt': ada,
  }
  mkdirSync(join(directory, 'other'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content)
})

/** Runs `innohire evaluate` in the folder of the files. */
function evaluate(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, 'evaluate', ...args], { cwd: directory }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

it('ranks files without a server and prints a table, and nothing else where there is no terminal', async () => {
  const { code, stdout, stderr } = await evaluate('--job', 'jd.txt', 'bob.txt', 'ada.txt')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.indexOf('ada.txt')).toBeLessThan(stdout.indexOf('bob.txt'))
  expect(stdout).toContain('PostgreSQL')
})

it('prints the same JSON twice, with the evidence and the day asked for', async () => {
  const once = await evaluate('--job', 'jd.txt', '--json', '--as-of', '2024-06-30', 'ada.txt', 'bob.txt')
  expect(await evaluate('--job', 'jd.txt', '--json', '--as-of', '2024-06-30', 'ada.txt', 'bob.txt')).toEqual(once)
  const result = JSON.parse(once.stdout)
  expect(result).toMatchObject({ as_of: '2024-06-30', unreadable: [] })
  const [first] = result.candidates
  expect(first.id).toBe('ada.txt')
  const evidence = first.requirement_results.flatMap((one: { evidence: object[] }) => one.evidence)
  expect(evidence.length).toBeGreaterThan(0)
  for (const { quote, start, end } of evidence) expect([...ada].slice(start, end).join('')).toBe(quote)
})

it('reads documents other than text by their bytes', async () => {
  const { code, stdout } = await evaluate('--job', 'jd.txt', '--csv', 'page.html', 'bob.txt')
  expect(code).toBe(0)
  expect(stdout.split('\n')[1]).toMatch(/^1,page\.html,/)
})

it('ranks what can be read, says what cannot and why, and ends with code 1', async () => {
  const { code, stdout, stderr } = await evaluate(
    '--job',
    'jd.txt',
    '--csv',
    'bytes.txt',
    'none.txt',
    'empty.txt',
    'ada.txt',
    '.',
  )
  expect(code).toBe(1)
  expect(stdout.trim().split('\n')).toHaveLength(2)
  expect(stderr).toMatch(/bytes\.txt: This kind of file cannot be read/)
  expect(stderr).toContain('There is no file none.txt.')
  expect(stderr).toContain('empty.txt: The file has no text.')
  expect(stderr).toContain('. is a folder')
  expect(stderr).not.toContain('    at ')
})

it('stops where the job description or every resume is missing', async () => {
  const noJob = await evaluate('--job', 'none.txt', 'ada.txt')
  expect(noJob).toMatchObject({ code: 1, stdout: '', stderr: 'innohire: There is no file none.txt.\n' })
  const noResume = await evaluate('--job', 'jd.txt', 'none.txt')
  expect(noResume).toMatchObject({ code: 1, stdout: '' })
})

it('tells apart files of the same name', async () => {
  const { stdout } = await evaluate('--job', 'jd.txt', '--csv', 'ada.txt', 'other/ada.txt')
  expect(stdout).toContain(',other/ada.txt,')
})

it('refuses a wrong day and two formats at once', async () => {
  expect(await evaluate('--job', 'jd.txt', '--as-of', '30.6.2024', 'ada.txt')).toMatchObject({ code: 2 })
  expect(await evaluate('--job', 'jd.txt', '--json', '--csv', 'ada.txt')).toMatchObject({ code: 1, stdout: '' })
})
