const sectorBytes = 512
const endOfChain = 0xfffffffe
const fatSector = 0xfffffffd
const free = 0xffffffff

const directoryEntry = (
  name: string,
  type: number,
  child: number,
  right: number,
  start: number,
  size: number,
): Buffer => {
  const entry = Buffer.alloc(128)
  entry.write(name, 0, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry[66] = type
  entry[67] = 1
  entry.writeUInt32LE(free, 68)
  entry.writeUInt32LE(right, 72)
  entry.writeUInt32LE(child, 76)
  entry.writeUInt32LE(start, 116)
  entry.writeUInt32LE(size, 120)
  return entry
}

/** A compound file (the container of old Office files) with two streams of at least 4,096 bytes each. */
function compoundFile(streams: [string, Buffer][]): Buffer {
  const fat: number[] = [fatSector, endOfChain]
  const starts = streams.map(([, data]) => {
    const start = fat.length
    const count = data.length / sectorBytes
    for (let i = 0; i < count; i++) fat.push(i === count - 1 ? endOfChain : fat.length + 1)
    return start
  })
  const header = Buffer.alloc(sectorBytes)
  header.write('d0cf11e0a1b11ae1', 0, 'hex')
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(endOfChain, 60)
  header.writeUInt32LE(endOfChain, 68)
  for (let i = 0; i < 109; i++) header.writeUInt32LE(i === 0 ? 0 : free, 76 + i * 4)
  const table = Buffer.alloc(sectorBytes, 0xff)
  fat.forEach((next, i) => {
    table.writeUInt32LE(next, i * 4)
  })
  const directory = Buffer.concat([
    directoryEntry('Root Entry', 5, 1, free, endOfChain, 0),
    ...streams.map(([name, data], i) =>
      directoryEntry(name, 2, free, i + 1 < streams.length ? i + 2 : free, starts[i]!, data.length),
    ),
    Buffer.alloc(128),
  ])
  return Buffer.concat([header, table, directory, ...streams.map(([, data]) => data)])
}

/** A Word 97 file of runs, each with its character properties (a list of [MS-DOC] property codes and operands). */
export function makeDoc(runs: { text: string; properties?: number[] }[]): Buffer {
  const text = Buffer.from(runs.map((run) => run.text).join(''), 'latin1')
  const textStart = 1024
  const [characterPage, paragraphPage] = [5, 6]
  const word = Buffer.alloc(4096)
  word.writeUInt16LE(0xa5ec, 0)
  word.writeUInt16LE(0x0200, 0x0a)
  word.writeUInt32LE(textStart, 0x18)
  word.writeUInt32LE(text.length, 0x4c)
  word.set(text, textStart)

  const page = word.subarray(characterPage * 512, (characterPage + 1) * 512)
  page[511] = runs.length
  let position = textStart
  let place = 510
  runs.forEach(({ text: words, properties = [] }, i) => {
    page.writeUInt32LE(position, i * 4)
    position += words.length
    page.writeUInt32LE(position, (i + 1) * 4)
    if (properties.length === 0) return
    place = (place - properties.length - 1) & ~1
    page[place] = properties.length
    page.set(properties, place + 1)
    page[(runs.length + 1) * 4 + i] = place / 2
  })
  word[(paragraphPage + 1) * 512 - 1] = 0

  const table = Buffer.alloc(4096)
  // The piece table: one piece of one-byte characters (flag in bit 30, position doubled).
  table[0] = 2
  table.writeUInt32LE(16, 1)
  table.writeUInt32LE(0, 5)
  table.writeUInt32LE(text.length, 9)
  table.writeUInt32LE((textStart * 2) | 0x40000000, 15)
  word.writeUInt32LE(0, 0x1a2)
  word.writeUInt32LE(21, 0x1a6)
  const bins: [number, number, number][] = [
    [0xfa, 100, characterPage],
    [0x102, 200, paragraphPage],
  ]
  for (const [field, at, number] of bins) {
    table.writeUInt32LE(textStart, at)
    table.writeUInt32LE(textStart + text.length, at + 4)
    table.writeUInt32LE(number, at + 8)
    word.writeUInt32LE(at, field)
    word.writeUInt32LE(12, field + 4)
  }
  return compoundFile([
    ['WordDocument', word],
    ['1Table', table],
  ])
}
