import { isAscii, isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { ByteSource } from './byte-source.ts'
import type { Encoding } from '../../../../shared/encodings.ts'
import { encodingAsked, markOf, type Mark } from './encodings.ts'
import { Excerpts } from './excerpts.ts'
import { LineEndCounter, type LineEnds } from './line-ends.ts'
import { decoderFor, type Decoder } from './decode.ts'
import { utf16Of } from './utf16.ts'
import { cutUtf8 } from './utf8.ts'

/** What one reading of all the bytes tells of a file, before a character of it is decoded. */
export interface Survey {
  readonly mark: Mark | null
  /** The encoding that a person named, or else the mark. */
  readonly asked: Encoding | null
  /** UTF-16 that says so by its zero bytes. */
  readonly wide: 'utf-16le' | 'utf-16be' | null
  readonly isUtf8: boolean
  readonly isAscii: boolean
  readonly hasNul: boolean
  readonly lineEnds: LineEnds
  /** The first bytes, enough for the first characters to be shown. */
  readonly head: Buffer
  readonly isWhole: boolean
  readonly excerpts: readonly Buffer[]
  readonly sha256: string
}

/** The head is decoded for a first look: 256 K characters of four bytes at most. */
const headSize = 2 ** 20
export const surveyChunk = 2 ** 20

/** Reads a file from start to end for what must be known before it is decoded. */
export async function survey(
  source: ByteSource,
  forced: string | undefined,
  onRead: (read: number) => void,
): Promise<Survey> {
  const hash = source.sha256 === null ? createHash('sha256') : null
  let surveyor: Surveyor | undefined
  for await (const chunk of source.chunks(surveyChunk)) {
    hash?.update(chunk)
    surveyor ??= new Surveyor(chunk, forced)
    surveyor.add(chunk)
    onRead(source.read)
  }
  const sha256 = hash?.digest('hex') ?? source.sha256 ?? ''
  return { ...(surveyor ?? new Surveyor(Buffer.alloc(0), forced)).end(), sha256 }
}

class Surveyor {
  readonly #mark: Mark | null
  readonly #asked: Encoding | null
  readonly #wide: 'utf-16le' | 'utf-16be' | null
  readonly #decoder: Decoder | null
  readonly #lineEnds = new LineEndCounter()
  readonly #excerpts = new Excerpts()
  readonly #used = new Uint8Array(256)
  readonly #head: Buffer[] = []
  #headSize = 0
  #size = 0
  #rest: Buffer = Buffer.alloc(0)
  #isUtf8 = true
  #isAscii = true
  #hasNul = false

  constructor(first: Buffer, forced: string | undefined) {
    this.#mark = markOf(first)
    this.#asked = forced === undefined ? (this.#mark?.encoding ?? null) : encodingAsked(forced, this.#mark)
    this.#wide = this.#asked === null ? utf16Of(first) : wideOf(this.#asked)
    this.#decoder = this.#wide && decoderFor(this.#wide)
  }

  add(whole: Buffer): void {
    const chunk = this.#size === 0 ? whole.subarray(this.#mark?.length ?? 0) : whole
    this.#size += whole.length
    this.#keepHead(chunk)
    if (this.#decoder) this.#addText(this.#decoder.write(chunk))
    else this.#addBytes(chunk)
  }

  end(): Omit<Survey, 'sha256'> {
    if (this.#decoder) this.#addText(this.#decoder.end())
    if (this.#isUtf8 && !this.#decoder) this.#addUtf8(this.#rest)
    return {
      mark: this.#mark,
      asked: this.#asked,
      wide: this.#wide,
      isUtf8: this.#isUtf8 && !this.#decoder,
      isAscii: this.#isAscii && !this.#decoder,
      hasNul: this.#hasNul,
      lineEnds: this.#lineEnds.counts,
      head: Buffer.concat(this.#head),
      isWhole: this.#headSize + (this.#mark?.length ?? 0) === this.#size,
      excerpts: this.#excerpts.taken,
    }
  }

  #keepHead(chunk: Buffer): void {
    if (this.#headSize >= headSize) return
    const part = Buffer.from(chunk.subarray(0, headSize - this.#headSize))
    this.#head.push(part)
    this.#headSize += part.length
  }

  #addText(text: string): void {
    this.#lineEnds.addText(text)
    this.#hasNul ||= text.includes('\0')
  }

  #addBytes(chunk: Buffer): void {
    this.#lineEnds.addBytes(chunk)
    this.#hasNul ||= chunk.includes(0)
    if (isAscii(chunk) && this.#rest.length === 0) return
    this.#isAscii = false
    this.#excerpts.add(chunk)
    if (this.#isUtf8) {
      const joined = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
      const cut = cutUtf8(joined)
      this.#rest = Buffer.from(joined.subarray(cut))
      this.#addUtf8(joined.subarray(0, cut))
    } else this.#use(chunk)
  }

  #addUtf8(bytes: Buffer): void {
    if (isUtf8(bytes)) return
    this.#isUtf8 = false
    this.#use(bytes)
    this.#use(this.#rest)
  }

  /** One byte that occurs once may tell two encodings apart. */
  #use(bytes: Buffer): void {
    const used = this.#used
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (byte < 0x80 || used[byte] === 1) continue
      used[byte] = 1
      this.#excerpts.addRare(bytes, at)
    }
  }
}

const wideOf = (encoding: Encoding): 'utf-16le' | 'utf-16be' | null =>
  encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : null
