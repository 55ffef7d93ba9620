import { describe, expect, it } from 'vitest'
import { toPng } from '../testing/make-picture.ts'
import { imageFacts } from './image-size.ts'

/** A TIFF header with one directory; `next` is the offset of the following page's. */
const tiff = (tags: [number, number][], next = 0): Buffer => {
  const bytes = Buffer.alloc(8 + 2 + tags.length * 12 + 4)
  bytes.write('II*\0', 0, 'latin1')
  bytes.writeUInt32LE(8, 4)
  bytes.writeUInt16LE(tags.length, 8)
  tags.forEach(([tag, value], i) => {
    bytes.writeUInt16LE(tag, 10 + i * 12)
    bytes.writeUInt16LE(3, 12 + i * 12)
    bytes.writeUInt32LE(1, 14 + i * 12)
    bytes.writeUInt16LE(value, 18 + i * 12)
  })
  bytes.writeUInt32LE(next, 10 + tags.length * 12)
  return bytes
}

const jpegSegment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

describe('the header of an image', () => {
  it('tells the size of a PNG', () => {
    const png = toPng({ width: 30, height: 20, pixels: new Uint8Array(600) })
    expect(imageFacts(png)).toEqual({ width: 30, height: 20, orientation: 1 })
  })

  it('tells size, orientation and further pages of a TIFF', () => {
    const tags: [number, number][] = [
      [256, 1700],
      [257, 2200],
      [274, 6],
    ]
    expect(imageFacts(tiff(tags))).toEqual({ width: 1700, height: 2200, orientation: 6, hasMorePages: false })
    expect(imageFacts(tiff(tags, 500))).toMatchObject({ hasMorePages: true })
  })

  it('tells size and EXIF orientation of a JPEG', () => {
    const exif = jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff([[274, 8]])]))
    const frame = jpegSegment(0xc0, Buffer.from([8, 0, 200, 1, 44, 1, 1, 0x11, 0]))
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8]), exif, frame, Buffer.alloc(16)])
    expect(imageFacts(jpeg)).toEqual({ width: 300, height: 200, orientation: 8 })
  })

  it.each([
    ['cut off', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['a TIFF that points outside itself', Buffer.from('II*\0\xff\xff\xff\x7f', 'latin1')],
  ])('says nothing when it is %s', (_, bytes) => {
    expect(imageFacts(bytes)).toBeUndefined()
  })
})
