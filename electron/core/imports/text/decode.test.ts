import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeAll, decoderFor } from './decode.ts'
import { encodings, type Encoding } from '../../../../shared/encodings.ts'
import { familyOf } from './encodings.ts'

const iconvName = (encoding: Encoding): iconv.Encoding => (encoding === 'x-mac-cyrillic' ? 'maccyrillic' : encoding)

/** Decodes in parts of these sizes, in turn. */
function decodeInParts(bytes: Buffer, encoding: Encoding, sizes: readonly number[]): string[] {
  const decoder = decoderFor(encoding)
  const texts: string[] = []
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    // A copy that is overwritten at once, as a reader does that uses its buffer again.
    const part = Buffer.from(bytes.subarray(at, at + size))
    texts.push(decoder.write(part))
    part.fill(0x41)
    at += size
  }
  return [...texts, decoder.end()]
}

const anyEncoding = fc.constantFrom(...encodings)
const anySizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
const words = fc.constantFrom(
  'Привет, Україно',
  '북한군 1만 명',
  '똠방각하',
  'Müller à Köln',
  '北朝鮮の兵士',
  '库尔斯克',
  '€ “—”',
  '𠮷😀',
  '\r\n',
  ',"',
  'plain',
)
const anyText = fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 12 }).map((all) => all.join(''))

/** The text, without what the encoding has not. */
const writable = (text: string, encoding: Encoding): string =>
  [...text]
    .filter((char) => iconv.decode(iconv.encode(char, iconvName(encoding)), iconvName(encoding)) === char)
    .join('')

describe('decoding in parts', () => {
  it('reads any text in any encoding back, whatever the parts', () => {
    fc.assert(
      fc.property(anyText, anyEncoding, anySizes, (any, encoding, sizes) => {
        const text = writable(any, encoding).replaceAll('\uFEFF', '').toWellFormed()
        const bytes = iconv.encode(text, iconvName(encoding), { addBOM: false })
        const parts = decodeInParts(bytes, encoding, sizes)
        expect(parts.join('')).toBe(text)
        expect(parts.every((part) => part.isWellFormed())).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  it('reads any bytes as they read in one piece, and those of tables as iconv-lite reads them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), anyEncoding, anySizes, (raw, encoding, sizes) => {
        const bytes = Buffer.from(raw)
        const whole = decodeAll(Buffer.from(bytes), encoding)
        expect(decodeInParts(bytes, encoding, sizes).join('')).toBe(whole)
        if (familyOf(encoding) === 'wide') return
        const expected =
          encoding === 'utf-8' ? bytes.toString('utf8') : iconv.decode(bytes, iconvName(encoding), { stripBOM: false })
        expect(whole).toBe(expected.toWellFormed())
      }),
      { numRuns: 3000 },
    )
  })

  it('says when bytes were undecodable, and only then', () => {
    const suspect = (bytes: readonly number[], encoding: Encoding): boolean => {
      const decoder = decoderFor(encoding)
      decoder.write(Buffer.from(bytes))
      decoder.end()
      return decoder.isSuspect
    }
    expect(suspect([0x61, 0xff, 0x62], 'utf-8')).toBe(true)
    expect(suspect([0xd0], 'utf-8')).toBe(true)
    expect(suspect([...Buffer.from('п\uFFFD')], 'utf-8')).toBe(false)
    expect(suspect([0x98], 'windows-1251')).toBe(true)
    expect(suspect([0xcf, 0xf0], 'windows-1251')).toBe(false)
    expect(suspect([0xb0, 0x2c], 'cp949')).toBe(true)
    expect(suspect([0x61, 0x00, 0x62], 'utf-16le')).toBe(true)
    expect(suspect([0x00, 0xd8, 0x61, 0x00], 'utf-16le')).toBe(true)
  })
})
