/** Limits of one document; every value is design decision 5.3 unless a source is given. */
export const limits = {
  /** Bytes of the file itself. */
  fileBytes: 10 * 1024 * 1024,
  /** Pages of a PDF that are read; the rest is a warning. */
  pdfPages: 50,
  /** Bytes that one PDF stream may unpack to (the default of pypdf). */
  pdfStreamBytes: 75_000_000,
  /** Pages that go through text recognition; the rest is a warning. */
  ocrPages: 10,
  /** Entries of a zip container (DOCX, ODT). */
  zipEntries: 2000,
  zipEntryBytes: 20 * 1024 * 1024,
  zipTotalBytes: 50 * 1024 * 1024,
  /** Unpacked bytes per packed byte; real Word files stay under 60. */
  zipRatio: 200,
  /** Nesting of XML and HTML elements; Word itself stays under 100. */
  xmlDepth: 512,
  /** Pixels of an image; A3 at 300 dots an inch has 17 million. */
  imagePixels: 40_000_000,
  /** Pixels of a picture within a PDF that is drawn; A3 at 600 dots an inch has 70 million. */
  pdfImagePixels: 100_000_000,
  /** Characters of text handed on. */
  textCharacters: 200_000,
  quoteCharacters: 200,
  /** Wall-clock time for one document, and anew for each page under text recognition. */
  wallMs: 20_000,
  /** Resident memory of a child process. */
  residentBytes: 512 * 1024 * 1024,
  /** Documents after which a child process is replaced. */
  filesPerChild: 200,
} as const
