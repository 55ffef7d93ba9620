import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { limits } from '@innohire/contract'
import { openReader, type Reader } from '@innohire/reader'
import { CliError } from '../cli-error.ts'

export interface TextFile {
  file: string
  text: string
  /** Traces of manipulation that only the file shows, such as white text. */
  integrity_flags: { code: string; message: string; quote: string }[]
}

export interface TextReader {
  /** @throws CliError for a file that is not there or empty, ReadError for one that cannot be read */
  read(file: string): Promise<TextFile>
  close(): Promise<void>
}

const textExtensions = new Set(['.txt', '.text', '.md'])
const binaryStart = /^(%PDF-|PK\u0003\u0004|\{\\rtf)/

/** Reads text files as they are, and every other file through the sandboxed reader. */
export function openTextReader(): TextReader {
  let reader: Reader | undefined
  return {
    async read(file) {
      const bytes = await readBytes(file)
      const plain = textExtensions.has(extname(file).toLowerCase()) ? plainText(bytes) : undefined
      if (plain !== undefined) {
        if (plain.trim() === '') throw new CliError('The file has no text.')
        return { file, text: plain, integrity_flags: [] }
      }
      reader ??= openReader()
      const document = await reader.read(bytes, { name: file })
      return { file, text: document.text, integrity_flags: document.integrity_flags }
    },
    close: async () => reader?.close(),
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const found = await stat(file)
    if (found.isDirectory()) throw new CliError(`${file} is a folder. Name its files: ${file}/*`)
    if (found.size > limits.file_bytes) throw new CliError(`${file} is over the limit of 10 MiB.`)
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new CliError(`There is no file ${file}.`)
    if (code === 'EACCES') throw new CliError(`${file} may not be read by this user.`)
    throw error
  }
}

/** The text of valid UTF-8 that is no disguised document; undefined for anything else. */
function plainText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') || binaryStart.test(text) ? undefined : text
  } catch {
    return undefined
  }
}
