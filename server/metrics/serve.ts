import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Deps } from '../context.ts'
import { mayReadMetrics } from './access.ts'
import { contentType } from './routes.ts'

/**
 * Serves the metrics of this process on METRICS_PORT in plain HTTP: for workers, which have no other port, and for networks
 * in which Prometheus speaks no TLS. Undefined where the setting is absent.
 */
export async function serveMetrics({
  config,
  metrics,
}: Pick<Deps, 'config' | 'metrics'>): Promise<{ port: number; close(): Promise<void> } | undefined> {
  if (config.METRICS_PORT === undefined) return undefined
  const server = createServer((request, response) => {
    const isFound =
      request.method === 'GET' && request.url === '/metrics' && mayReadMetrics(config.METRICS_TOKEN, request)
    if (!isFound) return response.writeHead(404).end()
    return metrics.render().then(
      (text) => response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.METRICS_PORT, config.METRICS_HOST, resolve)
  })
  server.unref()
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
