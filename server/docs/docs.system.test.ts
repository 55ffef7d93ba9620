import { existsSync } from 'node:fs'
import { operations } from '@innohire/contract'
import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { openCertificate } from '../http/certificate.ts'
import { httpsServerFactory } from '../http/https-server.ts'
import { fakeDeps } from '../testing/fake-deps.ts'
import { temporaryDirectory } from '../testing/temporary-directory.ts'

const executablePath = '/usr/bin/chromium'
const isMissing = !existsSync(executablePath)
if (isMissing && process.env.CI !== 'true') console.warn('Chromium is not installed: the pages are not looked at.')

// Text, as it runs in the browser.
const recordViolations = `
  globalThis.violations = []
  document.addEventListener('securitypolicyviolation', (event) =>
    violations.push([event.violatedDirective, event.blockedURI, event.sample].join(' ')))`

it.skipIf(isMissing && process.env.CI !== 'true')(
  'the API reference shows every operation in a browser, asks no other host, and its policy is never violated',
  async () => {
    const certificate = await openCertificate({ DATA_DIR: temporaryDirectory() }, new Date())
    const app = createApp(fakeDeps(), httpsServerFactory(certificate))
    await app.listen({ port: 0, host: '127.0.0.1' })
    const origin = `https://127.0.0.1:${(app.server.address() as { port: number }).port}`
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 6000 } })
      const asked: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
      })
      await page.addInitScript(recordViolations)
      const answer = await page.goto(`${origin}/docs/api`)
      expect(answer!.headers()['content-security-policy']).not.toContain('unsafe')
      for (const { summary } of Object.values(operations))
        await page.getByText(summary, { exact: true }).first().waitFor({ state: 'attached', timeout: 60_000 })
      expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url))).toEqual([])
      expect(await page.evaluate('violations')).toEqual([])
      expect(complaints).toEqual([])

      await page.goto(`${origin}/docs/errors#plan_limit_exceeded`)
      await page.getByRole('heading', { name: 'plan_limit_exceeded' }).waitFor()
      expect(await page.evaluate('violations')).toEqual([])
    } finally {
      await browser.close()
      await app.close()
    }
  },
)
