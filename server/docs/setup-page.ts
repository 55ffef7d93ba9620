import type { FastifyInstance } from 'fastify'
import { plainStyle, sendPage } from './html.ts'

/** /setup: where the set-up link of the first start leads in a release without dashboard. The token stays valid. */
export function setupPageRoute(app: FastifyInstance) {
  app.get('/setup', (_, reply) =>
    sendPage(reply, 'InnoHire set-up', (nonce) => ({
      head: plainStyle(nonce),
      body:
        '<h1>The dashboard is not part of this release</h1>\n' +
        '<p>There is nothing to set up yet. The link of your first start stays valid: its token is kept in ' +
        '<code>setup-token</code> in the data directory, for the release that brings the dashboard.</p>\n' +
        '<p>Until then everything works through the <a href="/docs/api">API</a> and the <code>innohire</code> command.</p>',
    })),
  )
}
