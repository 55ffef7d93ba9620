import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** The framework would say `http://`: it does not know what our server does with the first byte. */
const listenTextResolver = (address: string) => `listening at ${address.replace('http://', 'https://')}`

/** Starts listening; without a host on all addresses, IPv6 and IPv4, where the machine has both. Gives the port. */
export async function listen(app: FastifyInstance, port: number, host: string | undefined): Promise<number> {
  try {
    await app.listen({ port, host: host ?? '::', listenTextResolver })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (host !== undefined || (code !== 'EAFNOSUPPORT' && code !== 'EADDRNOTAVAIL')) throw error
    await app.listen({ port, host: '0.0.0.0', listenTextResolver })
  }
  return (app.server.address() as AddressInfo).port
}
