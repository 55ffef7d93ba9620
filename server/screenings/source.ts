import type { BulkScreenRequest } from '@innohire/contract'
import { type GuardedClient, urlWithoutSecrets } from '../egress/index.ts'
import { ApiError } from '../errors.ts'
import { checkUrl } from '../http/check-url.ts'

/** Where a resume comes from: a URL, or a file that was uploaded. */
export type Source = { id: string; url: string } | { id: string; file: { name: string } }

/** The URL of a source as it may be shown; null for a file. */
export const shownUrl = (source: Source): string | null => ('url' in source ? urlWithoutSecrets(source.url) : null)

/**
 * The URLs of a request with an id each: the caller's, or the zero-based position as text.
 * @throws ApiError that names `resume_urls[i]`, for URLs that are refused and ids that occur twice
 */
export function readUrls(egress: GuardedClient, urls: BulkScreenRequest['resume_urls']): Source[] {
  const sources = urls.map((item, i) => {
    const { id = String(i), url } = typeof item === 'string' ? { url: item } : item
    checkUrl(egress, url, `resume_urls[${i}]${typeof item === 'string' ? '' : '.url'}`, 'url_not_allowed')
    return { id, url }
  })
  refuseDuplicates(sources, 'resume_urls')
  return sources
}

/** @throws ApiError invalid_parameter that names the second of two sources with the same id */
export function refuseDuplicates(sources: readonly Source[], param: string): void {
  const seen = new Map<string, number>()
  for (const [i, { id }] of sources.entries()) {
    const first = seen.get(id)
    if (first !== undefined)
      throw new ApiError('invalid_parameter', {
        param: `${param}[${i}]`,
        message: `${param}[${i}] has the same id as ${param}[${first}]. Ids must differ; without one, the position is the id.`,
      })
    seen.set(id, i)
  }
}
