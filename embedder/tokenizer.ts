import { Tokenizer } from '@huggingface/tokenizers'

/** The most tokens of one inference, [CLS] and [SEP] included: what all-MiniLM-L6-v2 was trained with. */
const MAX_TOKENS = 256
/** How much of a line is read, in UTF-16 units: beyond the 256 tokens of any real text, and an upper bound on the work. */
const MAX_LINE = 20_000
/** How much of a long text is read, in UTF-16 units. */
const MAX_LONG = 200_000

/** Text -> the token ids of one inference, or of several for a long text. */
export interface Encoder {
  /** The first 256 tokens of a text. */
  line(text: string): number[]
  /** A whole text in chunks of at most 256 tokens, at least one chunk. */
  chunks(text: string): number[][]
}

/** Builds the encoder from the contents of a BERT tokenizer.json. */
export function createEncoder(tokenizerJson: string): Encoder {
  // The file asks for padding and truncation to 128 tokens; neither is wanted here.
  const tokenizer = new Tokenizer({ ...JSON.parse(tokenizerJson), padding: null, truncation: null }, {})
  const [cls, sep] = [tokenizer.token_to_id('[CLS]'), tokenizer.token_to_id('[SEP]')]
  if (cls === undefined || sep === undefined) throw new TypeError('the tokenizer has no [CLS] or [SEP]')
  const ids = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids
  const room = MAX_TOKENS - 2
  return {
    line: (text) => [cls, ...ids(head(text, MAX_LINE)).slice(0, room), sep],
    chunks: (text) => {
      const all = ids(head(text, MAX_LONG))
      const starts = Array.from({ length: Math.max(1, Math.ceil(all.length / room)) }, (_, i) => i * room)
      return starts.map((start) => [cls, ...all.slice(start, start + room), sep])
    },
  }
}

/** The first `length` UTF-16 units, one fewer where that would cut a surrogate pair. */
function head(text: string, length: number): string {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}
