import type { IntegrityFlag, ReadWarning } from './types.ts'

/** What a format hands back; the registry adds the kind and cleans the text. */
export interface FormatResult {
  text: string
  pages?: number
  used_ocr?: boolean
  warnings?: ReadWarning[]
  integrity_flags?: IntegrityFlag[]
}

/** What a format may call while it works. */
export interface FormatContext {
  /** Tells the parent that one page of text recognition starts, which starts the page's own time limit. */
  startOcrPage(): Promise<void>
}

/** Reads one format; throws `ReadError`. */
export type FormatReader = (bytes: Uint8Array, context: FormatContext) => Promise<FormatResult>
