import { createHash } from 'node:crypto'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { ExpectedError } from '../../../../shared/result.ts'
import { explain } from '../../../store/errors.ts'

/** What of a file is another when somebody writes it. */
interface Shape {
  readonly size: number
  readonly changed: bigint
  readonly inode: bigint
}

/** A file on disk that is read several times and must stay the same meanwhile. */
export class DiskFile {
  readonly path: string
  readonly name: string
  readonly size: number
  readonly #shape: Shape

  private constructor(path: string, shape: Shape) {
    this.path = path
    this.name = basename(path)
    this.size = shape.size
    this.#shape = shape
  }

  static async open(path: string): Promise<DiskFile> {
    try {
      // Opening shows what looking does not: that it may be read, and that it is no folder.
      const handle = await open(path, 'r')
      try {
        await handle.read(Buffer.alloc(1), 0, 1, 0)
        return new DiskFile(path, await shapeOf(path))
      } finally {
        await handle.close()
      }
    } catch (error) {
      throw explain(error, path)
    }
  }

  /** The bytes from the first on. A buffer is good until the next is asked for: two are used in turn. */
  async *chunks(chunkSize: number): AsyncGenerator<Buffer> {
    const handle = await this.#handle()
    try {
      yield* readAhead(handle, chunkSize)
    } catch (error) {
      throw explain(error, this.path)
    } finally {
      await handle.close()
    }
  }

  /** The first bytes, fewer where the file is shorter. */
  async start(length: number): Promise<Buffer> {
    const handle = await this.#handle()
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
      return buffer.subarray(0, bytesRead)
    } catch (error) {
      throw explain(error, this.path)
    } finally {
      await handle.close()
    }
  }

  async sha256(): Promise<string> {
    const hash = createHash('sha256')
    for await (const chunk of this.chunks(2 ** 20)) hash.update(chunk)
    return hash.digest('hex')
  }

  /** Refuses the file where somebody wrote, replaced or removed it since it was opened. */
  async expectUnchanged(): Promise<void> {
    const now = await shapeOf(this.path).catch(() => null)
    const was = this.#shape
    if (now && now.size === was.size && now.changed === was.changed && now.inode === was.inode) return
    throw new ExpectedError('conflict', `${this.name} changed while it was read. Nothing was imported. Try again.`)
  }

  async #handle(): Promise<FileHandle> {
    try {
      return await open(this.path, 'r')
    } catch (error) {
      throw explain(error, this.path)
    }
  }
}

async function shapeOf(path: string): Promise<Shape> {
  const { size, mtimeNs, ino } = await stat(path, { bigint: true })
  return { size: Number(size), changed: mtimeNs, inode: ino }
}

/** While one buffer is worked on, the disk fills the other. */
async function* readAhead(handle: FileHandle, chunkSize: number): AsyncGenerator<Buffer> {
  const fill = (buffer: Buffer<ArrayBuffer>): Promise<Buffer<ArrayBuffer>> => {
    const filled = handle.read(buffer, 0, buffer.length, null).then(({ bytesRead }) => buffer.subarray(0, bytesRead))
    // A failure is met when the buffer's turn has come: until then nobody waits for it.
    filled.catch(() => undefined)
    return filled
  }
  let free = Buffer.allocUnsafeSlow(chunkSize)
  let coming = fill(Buffer.allocUnsafeSlow(chunkSize))
  try {
    for (;;) {
      const chunk = await coming
      if (chunk.length === 0) return
      coming = fill(free)
      free = Buffer.from(chunk.buffer)
      yield chunk
    }
  } finally {
    // The handle may be closed only when nothing is being read.
    await coming.catch(() => undefined)
  }
}
