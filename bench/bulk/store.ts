// A process of its own: an S3-compatible object store (s3rver) over HTTPS. Prints `store <port>` once it listens.
import { readFileSync } from 'node:fs'
import S3rver from 's3rver'

const [directory, tls] = process.argv.slice(2) as [string, string]
const store = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory,
  key: readFileSync(`${tls}/key.pem`, 'utf8'),
  cert: readFileSync(`${tls}/cert.pem`, 'utf8'),
  configureBuckets: [{ name: 'resumes' }],
})
const { port } = await store.run()
process.stdout.write(`store ${port}\n`)
