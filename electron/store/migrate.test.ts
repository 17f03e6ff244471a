import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, MethodName, Output } from '../../shared/contract.ts'
import { settleAnalysis } from '../cli/analyse.ts'
import { firstFields } from '../../shared/mapping.ts'
import type { BatchSummary } from '../../shared/import.ts'
import { Session } from '../core/session.ts'
import { checkSearchIndex } from '../core/test-case.ts'
import { listBackups } from './backups/list.ts'
import { connect } from './connection.ts'
import { latestVersion } from './migrate.ts'
import { createCaseFile, openCaseFile, settle } from './open.ts'
import { asOrdinaryUser } from './test-user.ts'
import { statementHash } from './text-hash.ts'

// Cases as the programs wrote them that knew schema 1 to 10 only: the list beside it imported (a row rejected, two flagged, lines
// left out), a second import undone, and by hand a claim, an event, a relation, a note and a change of an imported row.
const golden = 'electron/store/migrations/golden'
const list = `${golden}/schema-1.csv`

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-migrate-'))
  path = join(folder, 'old.parallax')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const now = (): string => '2026-01-02T03:04:05Z'

function looking<T>(file: string, look: (db: Database.Database) => T): T {
  const db = connect(file, { readOnly: true })
  try {
    return look(db)
  } finally {
    db.close()
  }
}

/** Opens the case and leaves it at rest, as the last window does that closes it. */
function migrated(): void {
  const opened = openCaseFile(path, now)
  expect(opened.readOnly).toBeNull()
  const db = connect(path, { readOnly: false })
  settle(db)
  db.close()
  opened.release()
}

const schemaOf = (db: Database.Database): unknown[] =>
  db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all()

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

type Call = <M extends MethodName>(name: M, input?: Input<M>) => Promise<Output<M>>

/** Works with the old case as the program of today does, every answer held against the contract. */
async function working(work: (call: Call) => Promise<void>): Promise<void> {
  const opened = openCaseFile(path, now)
  const bugs: unknown[] = []
  const onBug = (_name: string, error: unknown): void => void bugs.push(error)
  const session = new Session({ path: opened.path, role: 'writer', user: () => 'Ana', checkOutput: true, onBug })
  const call: Call = async (name, input) => {
    const { result } = await session.call(name, input)
    if (bugs.length > 0) throw bugs[0]
    if (!result.ok) throw new Error(result.error.message)
    return result.value as never
  }
  try {
    await work(call)
    // The golden file of schema 2 was kept without settings.
    const { problems } = await call('case.check', { deep: true })
    expect(problems.filter(({ code }) => code !== 'settings')).toEqual([])
  } finally {
    session.close()
    opened.release()
  }
}

const oldImport = async (call: Call): Promise<BatchSummary> => {
  const batch = (await call('imports.list')).find(({ fileName }) => fileName === 'schema-1.csv')
  if (!batch) throw new Error('The old import is not there')
  return batch
}

const importAgain = async (call: Call): Promise<BatchSummary> => {
  const { kind, mappings, options } = await call('imports.inspectFile', { path: list })
  return call('imports.run', { path: list, job: 'job', kind, mapping: mappings[kind], options } as Input<'imports.run'>)
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('a case of schema %i', (version) => {
  beforeEach(() => copyFileSync(`${golden}/schema-${version}.parallax`, path))

  it('gets the schema of a new case, whole, with a verified backup beside it', () => {
    const counts = (db: Database.Database): unknown[] =>
      ['claim', 'event', 'note', 'relation', 'change', 'change_set', 'import_batch', 'import_row'].map((table) =>
        db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      )
    const before = looking(path, counts)
    migrated()
    const fresh = join(folder, 'new.parallax')
    createCaseFile(fresh)
    looking(path, (db) => {
      expect(schemaOf(db)).toEqual(looking(fresh, schemaOf))
      expect(db.pragma('user_version', { simple: true })).toBe(latestVersion)
      expect(db.pragma('foreign_key_check')).toEqual([])
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(counts(db)).toEqual(before)
      const applied = db.prepare('SELECT version, sha256 FROM migration ORDER BY version')
      expect(applied.all()).toEqual(looking(fresh, (other) => other.prepare(applied.source).all()))
    })
    expect(readdirSync(folder).sort()).toEqual(['new.parallax', 'old.parallax', 'old.parallax-backups'])
    const [made, ...others] = listBackups(path)
    expect([made?.reason, others]).toEqual(['migration', []])
    const backup = made?.path ?? ''
    expect(looking(backup, (db) => [db.pragma('user_version', { simple: true }), counts(db)])).toEqual([
      version,
      before,
    ])
    checkSearchIndex(path)

    const settled = [looking(path, schemaOf), hashOf(backup)]
    migrated()
    expect([looking(path, schemaOf), hashOf(backup)]).toEqual(settled)
  })

  it('has each claim’s statement where an import looks for it', () => {
    migrated()
    const rows = looking(path, (db) => db.prepare('SELECT statement, statement_hash AS hash FROM claim').all())
    expect(rows).toHaveLength(4)
    for (const { statement, hash } of rows as { statement: string; hash: number }[])
      expect([statement, hash]).toEqual([statement, statementHash(statement)])
  })

  it('tells its imports with their verdicts', () =>
    working(async (call) => {
      const [second, first] = await call('imports.list')
      expect(second).toMatchObject({ kind: 'events', fileName: 'events.csv', undone: true, new: 1, added: 1 })
      expect(first).toMatchObject({
        ...{ kind: 'claims', fileName: 'schema-1.csv', fileSha256: hashOf(list), encoding: 'utf-8', delimiter: ';' },
        ...{ rows: 4, new: 3, changed: 0, same: 0, conflict: 0, rejected: 1, flagged: 2, added: 3, updated: 0 },
        ...{ by: 'Ana', at: expect.stringMatching(/^202[46]-11-\d+T/) as string, hasFile: false, undone: false },
      })
      expect(first && firstFields(first.mapping)).toEqual(
        'ref statement claimant outlet document published said measure measure_category grade tags note event tlp'
          .split(' ')
          .concat([null as never]),
      )
      expect(first?.header.slice(-2)).toEqual(['TLP', 'Погода'])
      const { total, rows } = await call('imports.verdicts', { batch: (await oldImport(call)).id, start: 0, end: 10 })
      expect([
        total,
        rows.map(({ line, verdict, action, reasons }) => [line, verdict, action, reasons[0]?.code]),
      ]).toEqual([
        5,
        [
          [1, 'left out', 'skip', 'preamble'],
          [4, 'rejected', 'skip', 'no-statement'],
          [5, 'new', 'add', 'unreadable-date'],
          [6, 'new', 'add', 'untitled-document'],
          [8, 'left out', 'skip', 'footer'],
        ],
      ])
      expect(rows[1]?.raw.slice(0, 3)).toEqual(['A2', '', 'Министр обороны'])
    }))

  it('gives the rejected rows of an old import, which come in as its list did', () =>
    working(async (call) => {
      const { id } = await oldImport(call)
      const text = iconv.decode(Buffer.from(await call('imports.rejects', { batch: id })), 'utf8')
      expect(text).toMatch(/^Номер;Утверждение;.*;Погода;why not imported\r\nA2;;Министр обороны;.*;line 4: /)
      const mended = join(folder, 'mended.csv')
      writeFileSync(mended, text.replace('A2;;', 'A2;Это не так;'))
      const { kind, mappings, mappedBy } = await call('imports.inspectFile', { path: mended })
      expect(mappedBy).toBe('the import of schema-1.csv')
      const request = { path: mended, job: 'job', kind, mapping: mappings[kind] } as Input<'imports.run'>
      expect(await call('imports.run', request)).toMatchObject({ rows: 1, new: 1, rejected: 0 })
      expect((await call('claims.page', { search: 'не так' })).rows).toMatchObject([
        { ref: 'A2', claimant: 'Министр обороны', outlet: 'Yonhap' },
      ])
    }))

  it('finds nothing new in the same list', () =>
    working(async (call) => {
      const batch = await importAgain(call)
      expect(batch).toMatchObject({
        rows: 4,
        same: 3,
        rejected: 1,
        new: 0,
        changed: 0,
        conflict: 0,
        added: 0,
        updated: 0,
      })
      expect((await call('claims.page', {})).total).toBe(4)
    }))

  it('lets an old import be taken back, but for what later work needs', () =>
    working(async (call) => {
      const { id } = await oldImport(call)
      const { removed, restored, edited } = await call('imports.takeBack', { batch: id, edited: 'keep', job: 'job' })
      expect(edited.map(({ record }) => record).sort()).toEqual(['A1', 'A3'])
      expect([removed > 0, restored]).toEqual([true, 0])
      expect((await call('claims.page', { sort: [{ field: 'ref' }] })).rows.map(({ ref }) => ref)).toEqual([
        'A1',
        'A3',
        'C01',
      ])
      expect((await oldImport(call)).undone).toBe(true)
      await call('history.undo')
      expect((await call('claims.page', {})).total).toBe(4)
      expect(await importAgain(call)).toMatchObject({ same: 3, new: 0 })
    }))

  it('has its whole history, which can be undone step by step and redone', () =>
    working(async (call) => {
      const stateOf = async (): Promise<unknown> => {
        await settleAnalysis({ ask: call, readOnly: null }, path)
        return [
          (await call('claims.page', {})).rows.map(({ changed: _, ...row }) => row),
          (await call('events.page', {})).rows.map(({ changed: _, ...row }) => row),
          (await call('notes.page', {})).rows.map(({ changed: _, ...row }) => row),
        ]
      }
      const before = await stateOf()
      const undone: string[] = []
      for (; (await call('history.state')).undo !== null;) undone.push((await call('history.undo')).label)
      expect(undone.at(-1)).toBe('import schema-1.csv: 3 claims')
      // A judgement was made in the file of schema 7, and its evidence regraded; in that of schema 8 a report, which was exported; in that of schema 9 once more.
      expect(undone).toHaveLength([6, 6, 6, 6, 6, 6, 8, 14, 15, 15][version - 1] ?? 0)
      expect((await call('claims.page', {})).total + (await call('events.page', {})).total).toBe(0)
      let redone = 0
      for (; (await call('history.state')).redo !== null; redone += 1) await call('history.redo')
      expect(redone).toBe(undone.length)
      expect(await stateOf()).toEqual(before)
    }))

  it('is read from a private copy where it cannot be written, and stays as it is', async () => {
    chmodSync(folder, 0o755)
    chmodSync(path, 0o444)
    const before = readFileSync(path)
    await asOrdinaryUser(() => {
      const opened = openCaseFile(path, now)
      expect(opened.readOnly).toMatch(/You may not write|No lock file can be made/)
      const db = connect(opened.path, { readOnly: true })
      expect(db.prepare('SELECT count(*) FROM claim').pluck().get()).toBeGreaterThan(0)
      expect(db.pragma('user_version', { simple: true })).toBe(latestVersion)
      db.close()
      opened.release()
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('that is damaged stays as it is', () => {
    const db = connect(path, { readOnly: false })
    db.pragma('foreign_keys = OFF')
    db.exec('DELETE FROM actor')
    db.close()
    const before = hashOf(path)
    expect(() => openCaseFile(path, now)).toThrow(/is damaged \(\d+ references lead/)
    expect(hashOf(path)).toBe(before)
    expect(existsSync(`${path}-lock`)).toBe(false)
    expect(readdirSync(folder)).toEqual(['old.parallax'])
  })
})

describe('a case of schema 7', () => {
  it('has its judgement, which is stale by what it was frozen with, and by that only', async () => {
    copyFileSync(`${golden}/schema-7.parallax`, path)
    await working(async (call) => {
      const stale = { kind: 'reliability', from: null, to: 'D' }
      const [judgement] = await call('judgements.list')
      expect(judgement).toMatchObject({ likelihood: 'likely', percent: 60, resolvesBy: null, reviews: [] })
      expect(judgement?.evidence.map(({ ref, side, weight }) => [ref, side, weight])).toEqual([
        ['A1', 'supports', null],
        ['C01', 'contrary', null],
      ])
      expect(judgement?.changes).toMatchObject([{ ref: 'C01', ...stale }])
      if (!judgement) throw new Error('The judgement is not there')
      await call('judgements.review', { id: judgement.id, reason: 'Нас это не меняет', seen: judgement.changesKey })
      expect((await call('judgements.list'))[0]).toMatchObject({ changes: [], reviews: [{ by: 'Ana' }] })
      await call('history.undo')
      expect((await call('judgements.list'))[0]).toMatchObject({ changes: [stale], reviews: [] })
    })
  })
})

describe('a case of schema 8', () => {
  it('lists the export of its report, of which nothing was kept; its next version is', async () => {
    copyFileSync(`${golden}/schema-8.parallax`, path)
    await working(async (call) => {
      const [report] = await call('reports.list')
      if (!report) throw new Error('The report is not there')
      const { id } = report
      const { exports } = await call('reports.get', { id })
      expect(exports).toMatchObject([{ fileName: 'Оценка.html', format: 'html', isKept: false }])
      const { snapshot } = await call('reports.render', { id, format: 'md' })
      const file = { id, format: 'md' as const, fileName: 'Оценка.md', sha256: 'b'.repeat(64) }
      expect(await call('reports.recordExport', { ...file, snapshot })).toMatchObject({ isKept: true })
      expect((await call('reports.get', { id })).exports.map(({ isKept }) => isKept)).toEqual([true, false])
    })
  })
})

describe('a case of schema 9', () => {
  it('has what was kept of the export of its report', async () => {
    copyFileSync(`${golden}/schema-9.parallax`, path)
    await working(async (call) => {
      const [report] = await call('reports.list')
      if (!report) throw new Error('The report is not there')
      const { exports } = await call('reports.get', { id: report.id })
      expect(exports.map(({ fileName, isKept }) => [fileName, isKept])).toEqual([
        ['Оценка.md', true],
        ['Оценка.html', false],
      ])
    })
  })
})
