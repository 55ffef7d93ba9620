import { hash } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Bytes that fit into sun_path, the address of a unix socket, with its final zero: 108 on Linux, 104 on macOS. */
const addressBytes = 103

/** Where the server listens for the operator: a socket that only the owner of the data directory can open. */
export function socketPath(data_dir: string): { path: string; release(): void } {
  // Windows has named pipes in their place, writable for the same user and administrators.
  if (process.platform === 'win32')
    return { path: `\\\\.\\pipe\\innohire-${hash('sha256', resolve(data_dir)).slice(0, 32)}`, release() {} }
  const path = join(resolve(data_dir), 'admin.sock')
  if (Buffer.byteLength(path) <= addressBytes || process.platform !== 'linux') return { path, release() {} }
  // A path that is too long is shortened by way of an open handle of its directory.
  const directory = openSync(resolve(data_dir), 'r')
  return { path: `/proc/self/fd/${directory}/admin.sock`, release: () => closeSync(directory) }
}
