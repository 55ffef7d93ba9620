/** Why a document could not be read; the same codes as the public API. */
export type ReadErrorCode =
  | 'corrupt_file'
  | 'unsupported_file_type'
  | 'encrypted_file'
  | 'file_too_large'
  | 'empty_document'
  | 'processing_crashed'
  | 'processing_timeout'

/** A document that could not be read; the message says what to do and never holds document content. */
export class ReadError extends Error {
  readonly code: ReadErrorCode

  constructor(code: ReadErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ReadError'
    this.code = code
  }
}

/** The file's structure is broken beyond reading. */
export const corruptFile = (what: string, cause?: unknown) =>
  new ReadError('corrupt_file', `The file is damaged: ${what}. Save it again and send the new copy.`, { cause })

/** The file needs a password. */
export const encryptedFile = () =>
  new ReadError('encrypted_file', 'The file is protected with a password. Send a copy without the protection.')

/** The file has another format, named by `what`. */
export const unsupportedFileType = (what: string) =>
  new ReadError(
    'unsupported_file_type',
    `${what} cannot be read. Supported: PDF, DOCX, DOC, RTF, ODT, HTML, plain text, PNG, JPEG and TIFF.`,
  )

/** The file, or what it unpacks to, is over a size limit. */
export const fileTooLarge = (what: string) => new ReadError('file_too_large', `The file is too large: ${what}.`)

/** Nothing in the file is readable text. */
export const emptyDocument = () =>
  new ReadError('empty_document', 'No readable text was found, neither as text nor by text recognition.')
