import { crc32, deflateSync } from 'node:zlib'

/**
 * Pixels of four bytes (red, green, blue, and the last, which is not kept: nothing is transparent) as a PNG file (W3C,
 * third edition). The library that draws packs them, too, in ten times the time.
 */
export function pngOf(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits a channel, true colour, the usual ways of packing, not interlaced.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(linesOf(pixels, width, height), { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Each line as what it differs by from the one above ("up"): areas of one colour become zeros. */
function linesOf(pixels: Uint8Array, width: number, height: number): Buffer {
  const up = 2
  const lines = Buffer.alloc((3 * width + 1) * height)
  let [from, to] = [0, 0]
  for (let line = 0; line < height; line += 1) {
    lines[to++] = up
    for (let at = 0; at < width; at += 1, from += 4)
      for (let channel = from; channel < from + 3; channel += 1)
        lines[to++] = (pixels[channel] ?? 0) - (line === 0 ? 0 : (pixels[channel - 4 * width] ?? 0))
  }
  return lines
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
