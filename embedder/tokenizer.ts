import { Tokenizer } from '@huggingface/tokenizers'

/** The most tokens of one inference, [CLS] and [SEP] included: what all-MiniLM-L6-v2 was trained with. */
const MAX_TOKENS = 256
/** The most UTF-16 units tokenized at once: more than 256 tokens of any script, and few enough for the worst text (long words). */
const MAX_UNITS = 4_000
/** The most UTF-16 units read of a long text. */
const MAX_LONG = 200_000

/** Text -> the token ids of one inference, or of several for a long text. */
export interface Encoder {
  /** The first 256 tokens of a text, of which the first 4,000 UTF-16 units are read. */
  line(text: string): number[]
  /** A whole text, of which the first 200,000 UTF-16 units are read, in chunks of at most 256 tokens; at least one. */
  chunks(text: string): number[][]
}

/** Builds the encoder from the contents of a BERT tokenizer.json. */
export function createEncoder(tokenizerJson: string): Encoder {
  // The file asks for padding and truncation to 128 tokens; this library applies neither, as is wanted here.
  const tokenizer = new Tokenizer(JSON.parse(tokenizerJson), {})
  const [cls, sep] = [tokenizer.token_to_id('[CLS]'), tokenizer.token_to_id('[SEP]')]
  if (cls === undefined || sep === undefined) throw new TypeError('the tokenizer has no [CLS] or [SEP]')
  const ids = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids
  const room = MAX_TOKENS - 2
  return {
    line: (text) => [cls, ...ids(head(text, MAX_UNITS)).slice(0, room), sep],
    chunks: (text) => {
      const all: number[] = []
      for (const piece of pieces(head(text, MAX_LONG))) for (const id of ids(piece)) all.push(id)
      const starts = Array.from({ length: Math.max(1, Math.ceil(all.length / room)) }, (_, i) => i * room)
      return starts.map((start) => [cls, ...all.slice(start, start + room), sep])
    },
  }
}

/** Splits at spaces and line ends, where no token reaches across, or after 4,000 units without one. */
function* pieces(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let piece = head(text.slice(start, start + MAX_UNITS + 1), MAX_UNITS)
    if (start + piece.length < text.length) {
      const end = Math.max(piece.lastIndexOf(' '), piece.lastIndexOf('\n'))
      if (end > 0) piece = piece.slice(0, end)
    }
    yield piece
    start += piece.length
  }
}

/** The first `length` UTF-16 units, one fewer where that would cut a surrogate pair. */
function head(text: string, length: number): string {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}
