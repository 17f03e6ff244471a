import { isUtf8 } from 'node:buffer'
import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl'
import { ExpectedError } from '../../../../shared/result.ts'
import { countedStream, damaged, unpackedChunks, type ByteSource } from './byte-source.ts'
import { decodeAll } from './decode.ts'
import { detect } from './detect.ts'
import type { DiskFile } from './disk-file.ts'

/** One file in an archive. */
export interface ZipEntry {
  readonly name: string
  /** Bytes when unpacked. */
  readonly size: number
  readonly entry: Entry
}

/** The files in an archive in its order, without folders and what systems add of their own. */
export async function zipEntries(file: DiskFile): Promise<readonly ZipEntry[]> {
  const found: ZipEntry[] = []
  await withZip(file, async (zip) => {
    for await (const entry of zip.eachEntry()) {
      const name = await nameOf(entry)
      if (!isClutter(name)) found.push({ name, size: entry.uncompressedSize, entry })
    }
  })
  return found
}

async function withZip(file: DiskFile, work: (zip: ZipFile) => Promise<void>): Promise<void> {
  try {
    const zip = await openZip(file)
    try {
      await work(zip)
    } finally {
      zip.close()
    }
  } catch (error) {
    const isStrong = error instanceof Error && error.message.includes('strong encryption')
    throw isStrong ? encrypted(file.name) : damaged(error, file)
  }
}

// Names stay bytes, so that one odd name does not hide the others.
const openZip = (file: DiskFile): Promise<ZipFile> =>
  openPromise(file.path, { autoClose: false, lazyEntries: true, decodeStrings: false })

/** Archives made in Korea or Russia hold names in the system's encoding and do not say so. */
async function nameOf(entry: Entry): Promise<string> {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
  const says = (generalPurposeBitFlag & 0x800) !== 0 || extraFields.some(({ id }) => id === 0x7075)
  if (says) return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  if (isUtf8(fileNameRaw)) return fileNameRaw.toString('utf8')
  return decodeAll(fileNameRaw, (await detect([fileNameRaw])).encoding)
}

const isClutter = (name: string): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || /(^|\/)(\._[^/]*|\.DS_Store|Thumbs\.db)$/i.test(name)

/** A text in a zip archive. */
export class ZipSource implements ByteSource {
  readonly container = 'zip'
  readonly name: string
  readonly sha256: string
  readonly #file: DiskFile
  readonly #entry: Entry
  #packed = 0
  #isChecked = false

  constructor(file: DiskFile, sha256: string, { name, entry }: ZipEntry) {
    if (entry.isEncrypted()) throw encrypted(`${name} in ${file.name}`)
    if (!entry.canDecodeFileData()) throw oddMethod(file.name, name)
    this.name = `${file.name} › ${name}`
    this.sha256 = sha256
    this.#file = file
    this.#entry = entry
  }

  /** The share of the entry that is read, as that share of the file. */
  get read(): number {
    const { compressedSize } = this.#entry
    return compressedSize === 0 ? this.#file.size : Math.floor((this.#file.size * this.#packed) / compressedSize)
  }

  async *chunks(chunkSize: number): AsyncGenerator<Buffer> {
    this.#packed = 0
    const zip = await openZip(this.#file).catch((error: unknown) => {
      throw damaged(error, this.#file)
    })
    try {
      const stream = await this.#open(zip, chunkSize)
      yield* this.#checked(unpackedChunks(stream, this.#file, () => this.#packed))
    } finally {
      zip.close()
    }
  }

  /** Unpacks by itself what yauzl finds, so as to count the packed bytes on their way. */
  async #open(zip: ZipFile, chunkSize: number): Promise<Readable> {
    try {
      const raw = await zip.openReadStreamPromise(this.#entry, { decodeFileData: false })
      const packed = countedStream(raw, (length) => (this.#packed += length))
      if (this.#entry.compressionMethod === 0) return packed
      const unpacked = createInflateRaw({ chunkSize })
      pipeline(packed, unpacked, () => undefined)
      return unpacked
    } catch (error) {
      throw damaged(error, this.#file)
    }
  }

  /** The first reading compares the checksum that the archive keeps. */
  async *#checked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let sum = 0
    for await (const chunk of chunks) {
      if (!this.#isChecked) sum = crc32(chunk, sum)
      yield chunk
    }
    if (!this.#isChecked && sum !== this.#entry.crc32) throw damaged(new Error('checksum differs'), this.#file)
    this.#isChecked = true
  }
}

const encrypted = (what: string): ExpectedError =>
  new ExpectedError(
    'cannot-read',
    `${what} is locked with a password. Unpack it with the password and import what is in it. Nothing was imported.`,
  )

const oddMethod = (archive: string, name: string): ExpectedError =>
  new ExpectedError(
    'cannot-read',
    `${name} in ${archive} is packed in a way that Parallax cannot read. Unpack it and import what is in it. Nothing was imported.`,
  )
