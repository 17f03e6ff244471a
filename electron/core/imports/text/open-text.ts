import type { ByteSource } from './byte-source.ts'
import { chooseEncoding, type Choice, type EncodingDoubt } from './choose-encoding.ts'
import { decoderFor } from './decode.ts'
import { DiskFile } from './disk-file.ts'
import type { Encoding } from '../../../../shared/encodings.ts'
import { encodingNamed } from './encodings.ts'
import { newlineOf, type LineEnds, type Newline } from './line-ends.ts'
import { expectText, expectUnpacked, magicSize, type Container } from './magic.ts'
import { Cleaner, type TextProblems } from './problems.ts'
import { sourceOf } from './source.ts'
import { survey, type Survey } from './survey.ts'

export interface OpenOptions {
  /** The encoding to read by, under any of its names; found by itself where there is none. */
  readonly encoding?: string | undefined
  /** Which file of a zip archive, by its name in it. */
  readonly entry?: string | undefined
  /** Which sheet of a workbook, by its name. */
  readonly sheet?: string | undefined
  /** Told how far the first look is, in bytes of the file on disk; what it throws ends the opening. */
  readonly onLook?: ((read: number, size: number) => void) | undefined
}

const headLength = 2 ** 18
/** Bytes that are decoded at once, and the most characters of a chunk: twice as many do not fit the processor's cache and take twice as long. */
const chunkSize = 2 ** 16

/**
 * Looks a file through (encoding, line ends, hash) and opens its text. Refuses, with words for the user, what is missing,
 * locked, damaged, no text, or changes meanwhile.
 */
export async function openText(path: string, options: OpenOptions = {}): Promise<TextFile> {
  if (options.encoding !== undefined) encodingNamed(options.encoding)
  const file = await DiskFile.open(path)
  const source = await sourceOf(file, options)
  if (source.container === 'plain') expectText(await file.start(magicSize), file.name)
  // A sheet has no bytes of its own: it is made into text here.
  const encoding = source.container === 'xlsx' ? undefined : options.encoding
  const seen = await survey(source, encoding, (read) => options.onLook?.(read, file.size))
  if (source.container === 'gzip' || source.container === 'zip') expectUnpacked(seen.head, source.name)
  const choice = await chooseEncoding(seen, source.name, encoding !== undefined)
  await file.expectUnchanged()
  return new TextFile(file, source, seen, choice)
}

/** A file's text on its way from bytes: read once from start to end. */
export class TextFile {
  /** The file's name; within an archive or a workbook `list.zip › claims.csv`. */
  readonly name: string
  /** Bytes of the file on disk. */
  readonly size: number
  readonly container: Container
  readonly encoding: Encoding
  /** Whether a mark at the start said how the file is encoded. It is no part of the text. */
  readonly bom: boolean
  readonly newline: Newline
  readonly lineEnds: LineEnds
  /** Why a person should look at the encoding, or null. */
  readonly doubt: EncodingDoubt | null
  /** The first characters, at most 256 K: never cut within a character, but perhaps within a line. */
  readonly head: string
  /** The hash of the bytes on disk. */
  readonly sha256: string
  readonly #file: DiskFile
  readonly #source: ByteSource
  readonly #seen: Survey
  #cleaner = new Cleaner()
  #reading: AsyncGenerator<string> | null = null

  constructor(file: DiskFile, source: ByteSource, seen: Survey, { encoding, doubt }: Choice) {
    this.name = source.name
    this.size = file.size
    this.container = source.container
    this.encoding = encoding
    this.bom = seen.mark !== null
    this.lineEnds = seen.lineEnds
    this.newline = newlineOf(seen.lineEnds)
    this.doubt = doubt
    this.head = headOf(seen, encoding)
    this.sha256 = seen.sha256
    this.#file = file
    this.#source = source
    this.#seen = seen
  }

  /** Bytes of the file on disk that were read so far. */
  get read(): number {
    return this.#reading === null ? 0 : this.#source.read
  }

  /** What was odd in the text that `chunks` gave so far; all of it when they have ended. */
  get problems(): TextProblems {
    return this.#cleaner
  }

  /** The text without its mark and without NULs, from the first character on; no surrogate pair is parted. */
  chunks(): AsyncGenerator<string> {
    this.#cleaner = new Cleaner()
    this.#reading = this.#chunks(this.#cleaner)
    return this.#reading
  }

  /** Lets go of the file when not all of it is read. */
  async close(): Promise<void> {
    await this.#reading?.return(undefined)
  }

  async *#chunks(cleaner: Cleaner): AsyncGenerator<string> {
    await this.#file.expectUnchanged()
    const decoder = decoderFor(this.encoding)
    // Where nothing can be odd, lines need not be counted again.
    const isClean = this.encoding === 'utf-8' && this.#seen.isUtf8 && !this.#seen.hasNul
    const give = (text: string): string => {
      if (isClean) return text
      const clean = cleaner.clean(text, decoder.isSuspect)
      decoder.isSuspect = false
      return clean
    }
    let skip = this.#seen.mark?.length ?? 0
    for await (const bytes of this.#source.chunks(chunkSize)) {
      const text = give(decoder.write(bytes.subarray(skip)))
      skip = Math.max(0, skip - bytes.length)
      if (text !== '') yield text
    }
    const last = give(decoder.end())
    if (last !== '') yield last
    await this.#file.expectUnchanged()
  }
}

function headOf({ head, isWhole }: Survey, encoding: Encoding): string {
  const decoder = decoderFor(encoding)
  const text = decoder.write(head) + (isWhole ? decoder.end() : '')
  const clean = text.replaceAll('\0', '')
  if (clean.length <= headLength) return clean
  const isParted = /[\uD800-\uDBFF]/.test(clean.charAt(headLength - 1))
  return clean.slice(0, isParted ? headLength - 1 : headLength)
}
