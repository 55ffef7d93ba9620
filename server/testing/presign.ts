import { createHash, createHmac } from 'node:crypto'

export interface S3Keys {
  access_key: string
  secret_key: string
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A presigned URL of AWS Signature Version 4 (query string form), region us-east-1, good for an hour. */
export function presign(method: 'GET' | 'PUT', url: string, { access_key, secret_key }: S3Keys, at: Date): string {
  const { origin, host, pathname } = new URL(url)
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '')
  const scope = `${time.slice(0, 8)}/us-east-1/s3/aws4_request`
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${access_key}/${scope}`,
    'X-Amz-Date': time,
    'X-Amz-Expires': '3600',
    'X-Amz-SignedHeaders': 'host',
  }).toString()
  const request = [method, pathname, query, `host:${host}\n`, 'host', 'UNSIGNED-PAYLOAD'].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n')
  const key = ['us-east-1', 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secret_key}`, time.slice(0, 8)))
  return `${origin}${pathname}?${query}&X-Amz-Signature=${hmac(key, toSign).toString('hex')}`
}
