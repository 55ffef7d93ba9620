import { execFile } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How a child is started: `execPath execArgv entry`, and what that start keeps from it. */
export interface Sandbox {
  execPath: string
  execArgv: string[]
  /** True when the child has no network at all, not even loopback. */
  isNetworkCut: boolean
  /** True when the system kills the child as soon as this process dies, even in the middle of a loop. */
  diesWithParent: boolean
}

const room = dirname(import.meta.dirname)

/** Every node_modules folder that holds the room's libraries: its own and those of the folders above. */
const moduleFolders = (): string[] => {
  const folders: string[] = []
  for (let folder = room; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules')
    if (existsSync(candidate)) folders.push(realpathSync(candidate))
    if (folder === dirname(folder)) return folders
  }
}

/** Node's own limits: reads only program files; no writes, processes, threads or native addons. */
const nodeArguments = (entry: string): string[] => [
  '--permission',
  ...[room, dirname(entry), ...moduleFolders()].map((folder) => `--allow-fs-read=${folder}`),
  '--max-old-space-size=320',
  '--disable-warning=ExperimentalWarning',
]

const findTool = (name: string): string | undefined =>
  ['/usr/bin', '/bin', '/usr/sbin', '/sbin'].map((folder) => join(folder, name)).find((path) => existsSync(path))

const works = (command: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    execFile(command[0]!, command.slice(1), { env: {}, timeout: 10_000 }, (error) => resolve(error === null))
  })

let wrappersFound: Promise<string[][]> | undefined

/** Tools of util-linux that are there and permitted: many containers forbid new namespaces. Looked up once a process. */
const findWrappers = (): Promise<string[][]> => {
  const look = async (): Promise<string[][]> => {
    if (process.platform !== 'linux') return []
    const unshare = findTool('unshare')
    const setpriv = findTool('setpriv')
    const candidates: string[][] = []
    if (unshare !== undefined) candidates.push([unshare, '--map-root-user', '--net', '--'])
    if (setpriv !== undefined) candidates.push([setpriv, '--pdeathsig', 'KILL', '--'])
    const working: string[][] = []
    // Each is tried on top of those that already work: together they must start Node.
    for (const wrapper of candidates)
      if (await works([...working.flat(), ...wrapper, process.execPath, '--version'])) working.push(wrapper)
    return working
  }
  wrappersFound ??= look()
  return wrappersFound
}

/** The strictest start that this system permits. */
export async function findSandbox(entry: string): Promise<Sandbox> {
  const wrappers = await findWrappers()
  const [execPath, ...execArgv] = [...wrappers.flat(), process.execPath, ...nodeArguments(entry)]
  return {
    execPath: execPath!,
    execArgv,
    isNetworkCut: wrappers.some((wrapper) => wrapper.includes('--net')),
    diesWithParent: wrappers.some((wrapper) => wrapper.includes('--pdeathsig')),
  }
}
