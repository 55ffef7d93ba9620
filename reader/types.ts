/** What a document turned out to be, decided from its bytes. */
export type DocumentKind = 'pdf' | 'docx' | 'doc' | 'rtf' | 'odt' | 'html' | 'text' | 'png' | 'jpeg' | 'tiff'

/** Something the caller should know although the document was read; `message` never holds document content. */
export interface ReadWarning {
  code:
    | 'pages_skipped'
    | 'page_damaged'
    | 'ocr_pages_skipped'
    | 'text_truncated'
    | 'part_damaged'
    | 'embedded_files_ignored'
  message: string
}

/** A trace of manipulation: text that a person looking at the document cannot see. */
export interface IntegrityFlag {
  code: 'hidden_text'
  /** Where and how it was hidden. */
  message: string
  /** The hidden words themselves, at most 200 characters. */
  quote: string
}

/** The text a person sees in one document, in the order a person reads it. */
export interface ReadDocument {
  /** Lines end with `\n`, paragraphs are parted by an empty line, cells of one row by a tab. At most 200,000 characters. */
  text: string
  kind: DocumentKind
  /** Present where the format has pages. */
  pages?: number
  used_ocr: boolean
  warnings: ReadWarning[]
  integrity_flags: IntegrityFlag[]
}
