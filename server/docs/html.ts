import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'

/** Text made safe to stand in HTML, also inside an attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Answers with a page whose scripts and styles run by a nonce of this response only; nothing comes from elsewhere. */
export function sendPage(
  reply: FastifyReply,
  title: string,
  content: (nonce: string) => { head?: string; body: string },
) {
  const nonce = randomBytes(16).toString('base64')
  const { head = '', body } = content(nonce)
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return reply
    .type('text/html; charset=utf-8')
    .headers({ 'content-security-policy': policy.join('; '), 'referrer-policy': 'no-referrer' })
    .send(
      `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n` +
        `<meta name="viewport" content="width=device-width, initial-scale=1">\n<link rel="icon" href="data:,">\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`,
    )
}

/** The look of our own pages. */
export const plainStyle = (nonce: string): string => `<style nonce="${nonce}">
:root { color-scheme: light dark }
body { font: 16px/1.6 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem }
code { font: 0.9em ui-monospace, monospace }
h2 { margin: 2.2rem 0 0.3rem; font-size: 1.05rem; scroll-margin-top: 1rem }
h2:target { outline: 2px solid; outline-offset: 0.4rem }
p { margin: 0.2rem 0 }
.status { opacity: 0.7 }
</style>`
