import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportKind } from '../../../shared/import-lists.ts'
import type { BatchSummary } from '../../../shared/import.ts'
import { mappingOf } from '../../../shared/mapping.ts'
import { connect } from '../../store/connection.ts'
import { Session, type SessionOptions } from '../session.ts'
import { checkSearchIndex, makeTestCase, type TestCase } from '../test-case.ts'
import { makeTestLists, type TestLists } from './test-lists.ts'

const sample = (kind: ImportKind): string => `resources/sample/partnership-${kind}.csv`

let lists: TestLists
let file: TestCase
beforeEach(() => {
  lists = makeTestLists()
  file = lists.file
})
afterEach(() => {
  // A test may have opened it again.
  lists.file = file
  lists.remove()
})
const write: TestLists['write'] = (...args) => lists.write(...args)
const importFile: TestLists['importFile'] = (...args) => lists.importFile(...args)
const importText: TestLists['importText'] = (...args) => lists.importText(...args)

async function problems(batch: BatchSummary): Promise<[number, string, string | null, string][]> {
  const { rows } = await file.call('imports.verdicts', { batch: batch.id, start: 0, end: 1000 })
  return rows.flatMap(({ line, verdict, reasons }) => reasons.map(({ code, column }) => [line, verdict, column, code]))
}

/** How many rows each table has, and what is found by search: read beside the program. */
function contents(path: string): Record<string, unknown> {
  checkSearchIndex(path)
  const db = connect(path, { readOnly: true })
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('tag', 'sqlite_stat1', 'analysis_todo') AND name NOT LIKE 'search\\_%' ESCAPE '\\' OR name = 'search_text'`,
    )
    .pluck()
    .all() as string[]
  const found = Object.fromEntries(
    tables.map((table) => [table, db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()]),
  )
  db.close()
  return found
}

describe('importing the sample', () => {
  it.each([
    ['claims', 'events'],
    ['events', 'claims'],
  ] as const)('gives 17 claims and 5 events, none twice, %s before %s', async (first, second) => {
    for (const kind of [first, second]) {
      const batch = await importFile(sample(kind), kind)
      expect(batch).toMatchObject({
        fileName: `partnership-${kind}.csv`,
        fileSha256: createHash('sha256')
          .update(readFileSync(sample(kind)))
          .digest('hex'),
        encoding: 'utf-8',
        delimiter: ',',
        rows: kind === 'claims' ? 17 : 5,
        rejected: 0,
        flagged: 0,
        undone: false,
      })
      // Events that claims have named already are completed, not made.
      expect([batch.added, batch.updated]).toEqual(kind === 'events' && first === 'claims' ? [0, 5] : [batch.rows, 0])
    }
    const counts = await file.call('case.counts')
    expect(counts).toMatchObject({ claims: 17, events: 5, outlets: 2, documents: 2, notes: 10 })
    const events = await file.call('events.page', { sort: [{ field: 'ref' }] })
    expect(events.rows.map(({ ref, title, claims }) => [ref, title, claims])).toEqual([
      ['E01', 'Full-scale war in Ukraine begins', 1],
      ['E02', 'North Korean troops deploy to Russia', 4],
      ['E03', 'Washington press conference', 2],
      ['E04', 'First reported combat', 1],
      ['E05', 'Treaty ratified by Russia', 6],
    ])
    expect(events.rows[2]).toMatchObject({
      when: '2024-10-31~',
      latitude: 38.89,
      longitude: -77.05,
      placePrecision: 'locality',
      participants: ['Antony Blinken', 'Lloyd J. Austin III', 'Cho Tae-yul', 'Kim Yong-hyun'],
      status: 'confirmed',
    })
  })

  it('brings every cell of a row, and the row can be found by each', async () => {
    await importFile(sample('claims'))
    const { rows } = await file.call('claims.page', { search: 'C08' })
    const detail = await file.call('claims.get', { id: rows[0]?.id ?? '' })
    expect(detail).toMatchObject({
      ref: 'C08',
      claimant: 'Antony Blinken',
      basis: 'official',
      outlet: 'Unnamed outlet',
      document: 'Seed article',
      said: '2024-10-31~',
      topic: 'deployment',
      place: 'Kursk region',
      event: 'Washington press conference',
      reliability: 'B',
      credibility: '2',
      tags: ['deployment', 'figures', 'Kursk'],
      measures: [{ subject: 'DPRK soldiers', category: 'present', best: 8000, qualifier: 'exact', kind: 'stock' }],
      carriages: [{ role: 'carries', linkRead: null, published: '2024-11~' }],
      pinned: [{ title: 'C08', body: 'A subset of C07' }],
    })
    expect(detail.ratings.map(({ reason, rater }) => [reason, rater])).toEqual([
      ['imported from partnership-claims.csv', 'Ana'],
      ['imported from partnership-claims.csv', 'Ana'],
    ])
    for (const search of ['blinken', 'seed article', 'subset of C07', 'press conference'])
      expect((await file.call('claims.page', { search })).rows.map(({ ref }) => ref)).toContain('C08')
  })

  it('is undone by one undo and redone by one redo, also after a restart', async () => {
    await importFile(sample('events'), 'events')
    const before = contents(file.path)
    await importFile(sample('claims'))
    const after = contents(file.path)
    const { rows } = await file.call('claims.page', {})
    expect((await file.call('history.state')).undo).toBe('import partnership-claims.csv: 17 claims')
    file = file.reopen()
    await file.call('history.undo')
    const history = ['change_set', 'change', 'import_batch'].map((table) => [table, expect.anything()])
    expect(contents(file.path)).toEqual({ ...before, ...Object.fromEntries(history) })
    expect((await file.call('imports.list')).map(({ kind, undone }) => [kind, undone])).toEqual([
      ['claims', true],
      ['events', false],
    ])
    await file.call('history.redo')
    expect(contents(file.path)).toEqual({ ...after, ...Object.fromEntries(history) })
    expect((await file.call('imports.list'))[0]?.undone).toBe(false)
    const again = await file.call('claims.page', {})
    expect(again.rows).toEqual(rows.map((row) => ({ ...row, changed: expect.any(String) as string })))
    expect(batches(file.path)).toEqual([1, 2])
  })

  it('changes nothing the second time, and keeps a record of that', async () => {
    await importFile(sample('events'), 'events')
    await importFile(sample('claims'))
    const before = contents(file.path)
    for (const [kind, rows] of [
      ['claims', 17],
      ['events', 5],
    ] as const) {
      const batch = await importFile(sample(kind), kind)
      expect(batch).toMatchObject({ rows, same: rows, new: 0, changed: 0, conflict: 0, added: 0, updated: 0 })
      expect(await problems(batch)).toEqual([])
    }
    expect(contents(file.path)).toEqual({ ...before, import_batch: 4 })
  })
})

/** The import batches that claims and events remember. */
function batches(path: string): unknown[] {
  const db = connect(path, { readOnly: true })
  const found = db.prepare('SELECT batch FROM claim UNION SELECT batch FROM event ORDER BY 1').pluck().all()
  db.close()
  return found
}

describe('rows that cannot come in as they are', () => {
  it('rejects what is no claim and flags what was not taken, each with line, column and reason', async () => {
    const batch = await importText(
      [
        'ref,statement,said,reliability,tlp,status,claimant_basis',
        'A1,fine,2024-11~,b,TLP:amber,OPEN,Anonymous_Officials',
        'A2,,2024,A,,,',
        'A3,odd cells,10/11/2024,Z,purple,whatever,nonsense',
        'a1,the same reference,,,,,',
        'A4,too short,2024',
        'A5,"two\nlines",,G,WHITE,,',
        'A6,last,2024-13,,,,',
      ].join('\r\n'),
    )
    expect(batch).toMatchObject({ rows: 7, new: 4, added: 4, conflict: 1, rejected: 2, flagged: 4 })
    expect(await problems(batch)).toEqual([
      [3, 'rejected', 'statement', 'no-statement'],
      [4, 'new', 'said', 'ambiguous-date'],
      [4, 'new', 'claimant_basis', 'unknown-value'],
      [4, 'new', 'status', 'unknown-value'],
      [4, 'new', 'tlp', 'unknown-value'],
      [4, 'new', 'reliability', 'unknown-value'],
      [5, 'conflict', 'ref', 'repeated-ref'],
      [6, 'rejected', null, 'short-row'],
      [7, 'new', 'reliability', 'grade-g'],
      [9, 'new', 'said', 'unreadable-date'],
    ])
    const { rows } = await file.call('claims.page', {})
    expect(rows.map((row) => [row.ref, row.said, row.saidText, row.reliability, row.tlp, row.basis])).toEqual([
      ['A1', '2024-11~', '2024-11~', 'B', 'AMBER', 'anonymous officials'],
      ['A3', null, '10/11/2024', null, null, 'unknown'],
      ['A5', null, null, 'E', 'CLEAR', 'unknown'],
      ['A6', null, '2024-13', null, null, 'unknown'],
    ])
    const { rows: verdicts } = await file.call('imports.verdicts', { batch: batch.id, start: 1, end: 2 })
    expect(verdicts[0]?.raw).toEqual(['A3', 'odd cells', '10/11/2024', 'Z', 'purple', 'whatever', 'nonsense'])
    expect(verdicts[0]?.reasons.map((reason) => reason.message).join(' ')).toMatch(
      /10\/11.*nonsense.*whatever.*purple.*Z/,
    )
  })

  it('makes nothing of what a rejected row names', async () => {
    await importText('statement,claimant,outlet,document,event\n,Nobody,No outlet,No document,No event\n')
    const counts = await file.call('case.counts')
    expect(counts).toMatchObject({ claims: 0, actors: 0, outlets: 0, documents: 0, events: 0 })
    expect((await file.call('history.state')).undo).toBeNull()
    expect(await file.call('imports.list')).toHaveLength(1)
  })

  it('flags places that are nowhere and keeps the rest of an event', async () => {
    const batch = await importText('title;lat;lon;precision;when\nA;95;17,5;roughly;soon\n', 'events')
    expect(batch).toMatchObject({ added: 1, flagged: 1, delimiter: ';' })
    expect((await problems(batch)).map(([, , column]) => column).sort()).toEqual(['lat', 'lon', 'precision', 'when'])
    const { rows } = await file.call('events.page', {})
    expect(rows[0]).toMatchObject({ ref: 'E01', title: 'A', latitude: null, longitude: null, whenText: 'soon' })
  })

  it('refuses a file without the column that a record needs, and one that does not fit its mapping', async () => {
    const path = write('Weather,Mood\nrain,grim\n')
    await expect(importFile(path)).rejects.toThrow(/no column is mapped to statement/)
    await expect(importFile(path, 'claims', { fields: ['statement'] })).rejects.toThrow(/maps 1 columns/)
    expect(await importFile(path, 'claims', { fields: ['topic', 'statement'] })).toMatchObject({ added: 1 })
    expect((await file.call('claims.page', {})).rows[0]).toMatchObject({ statement: 'grim', topic: 'rain', ref: 'C01' })
  })
})

describe('what rows name', () => {
  it('completes a document from later rows, and flags what it has otherwise', async () => {
    const batch = await importText(
      'statement,document,outlet,published,url\na,D,O,,\nb,D,O,2024-11,https://d.example\nc,D,O,2024-12,https://d.example\n',
    )
    expect(await problems(batch)).toEqual([[4, 'new', 'published', 'other-document']])
    const { rows } = await file.call('documents.page', {})
    expect(rows).toMatchObject([{ title: 'D', published: '2024-11', url: 'https://d.example', claims: 3 }])
    await file.call('history.undo')
    expect((await file.call('documents.page', {})).total).toBe(0)
  })

  it('completes a document that the case has, and takes that back', async () => {
    await file.call('documents.create', { patch: { title: 'D', outlet: 'O' } })
    await importText('statement,document,outlet,published\na,d,o,2024-11\n')
    expect((await file.call('documents.page', {})).rows).toMatchObject([{ title: 'D', published: '2024-11' }])
    await file.call('history.undo')
    expect((await file.call('documents.page', {})).rows).toMatchObject([{ title: 'D', published: null, claims: 0 }])
  })

  it('does not make one document of rows that name only an outlet', async () => {
    const batch = await importText('statement,outlet,url\na,O,\nb,O,\nc,O,https://c.example\n')
    expect(batch.flagged).toBe(2)
    const { rows } = await file.call('documents.page', {})
    expect(rows.map(({ title, outlet }) => [title, outlet])).toEqual([
      ['https://c.example', 'O'],
      ['Untitled', 'O'],
      ['Untitled', 'O'],
    ])
  })

  it('finds the event of a claim by its reference too, whichever comes first', async () => {
    await importText('statement,event\na,E07\n')
    await importText('ref,title,participants\nE07,The event,Someone\n', 'events')
    await importText('statement,event\nb,the EVENT\nc,e07\n')
    const { rows } = await file.call('events.page', {})
    expect(rows).toMatchObject([{ ref: 'E07', title: 'The event', claims: 3, participants: ['Someone'] }])
  })

  it('does not overwrite what an event without reference has, nor make one event of two rows', async () => {
    const { ids } = await file.call('events.create', { patch: { title: 'X', place: 'Here', participants: ['Ana'] } })
    await file.call('events.update', { selection: { ids }, patch: { ref: null } })
    const batch = await importText('ref,title,place,kind,participants\n,X,There,war,Bo;ana\n,X,,,\n', 'events')
    expect(await problems(batch)).toEqual([
      [2, 'conflict', null, 'edited-by-hand'],
      [3, 'new', null, 'repeated-content'],
    ])
    const { rows } = await file.call('events.page', {})
    expect(rows.map(({ place, kind, participants }) => [place, kind, participants])).toEqual([
      ['Here', null, ['Ana']],
      [null, null, []],
    ])
  })
})

/** A case with a session of its own, the only one: what an import tells and hears goes through its options. */
async function withSession(
  options: Pick<SessionOptions, 'onProgress' | 'isCancelled'>,
  work: (session: Session, casePath: string) => Promise<void>,
): Promise<void> {
  const { path, folder, session: first } = makeTestCase()
  first.close()
  const session = new Session({ path, role: 'writer', user: () => 'Ana', ...options })
  await work(session, path)
  session.close()
  rmSync(folder, { recursive: true })
}

describe('an import that does not end well', () => {
  const long = (rows: number, last = ''): string =>
    `ref,statement,claimant\n${Array.from({ length: rows }, (_, index) => `R${index},S ${index},C ${index % 9}\n`).join('')}${last}`

  const longPlan = { kind: 'claims', mapping: mappingOf(['ref', 'statement', 'claimant']) } as const

  it('leaves the case as it was when it is cancelled on the way', async () => {
    const told: number[] = []
    await withSession(
      { onProgress: (_job, { done }) => told.push(done), isCancelled: (job) => job === 'mine' && told.length === 3 },
      async (session, casePath) => {
        await session.call('imports.run', { path: write(long(10)), ...longPlan, job: 'other' })
        told.length = 0
        const before = contents(casePath)
        const list = { path: write(long(5000)), ...longPlan }
        const cancelled = session.call('imports.run', { ...list, job: 'mine' })
        const afterwards = session.call('claims.create', { patch: { statement: 'waits its turn' } })
        expect((await cancelled).result).toMatchObject({ ok: false, error: { code: 'cancelled' } })
        expect(told).toHaveLength(3)
        expect((await afterwards).result).toMatchObject({ ok: true })
        await session.call('history.undo', undefined)
        expect(contents(casePath)).toEqual({ ...before, change_set: 3, change: expect.anything() })
      },
    )
  })

  it('leaves the case as it was when the file turns out damaged at its end', async () => {
    const before = contents(file.path)
    const packed = gzipSync(long(5000))
    await expect(importFile(write(packed.subarray(0, -9), 'list.csv.gz'))).rejects.toThrow(/damaged/)
    expect(contents(file.path)).toEqual(before)
    expect(await importText(long(5000, 'R1,again,\n'))).toMatchObject({ added: 5000, conflict: 1 })
  })

  it('tells how far it is, and others read the case as it was meanwhile', async () => {
    let reader: Session | undefined
    const seen: unknown[] = []
    const told: [number, number | null][] = []
    const onProgress: SessionOptions['onProgress'] = (_job, { done, total }) => {
      told.push([done, total])
      void reader?.call('claims.page', {}).then(({ result }) => seen.push(result.ok && result.value))
    }
    await withSession({ onProgress }, async (session, casePath) => {
      reader = new Session({ path: casePath, role: 'reader', user: () => 'Bo' })
      const path = write(long(1000))
      await session.call('imports.run', { path, ...longPlan, job: 'mine' })
      reader.close()
      const size = readFileSync(path).length
      expect(told.length).toBeGreaterThan(3)
      expect(told.at(-1)).toEqual([size, size])
      expect(seen[0]).toMatchObject({ total: 0 })
    })
  })
})

it('loses no row: each comes in, or is kept with its reasons; and undo takes all of it back', async () => {
  const word = fc.constantFrom('', 'a', 'B', 'x;y', '2024-11~', '5', 'E01', 'about 5', 'официально', '"', 'open')
  const header =
    'ref statement claimant outlet document published said measure_best event reliability tlp tags note status'.split(
      ' ',
    )
  const table = fc.array(fc.array(word, { minLength: header.length - 1, maxLength: header.length }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(table, async (made) => {
      // A row of empty cells is an empty line.
      const rows = made.filter((row) => row.some((cell) => cell !== ''))
      const before = contents(file.path)
      const quoted = [header, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      const batch = await importText(quoted.join('\n'))
      const { added, rejected, conflict, same } = batch
      expect([batch.rows, added + rejected + conflict + same]).toEqual([rows.length, rows.length])
      expect((await file.call('claims.page', {})).total).toBe(batch.added)
      const verdicts = await file.call('imports.verdicts', { batch: batch.id, start: 0, end: 100 })
      expect(verdicts.total).toBe(rejected + batch.flagged)
      for (const { line, raw } of verdicts.rows) expect(raw).toEqual(rows[line - 2])
      expect((await file.call('case.check', { deep: true })).problems).toEqual([])
      if (batch.added > 0) await file.call('history.undo')
      const history = ['change_set', 'change', 'import_batch', 'import_row'].map((name) => [name, expect.anything()])
      expect(contents(file.path)).toEqual({ ...before, ...Object.fromEntries(history) })
    }),
    { numRuns: 40, endOnFailure: true },
  )
})
