import { setImmediate as nextTurn } from 'node:timers/promises'
import { corruptFile, ReadError } from '../errors.ts'
import type { FormatContext } from '../format-reader.ts'
import type { ChildMessage, ReadRequest } from '../pool/messages.ts'
import type { ReadDocument } from '../types.ts'

const send = (message: ChildMessage): void => {
  process.send?.(message)
}

/** A library's own exception means that it could not make sense of the file. */
const asReadError = (error: unknown): ReadError =>
  error instanceof ReadError ? error : corruptFile('its content does not follow its format', error)

/** Answers the parent's requests with `read`, until the parent goes away. */
export function serve(read: (bytes: Uint8Array, context: FormatContext) => Promise<ReadDocument>): void {
  process.on('disconnect', () => process.exit(0))
  process.on('message', async ({ id, bytes }: ReadRequest) => {
    const context: FormatContext = {
      async startOcrPage() {
        send({ type: 'ocr_page', id })
        // One turn of the event loop, so that the message leaves before the long synchronous work.
        await nextTurn()
      },
    }
    try {
      send({ type: 'done', id, document: await read(bytes, context) })
    } catch (error) {
      const { code, message } = asReadError(error)
      send({ type: 'failed', id, code, message })
    }
  })
  send({ type: 'ready' })
}
