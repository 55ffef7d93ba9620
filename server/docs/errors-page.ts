import { errorCodes, errors } from '@innohire/contract'
import type { FastifyInstance } from 'fastify'
import { escapeHtml, plainStyle, sendPage } from './html.ts'

/** /docs/errors: where every `doc_url` leads. */
export function errorsPageRoute(app: FastifyInstance) {
  app.get('/docs/errors', (_, reply) =>
    sendPage(reply, 'InnoHire errors', (nonce) => ({ head: plainStyle(nonce), body: errorsBody() })),
  )
}

const errorsBody = () =>
  `<h1>Errors</h1>\n<p>Every answer that is not 2xx has one shape: <code>{"error": {"type", "code", "message", "param", "request_id", "doc_url"}}</code>.</p>\n${errorCodes
    .map((code) => {
      const { status, type, help } = errors[code]
      return `<h2 id="${code}"><code>${code}</code></h2>\n<p class="status">${status} ${type}</p>\n<p>${withCode(help)}</p>`
    })
    .join('\n')}`

const withCode = (help: string) => escapeHtml(help).replace(/`([^`]*)`/g, '<code>$1</code>')

/** docs/errors.md: the same list for those who read the repository. */
export const errorsMarkdown = (): string =>
  `# Errors\n\nEvery answer that is not 2xx has one shape; \`code\` is stable. Rendered from contract/errors.ts by \`npm run docs:render\`.\n\n${errorCodes
    .map((code) => `## ${code}\n\n${errors[code].status} \`${errors[code].type}\`. ${errors[code].help}\n`)
    .join('\n')}`
