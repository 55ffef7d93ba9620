import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { serverVersion } from '@innohire/contract'
import Fastify, { type FastifyInstance } from 'fastify'
import { sendPage } from './html.ts'

const shim = readFileSync(`${import.meta.dirname}/strict-csp-shim.js`, 'utf8')
const scriptPath = '/docs/api/scalar.js'

/** Nothing of the page leaves this server: no fonts, telemetry, proxy or assistant of the maker. */
const settings = {
  url: '/v1/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  defaultOpenAllTags: true,
}

/** The browsable API reference at /docs/api, drawn by Scalar from the OpenAPI document that this server serves. */
export function apiReferenceRoutes(app: FastifyInstance) {
  // The address that a start prints, opened in a browser.
  app.get('/', (_, reply) => reply.redirect('/docs/api'))
  app.get('/docs/api', (_, reply) =>
    sendPage(reply, 'InnoHire API reference', (nonce) => ({
      // Scalar puts this nonce on the style elements that it makes.
      head: `<meta property="csp-nonce" content="${nonce}">`,
      body:
        `<div id="app"></div>\n<script nonce="${nonce}">${shim}</script>\n` +
        `<script nonce="${nonce}" src="${scriptPath}?v=${serverVersion}"></script>\n` +
        `<script nonce="${nonce}">Scalar.createApiReference('#app', ${JSON.stringify(settings)})</script>`,
    })),
  )
  app.get(scriptPath, async (request, reply) => {
    const { plain, packed } = await script()
    const isPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    // A release's file never changes.
    reply.headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'Accept-Encoding' })
    if (isPacked) reply.header('content-encoding', 'gzip')
    return reply.type('text/javascript; charset=utf-8').send(isPacked ? packed : plain)
  })
}

let loaded: Promise<{ plain: Buffer; packed: Buffer }> | undefined
const script = () => {
  loaded ??= loadScript()
  return loaded
}

/** Scalar keeps its bundle inside its Fastify plugin, so the plugin is asked for it, once and only when somebody looks. */
async function loadScript() {
  const { default: plugin } = await import('@scalar/fastify-api-reference')
  const carrier = Fastify()
  await carrier.register(plugin, { routePrefix: '/reference', configuration: { url: settings.url } })
  const { body, statusCode } = await carrier.inject('/reference/js/scalar.js')
  await carrier.close()
  if (statusCode !== 200) throw new Error('the API reference has no bundle')
  // The package does not bring the map that its last line names.
  const plain = Buffer.from(body.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'))
  return { plain, packed: await promisify(gzip)(plain) }
}
