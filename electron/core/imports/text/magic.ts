import { ExpectedError } from '../../../../shared/result.ts'

export type Container = 'plain' | 'gzip' | 'zip' | 'xlsx'

/** How many first bytes tell what a file is. */
export const magicSize = 512

interface Magic {
  readonly what: string
  readonly bytes: readonly number[]
  readonly at?: number
}

const ascii = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')]

/** What people pick by mistake, named so that they see the mistake. */
const foreign: readonly Magic[] = [
  { what: 'a PDF file', bytes: ascii('%PDF-') },
  { what: 'a 7-Zip archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { what: 'a RAR archive', bytes: ascii('Rar!\x1a\x07') },
  { what: 'an XZ archive', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { what: 'a bzip2 archive', bytes: ascii('BZh') },
  { what: 'a Zstandard archive', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { what: 'a tar archive', bytes: ascii('ustar'), at: 257 },
  { what: 'an SQLite database', bytes: ascii('SQLite format 3\0') },
  { what: 'a Parquet file', bytes: ascii('PAR1') },
  { what: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { what: 'UTF-32 text', bytes: [0xff, 0xfe, 0, 0] },
  { what: 'UTF-32 text', bytes: [0, 0, 0xfe, 0xff] },
]

const isAt = (head: Uint8Array, { bytes, at = 0 }: Magic): boolean =>
  bytes.every((byte, index) => head[at + index] === byte)

const zip: Magic = { what: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] }
const emptyZip: Magic = { what: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] }
const gzip: Magic = { what: 'gzip', bytes: [0x1f, 0x8b, 0x08] }
const ole: Magic = { what: 'xls', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] }

/** What holds the text, by the first bytes. A workbook of today's kind is a zip archive: its entries tell it. */
export function containerOf(head: Uint8Array): Container {
  if (isAt(head, zip) || isAt(head, emptyZip)) return 'zip'
  if (isAt(head, gzip)) return 'gzip'
  return isAt(head, ole) ? 'xlsx' : 'plain'
}

/** Refuses what is no text, however it is named. */
export function expectText(head: Uint8Array, name: string): void {
  const found = foreign.find((magic) => isAt(head, magic))
  if (found) throw notText(name, found.what)
}

/** Refuses an archive within an archive. */
export function expectUnpacked(head: Uint8Array, name: string): void {
  if (containerOf(head) !== 'plain') throw notText(name, 'another archive or a workbook inside an archive')
  expectText(head, name)
}

const notText = (name: string, what: string): ExpectedError =>
  new ExpectedError(
    'cannot-read',
    `${name} is ${what}, not a table. Save it as CSV (UTF-8) or XLSX, or unpack it, and try again. Nothing was imported.`,
  )
