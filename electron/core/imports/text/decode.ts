import type { Encoding } from '../../../../shared/encodings.ts'
import { TableDecoder } from './table-decoder.ts'
import { Utf16Decoder } from './utf16.ts'
import { Utf8Decoder } from './utf8.ts'

/** Text from bytes that come in parts of any size; what cannot be decoded becomes U+FFFD. */
export interface Decoder {
  /** The text of these bytes, but for a character that is begun in them; no surrogate pair is parted. */
  write(bytes: Buffer): string
  end(): string
  /** Whether bytes may have been undecodable since this was last set to false. */
  isSuspect: boolean
}

export function decoderFor(encoding: Encoding): Decoder {
  if (encoding === 'utf-8') return new Utf8Decoder()
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new Utf16Decoder(encoding)
  return new TableDecoder(encoding)
}

/** The text of bytes that are all there. */
export function decodeAll(bytes: Buffer, encoding: Encoding): string {
  const decoder = decoderFor(encoding)
  return decoder.write(bytes) + decoder.end()
}
