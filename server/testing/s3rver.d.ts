declare module 's3rver' {
  import type { Server } from 'node:http'

  export default class S3rver {
    constructor(options: {
      address: string
      port: number
      directory: string
      silent: boolean
      key?: string
      cert?: string
      configureBuckets: { name: string }[]
    })
    run(): Promise<{ address: string; port: number }>
    httpServer: Server
    close(): Promise<void>
  }
}
