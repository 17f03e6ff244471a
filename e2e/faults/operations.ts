import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportFormat } from '../../shared/report.ts'
import { withWritableCase } from '../../electron/cli/open-case.ts'
import { listOf, ok, quietIo } from '../../electron/cli/test-cli.ts'
import { listBackups } from '../../electron/store/backups/list.ts'
import { projectFolder } from '../app.ts'

/** What has become of an operation: all of it, nothing, or, which must never be, something between. */
export type State = 'all' | 'none' | 'half'

/** Something that is done with a case, and may meet a disk that fails. */
export interface Operation {
  readonly name: string
  /** Makes what it begins with, in an empty folder. */
  readonly prepare: (folder: string) => Promise<void>
  readonly args: (folder: string) => readonly string[]
  readonly stateOf: (folder: string) => Promise<State>
  /** Whether opening the case afterwards does it. */
  readonly isDoneByOpening?: boolean
  /** The files that it makes, by their names in the folder. */
  readonly makes: RegExp
}

export const caseIn = (folder: string): string => join(folder, 'case.parallax')
const listIn = (folder: string, name: string): string => join(folder, `${name}.csv`)
const nothing = /^$/

function writeList(folder: string, name: string, rows: number): string {
  const path = listIn(folder, name)
  const lines = Array.from({ length: rows }, (_, at) => `${name}${at},Statement ${at} of ${name},Official ${at % 9}\n`)
  writeFileSync(path, `ref,statement,claimant\n${lines.join('')}`)
  return path
}

const [sampleClaims, olderRows, newerRows, addedRows, longRows] = [17, 150, 20, 40, 20_500]
const backedUp = sampleClaims + olderRows
const present = backedUp + newerRows

/** A case with a report and two backups, of which it is ahead. */
async function prepareCase(folder: string): Promise<void> {
  const path = caseIn(folder)
  await ok('new', path)
  await ok('import', path, join(projectFolder, 'resources/sample/partnership-claims.csv'))
  await ok('import', path, writeList(folder, 'older', olderRows))
  await withWritableCase(quietIo, path, async ({ ask }) => {
    await ask('reports.create', {})
    const [report] = await ask('reports.list', {})
    const { ids } = await ask('claims.ids', {})
    if (report) await ask('reports.include', { reportId: report.id, claims: { ids } })
  })
  for (let nth = 0; nth < 2; nth++) await ok('backup', path)
  await ok('import', path, writeList(folder, 'newer', newerRows))
  writeList(folder, 'added', addedRows)
  mkdirSync(join(folder, 'out'))
}

const claimsIn = async (path: string): Promise<number> => (await listOf(path, 'claims', '--limit', '1')).total

/** By how many claims the case has. */
const byClaims =
  (none: number, all: number): Operation['stateOf'] =>
  async (folder) => {
    const count = await claimsIn(caseIn(folder))
    return count === all ? 'all' : count === none ? 'none' : 'half'
  }

const imported: Operation = {
  name: 'import',
  prepare: prepareCase,
  args: (folder) => ['import', caseIn(folder), listIn(folder, 'added'), '--json'],
  stateOf: byClaims(present, present + addedRows),
  makes: nothing,
}

const importedLong: Operation = {
  name: 'long import',
  prepare: async (folder) => {
    await ok('new', caseIn(folder))
    writeList(folder, 'long', longRows)
  },
  args: (folder) => ['import', caseIn(folder), listIn(folder, 'long'), '--json'],
  stateOf: byClaims(0, longRows),
  makes: nothing,
}

const undone: Operation = {
  name: 'undo',
  prepare: prepareCase,
  args: (folder) => ['undo', caseIn(folder)],
  stateOf: byClaims(present, backedUp),
  makes: nothing,
}

const backedUpOnce: Operation = {
  name: 'backup',
  prepare: prepareCase,
  args: (folder) => ['backup', caseIn(folder)],
  stateOf: async (folder) => {
    const [newest, ...earlier] = listBackups(caseIn(folder))
    if (newest && earlier.length === 1) return 'none'
    return newest && earlier.length === 2 && (await claimsIn(newest.path)) === present ? 'all' : 'half'
  },
  makes: /^case\.parallax-backups\/.*Z\.manual(?:\.\d+)?\.parallax$/,
}

const restored: Operation = {
  name: 'restore',
  prepare: prepareCase,
  args: (folder) => ['restore', caseIn(folder), '--from', listBackups(caseIn(folder)).at(-1)?.path ?? ''],
  stateOf: byClaims(present, backedUp),
  makes: /^case\.set-aside-\d{8}-\d{6}\.parallax$/,
}

/** What a written file is held against: a new one is as long as the one that a sound disk got. */
const oldText = 'what was there before\n'
const outIn = (folder: string, name: string): string => join(folder, 'out', name)

/** An operation that writes one file, where an older one is. */
const writes = (
  name: string,
  file: string,
  args: (folder: string, out: string) => readonly string[],
  isWhole: (bytes: Buffer, wanted: Buffer) => boolean,
): Operation => ({
  name,
  prepare: async (folder) => {
    await prepareCase(folder)
    await ok(...args(folder, outIn(folder, `wanted-${file}`)))
    writeFileSync(outIn(folder, file), oldText)
  },
  args: (folder) => args(folder, outIn(folder, file)),
  stateOf: async (folder) => {
    const path = outIn(folder, file)
    if (!existsSync(path)) return 'half'
    const bytes = readFileSync(path)
    if (bytes.equals(Buffer.from(oldText))) return 'none'
    return isWhole(bytes, readFileSync(outIn(folder, `wanted-${file}`))) ? 'all' : 'half'
  },
  makes: nothing,
})

const report = (format: ReportFormat): Operation =>
  writes(
    `export to ${format}`,
    `report.${format}`,
    (folder, out) => ['report', caseIn(folder), '--format', format, '--out', out],
    // The time of its making is in it, always of one length; packed, it may differ by some bytes.
    (bytes, wanted) =>
      format === 'docx'
        ? Math.abs(bytes.length - wanted.length) < 100 && bytes.readUInt32LE(bytes.length - 22) === 0x06_05_4b_50
        : bytes.length === wanted.length,
  )

const normalized = writes(
  'csv normalize',
  'plain.csv',
  (folder, out) => ['csv', 'normalize', listIn(folder, 'older'), '--out', out],
  (bytes, wanted) => bytes.equals(wanted),
)

const migrated: Operation = {
  name: 'migration',
  prepare: async (folder) => {
    writeFileSync(
      caseIn(folder),
      readFileSync(join(projectFolder, 'electron/store/migrations/golden/schema-1.parallax')),
    )
    writeList(folder, 'added', 1)
  },
  // Who only reads an older case is given a private copy of it where the disk takes nothing.
  args: (folder) => ['import', caseIn(folder), listIn(folder, 'added'), '--json'],
  // Whoever opens it brings it up to date, so that only its header is looked at; what a journal takes back has not been.
  stateOf: async (folder) =>
    readFileSync(caseIn(folder)).readUInt32BE(60) === 1 || existsSync(`${caseIn(folder)}-journal`) ? 'none' : 'all',
  isDoneByOpening: true,
  makes: /^case\.parallax-backups(?:\/.*Z\.migration(?:\.\d+)?\.parallax)?$/,
}

export const operations: readonly Operation[] = [
  imported,
  importedLong,
  undone,
  backedUpOnce,
  restored,
  report('html'),
  report('docx'),
  report('md'),
  normalized,
  migrated,
]
