import { ExpectedError } from '../../../../shared/result.ts'
import { GzipSource, PlainSource, type ByteSource } from './byte-source.ts'
import { DiskFile } from './disk-file.ts'
import { containerOf, magicSize, type Container } from './magic.ts'
import { chooseSheet, readSheets, SheetSource } from './workbook.ts'
import { zipEntries, ZipSource, type ZipEntry } from './zip.ts'

/** A table that a file holds: a file in an archive, a sheet of a workbook. */
export interface ListedEntry {
  readonly kind: 'file' | 'sheet'
  readonly name: string
  /** Of a file its bytes when unpacked, of a sheet its rows. */
  readonly size: number
  readonly isHidden: boolean
  /** Whether it is the one that is opened when none is named. */
  readonly isFirst: boolean
}

/** The tables in an archive or a workbook, for a picker; none in a file that is one table. */
export async function listEntries(path: string): Promise<readonly ListedEntry[]> {
  const file = await DiskFile.open(path)
  const { container, entries } = await lookInto(file)
  if (container === 'zip') return listedFiles(entries)
  if (container !== 'xlsx') return []
  const sheets = await readSheets(file)
  const first = sheets.find(({ isHidden }) => !isHidden) && chooseSheet(file, sheets)
  return sheets.map(({ name, rows, isHidden }, index) => ({
    kind: 'sheet',
    name,
    size: rows,
    isHidden,
    isFirst: sheets[index] === first,
  }))
}

function listedFiles(entries: readonly ZipEntry[]): readonly ListedEntry[] {
  const first = firstTable(entries)
  return entries.map((entry) => ({
    kind: 'file',
    name: entry.name,
    size: entry.size,
    isHidden: false,
    isFirst: entry === first,
  }))
}

/** The bytes of the text in a file, whatever holds it. */
export async function sourceOf(
  file: DiskFile,
  { entry, sheet }: { readonly entry?: string | undefined; readonly sheet?: string | undefined },
): Promise<ByteSource> {
  const { container, entries } = await lookInto(file)
  if (entry !== undefined && container !== 'zip') throw holdsNone(file, 'file', entry)
  if (sheet !== undefined && container !== 'xlsx') throw holdsNone(file, 'sheet', sheet)
  if (container === 'plain') return new PlainSource(file)
  const sha256 = await file.sha256()
  if (container === 'gzip') return new GzipSource(file, sha256)
  if (container === 'zip') return new ZipSource(file, sha256, chooseEntry(file, entries, entry))
  return new SheetSource(file, sha256, chooseSheet(file, await readSheets(file), sheet))
}

/** What holds the text. A workbook is an archive too, and is told by what is in it. */
async function lookInto(file: DiskFile): Promise<{ container: Container; entries: readonly ZipEntry[] }> {
  const container = containerOf(await file.start(magicSize))
  if (container !== 'zip') return { container, entries: [] }
  const entries = await zipEntries(file)
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('word/document.xml') || names.has('ppt/presentation.xml')) throw isDocument(file)
  const isBook = names.has('xl/workbook.xml') || names.has('xl/workbook.bin')
  const isOpenDocument = names.has('mimetype') && names.has('content.xml')
  if (isBook || isOpenDocument) expectSmall(file, entries)
  return { container: isBook || isOpenDocument ? 'xlsx' : 'zip', entries }
}

/** What a workbook may unpack to: it lies in memory as a whole. */
const largestBook = 1e9

function expectSmall({ name }: DiskFile, entries: readonly ZipEntry[]): void {
  if (entries.reduce((sum, { size }) => sum + size, 0) <= largestBook) return
  throw new ExpectedError(
    'cannot-read',
    `${name} unpacks to more than 1,000 MB, which is too large for a workbook. Save the sheet as CSV (UTF-8) and import that. Nothing was imported.`,
  )
}

/** Text files may be a table, but a .txt is as often a word to the reader. */
const firstTable = (entries: readonly ZipEntry[]): ZipEntry | undefined =>
  entries.find(({ name }) => /\.(csv|tsv|tab)$/i.test(name)) ??
  entries.find(({ name }) => /\.txt$/i.test(name)) ??
  (entries.length === 1 ? entries[0] : undefined)

function chooseEntry(file: DiskFile, entries: readonly ZipEntry[], name: string | undefined): ZipEntry {
  const found = name === undefined ? firstTable(entries) : entries.find((entry) => entry.name === name)
  if (found) return found
  const names = entries.length === 0 ? 'nothing' : entries.map((entry) => `“${entry.name}”`).join(', ')
  throw new ExpectedError(
    'not-found',
    name === undefined
      ? `${file.name} holds no .csv, .tsv or .txt file, but ${names}. Nothing was imported.`
      : `${file.name} holds no file “${name}”, but ${names}. Nothing was imported.`,
  )
}

const holdsNone = ({ name }: DiskFile, kind: 'file' | 'sheet', asked: string): ExpectedError =>
  new ExpectedError(
    'invalid-input',
    `${name} is no ${kind === 'file' ? 'zip archive' : 'workbook'}, so there is no ${kind} “${asked}” in it. Nothing was imported.`,
  )

const isDocument = ({ name }: DiskFile): ExpectedError =>
  new ExpectedError(
    'cannot-read',
    `${name} is a text document or a presentation, not a table. Save its table as CSV (UTF-8) or XLSX. Nothing was imported.`,
  )
