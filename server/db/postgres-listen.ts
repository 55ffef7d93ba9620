import { setTimeout as wait } from 'node:timers/promises'
import { Client, escapeIdentifier } from 'pg'
import type { Listener, ListenHandlers } from './open.ts'

/** How long to wait before the next try to reconnect, in ms. */
const reconnectMs = 1_000
/** How often the connection is tried: a peer that vanished without a word is noticed after at most twice this, in ms. */
const probeMs = 10_000

/** LISTEN on a connection of its own, which reconnects for as long as nobody stops it. */
export async function listenOnPostgres(
  database_url: string,
  channel: string,
  handlers: ListenHandlers,
): Promise<Listener> {
  let client: Client | undefined
  let isStopped = false
  let isLive = false

  const connect = async (): Promise<void> => {
    const next = new Client({
      connectionString: database_url,
      application_name: 'innohire listen',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: probeMs,
    })
    next.on('error', () => {})
    next.on('notification', (message) => handlers.onMessage(message.payload ?? ''))
    next.on('end', () => {
      if (client !== next) return
      isLive = false
      handlers.onGap()
      void reconnect()
    })
    try {
      await next.connect()
      await next.query(`listen ${escapeIdentifier(channel)}`)
    } catch (error) {
      await next.end().catch(() => {})
      throw error
    }
    client = next
    isLive = true
    handlers.onGap()
  }

  const reconnect = async (): Promise<void> => {
    while (!isStopped && !isLive) {
      await wait(reconnectMs, undefined, { ref: false })
      if (!isStopped) await connect().catch(() => {})
    }
  }

  await connect()
  const probe = setInterval(() => {
    const probed = client
    if (isLive) probed?.query('select 1').catch(() => void probed.end().catch(() => {}))
  }, probeMs)
  probe.unref()

  return {
    isLive: () => isLive,
    async stop() {
      isStopped = true
      clearInterval(probe)
      const last = client
      client = undefined
      isLive = false
      await last?.end().catch(() => {})
    },
  }
}
