import { createReadStream } from 'node:fs'
import { pipeline, Transform, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ExpectedError } from '../../../../shared/result.ts'
import { explain } from '../../../store/errors.ts'
import type { DiskFile } from './disk-file.ts'
import { guarded } from './expansion.ts'
import type { Container } from './magic.ts'

/** The bytes of a text, wherever they lie; they can be read from the start more than once. */
export interface ByteSource {
  readonly name: string
  readonly container: Container
  /** How far the last reading is, in bytes of the file on disk. */
  readonly read: number
  /** The hash of the file on disk where it is known; null where the first reading hashes the same bytes. */
  readonly sha256: string | null
  /** Each buffer is good until the next is asked for. */
  chunks(chunkSize: number): AsyncGenerator<Buffer>
}

/** A text that lies on disk as it is. */
export class PlainSource implements ByteSource {
  readonly container = 'plain'
  readonly sha256 = null
  readonly #file: DiskFile
  read = 0

  constructor(file: DiskFile) {
    this.#file = file
  }

  get name(): string {
    return this.#file.name
  }

  async *chunks(chunkSize: number): AsyncGenerator<Buffer> {
    this.read = 0
    for await (const chunk of this.#file.chunks(chunkSize)) {
      this.read += chunk.length
      yield chunk
    }
  }
}

/** A text in gzip, of one member or of several one after the other. */
export class GzipSource implements ByteSource {
  readonly container = 'gzip'
  readonly #file: DiskFile
  readonly sha256: string
  read = 0

  constructor(file: DiskFile, sha256: string) {
    this.#file = file
    this.sha256 = sha256
  }

  get name(): string {
    return this.#file.name
  }

  async *chunks(chunkSize: number): AsyncGenerator<Buffer> {
    this.read = 0
    const packed = countedStream(createReadStream(this.#file.path), (length) => (this.read += length))
    const unpacked = createGunzip({ chunkSize })
    // A failure of the first ends the second, which throws it.
    pipeline(packed, unpacked, () => undefined)
    yield* unpackedChunks(unpacked, this.#file, () => this.read)
  }
}

/** A stream that tells of the bytes that pass. */
export function countedStream(stream: Readable, count: (length: number) => void): Readable {
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      count(chunk.length)
      done(null, chunk)
    },
  })
  pipeline(stream, counter, () => undefined)
  return counter
}

/** The chunks of an unpacked stream, which is ended with them; what is wrong with the archive is said in words. */
export async function* unpackedChunks(stream: Readable, file: DiskFile, read: () => number): AsyncGenerator<Buffer> {
  try {
    yield* guarded(stream, file.name, read)
  } catch (error) {
    throw damaged(error, file)
  } finally {
    stream.destroy()
  }
}

/** What the unpacking of an archive throws, as a failure that says so. */
export function damaged(error: unknown, { name, path }: DiskFile): unknown {
  const explained = explain(error, path)
  if (explained instanceof ExpectedError) return explained
  const detail = error instanceof Error ? error.message : String(error)
  return new ExpectedError(
    'damaged',
    `${name} is cut off or damaged and cannot be unpacked (${detail}). Get it again and try again. Nothing was imported.`,
  )
}
