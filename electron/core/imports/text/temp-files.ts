import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import type { TextFile } from './open-text.ts'

/** A folder for the files of a test. */
export interface TempFiles {
  readonly folder: string
  /** Writes a file and answers its path. */
  write(name: string, content: Uint8Array | string): string
  remove(): void
}

export function tempFiles(): TempFiles {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-text-'))
  return {
    folder,
    write: (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The whole text of a file. */
export async function textOf(file: TextFile): Promise<string> {
  let text = ''
  for await (const chunk of file.chunks()) text += chunk
  return text
}

interface Packed {
  readonly name: string | Buffer
  readonly content: Uint8Array | string
  readonly flags?: number
  readonly method?: number
}

/** A zip archive of these files, deflated unless a method says otherwise. */
export function zipOf(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const { local, central } = packed(file, offset)
    parts.push(local)
    directory.push(central)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, index, end])
}

function packed({ name, content, flags = 0, method = 8 }: Packed, offset: number): { local: Buffer; central: Buffer } {
  const bytes = Buffer.from(content)
  const data = method === 8 ? deflateRawSync(bytes) : bytes
  const label = Buffer.from(name)
  // The fields that the local and the central header share.
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(flags, 2)
  shared.writeUInt16LE(method, 4)
  shared.writeUInt32LE(crc32(bytes), 10)
  shared.writeUInt32LE(data.length, 14)
  shared.writeUInt32LE(bytes.length, 18)
  shared.writeUInt16LE(label.length, 22)
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, label, data])
  const central = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, tail, label])
  return { local, central }
}
