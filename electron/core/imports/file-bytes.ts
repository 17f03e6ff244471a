import { createHash } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ExpectedError } from '../../../shared/result.ts'
import { explain } from '../../store/errors.ts'

const headSize = 2 ** 16

/** A file's bytes, read once from start to end: hashed, counted, and refused when the file changes meanwhile. */
export class FileBytes {
  readonly path: string
  readonly name: string
  readonly size: number
  /** The first bytes, by which encoding and delimiter are known. */
  readonly head: Buffer
  readonly #stats: Stats
  readonly #hash = createHash('sha256')
  #read = 0

  private constructor(path: string, stats: Stats, head: Buffer) {
    this.path = path
    this.name = basename(path)
    this.size = stats.size
    this.head = head
    this.#stats = stats
  }

  static async open(path: string): Promise<FileBytes> {
    try {
      const file = await open(path, 'r')
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, 0)
        return new FileBytes(path, await file.stat(), buffer.subarray(0, bytesRead))
      } finally {
        await file.close()
      }
    } catch (error) {
      throw explain(error, path)
    }
  }

  /** How many bytes were read so far. */
  get read(): number {
    return this.#read
  }

  /** The hash of all bytes; to be asked once, after the last was read. */
  sha256(): string {
    return this.#hash.digest('hex')
  }

  /** The bytes from the first on. */
  async *chunks(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of createReadStream(this.path) as AsyncIterable<Buffer>) {
        this.#hash.update(chunk)
        this.#read += chunk.length
        yield chunk
      }
    } catch (error) {
      throw explain(error, this.path)
    }
    await this.#expectUnchanged()
  }

  async #expectUnchanged(): Promise<void> {
    const now = await stat(this.path)
    if (now.size === this.#stats.size && now.mtimeMs === this.#stats.mtimeMs) return
    throw new ExpectedError('conflict', `${this.name} changed while it was read. Nothing was imported. Try again.`)
  }
}
