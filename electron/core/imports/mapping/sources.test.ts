import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../../../shared/contract.ts'
import type { ImportField, ImportKind } from '../../../../shared/import-lists.ts'
import type { BatchSummary, FileOptions, ImportProblem } from '../../../../shared/import.ts'
import type { ColumnUse, Mapping } from '../../../../shared/mapping.ts'
import { makeTestLists, type TestLists } from '../test-lists.ts'

let lists: TestLists
beforeEach(() => {
  lists = makeTestLists()
})
afterEach(() => lists.remove())

const left: ColumnUse = { fields: [], separator: null }
const one = (field: ImportField, separator: string | null = null): ColumnUse => ({ fields: [field], separator })
const several = (separator: string | null, ...fields: (ImportField | null)[]): ColumnUse => ({ fields, separator })

/** Imports a list by a mapping that is said in full. */
const importBy = (
  content: string,
  columns: ColumnUse[],
  more: Partial<Omit<Mapping, 'columns'>> & { kind?: ImportKind; options?: FileOptions } = {},
): Promise<BatchSummary> => {
  const { kind = 'claims', options = {}, constants = {}, joins = {} } = more
  return lists.importText(content, kind, { options, mapping: { columns, constants, joins } })
}

const claims = async (): Promise<Output<'claims.page'>['rows']> => (await lists.file.call('claims.page', {})).rows

const reasons = async ({ id }: BatchSummary): Promise<ImportProblem[]> =>
  (await lists.file.call('imports.verdicts', { batch: id, start: 0, end: 1000 })).rows.flatMap((row) => row.reasons)

describe('a constant', () => {
  it('holds for every row whose own cell is empty, and for a file without such a column', async () => {
    const batch = await importBy('Aussage,Wer\nA,Blinken\nB,\nC,  \n', [one('statement'), one('claimant')], {
      constants: { claimant: 'Unnamed official', topic: 'deployment', tlp: 'TLP:AMBER', said: '3 ноября 2024' },
    })
    expect(await reasons(batch)).toEqual([])
    expect((await claims()).map(({ claimant, topic, tlp, said }) => [claimant, topic, tlp, said])).toEqual([
      ['Blinken', 'deployment', 'AMBER', '2024-11-03'],
      ['Unnamed official', 'deployment', 'AMBER', '2024-11-03'],
      ['Unnamed official', 'deployment', 'AMBER', '2024-11-03'],
    ])
  })

  it('may be what a record cannot be without', async () => {
    const list = 'Outlet,Published\nTASS,2024-11-03\nYonhap,2024-11-04\n'
    const constants = { statement: 'Troops are in Kursk' }
    const columns = [one('outlet'), one('published')]
    expect(await importBy(list, columns, { constants })).toMatchObject({ new: 2, rejected: 0 })
    expect((await claims()).map(({ statement, outlet }) => [statement, outlet])).toEqual([
      ['Troops are in Kursk', 'TASS'],
      ['Troops are in Kursk', 'Yonhap'],
    ])
    await expect(importBy(list, columns)).rejects.toThrow(/no column is mapped to statement/)
  })

  it('fills relations, whose type holds for a whole file', async () => {
    await lists.importText('ref,statement\nA1,x\nA2,y\nA3,z\n')
    const batch = await importBy('from,to\nA1,A2\nA3,A1\n', [one('from'), one('to')], {
      kind: 'relations',
      constants: { type: 'contradicts' },
    })
    expect(batch).toMatchObject({ new: 2, added: 2 })
  })

  it('is read in the order of dates that was said, and is asked about where none was', async () => {
    const constants = { said: '10/11/2024' }
    await importBy('s\nA\n', [one('statement')], { constants, options: { dateOrder: 'mdy' } })
    const batch = await importBy('s\nB\n', [one('statement')], { constants })
    expect((await claims()).map(({ said, saidText }) => [said, saidText])).toEqual([
      ['2024-10-11', '10/11/2024'],
      [null, '10/11/2024'],
    ])
    expect(await reasons(batch)).toMatchObject([{ line: 2, column: null, code: 'ambiguous-date' }])
  })

  it('that cannot be read is told, like a cell', async () => {
    const batch = await importBy('s,t\nA,\nB,RED\n', [one('statement'), one('tlp')], { constants: { tlp: 'purple' } })
    expect(await reasons(batch)).toMatchObject([{ line: 2, column: 't', code: 'unknown-value' }])
    expect((await claims()).map(({ tlp }) => tlp)).toEqual([null, 'RED'])
  })

  it('of a measure’s words makes no measure of a row without a figure', async () => {
    await importBy('s,n\nA,8000\nB,\n', [one('statement'), one('measure')], {
      constants: { measure_subject: 'soldiers', measure_category: 'present' },
    })
    const [first, second] = await claims()
    expect(first?.measures).toMatchObject([{ best: 8000, subject: 'soldiers', category: 'present' }])
    expect(second?.measures).toEqual([])
  })
})

describe('a column that is split', () => {
  it('fills fields in their order, the last one with the rest, and passes over what is null', async () => {
    await importBy('no,Who / where / page / what\nA1,Blinken / Washington / 7 / They are there / in Kursk\n', [
      one('ref'),
      several(' / ', 'claimant', 'place', null, 'statement'),
    ])
    expect(await claims()).toMatchObject([
      { ref: 'A1', claimant: 'Blinken', place: 'Washington', statement: 'They are there / in Kursk', topic: null },
    ])
  })

  it('leaves fields open whose parts are missing, and constants hold for those', async () => {
    const list = 's,where\nA,Kursk: Sudzha\nB,Kursk\nC,: Sudzha\n'
    await importBy(list, [one('statement'), several(':', 'topic', 'place')], { constants: { place: 'unknown' } })
    expect((await claims()).map(({ topic, place }) => [topic, place])).toEqual([
      ['Kursk', 'Sudzha'],
      ['Kursk', 'unknown'],
      [null, 'Sudzha'],
    ])
  })

  it('loses a rest only where null says so', async () => {
    const list = 's,where\nA,Kursk|Sudzha|centre|north\n'
    await importBy(list, [one('statement'), several('|', null, 'place', null)])
    expect(await claims()).toMatchObject([{ place: 'Sudzha', topic: null }])
  })

  it('gives a measure both bounds, and a grade both axes', async () => {
    await importBy('s,n,g\nA,10 000…12 000,B/2\n', [
      one('statement'),
      several('…', 'measure_low', 'measure_high'),
      several('/', 'reliability', 'credibility'),
    ])
    const [claim] = await claims()
    expect(claim).toMatchObject({
      reliability: 'B',
      credibility: '2',
      measures: [{ low: 10000, high: 12000, best: null, qualifier: 'between' }],
    })
  })

  it('is refused when nothing says what parts it', async () => {
    await expect(importBy('a\nx\n', [several(null, 'claimant', 'statement')])).rejects.toThrow(
      /column “a” fills several fields, and nothing says what parts them/,
    )
  })
})

describe('several values in a cell', () => {
  it('are parted by semicolons, or by what is said beside them', async () => {
    const list = 's,t\nA,"figures, Kursk"\nB,figures; Kursk\n'
    await importBy(list, [one('statement'), one('tags')])
    expect((await claims()).map(({ tags }) => tags)).toEqual([['figures, Kursk'], ['figures', 'Kursk']])
    await lists.file.call('history.undo')
    await importBy(list, [one('statement'), one('tags', ',')])
    expect((await claims()).map(({ tags }) => tags)).toEqual([
      ['figures', 'Kursk'],
      ['figures', 'Kursk'],
    ])
  })

  it('come from several columns, each with its own mark', async () => {
    const list = 's\ta\tb\tc\nA\tfigures, Kursk\tx, y\tz; figures, Kursk\nB\t\t\tw\nC\t\t\t\n'
    await importBy(list, [one('statement'), one('tags', '|'), one('tags', ','), one('tags')], {
      constants: { tags: 'unsorted; new' },
    })
    expect((await claims()).map(({ tags }) => tags)).toEqual([
      ['figures, Kursk', 'x', 'y', 'z'],
      ['w'],
      ['unsorted', 'new'],
    ])
  })

  it('of participants and aliases go the same way', async () => {
    await importBy('t,p\nTalks,Blinken / Austin\n', [one('title'), one('participants', ' / ')], { kind: 'events' })
    await importBy('n,a\nGRU,GU + ГРУ\n', [one('name'), one('aliases', '+')], { kind: 'actors' })
    const [event] = (await lists.file.call('events.page', {})).rows
    const actors = (await lists.file.call('actors.page', { sort: [{ field: 'name' }] })).rows
    expect(event?.participants).toEqual(['Blinken', 'Austin'])
    expect(actors.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Austin', []],
      ['Blinken', []],
      ['GRU', ['GU', 'ГРУ']],
    ])
  })
})

describe('columns that are joined', () => {
  const list = 's,first,last\nA,Antony,Blinken\nB,,Austin\nC,,\n'
  const columns = [one('statement'), one('claimant'), one('claimant')]

  it('have a space between them, and nothing where one is empty', async () => {
    await importBy(list, columns, { constants: { claimant: 'nobody named' } })
    expect((await claims()).map(({ claimant }) => claimant)).toEqual(['Antony Blinken', 'Austin', 'nobody named'])
  })

  it.each([
    ['; ', 'Antony; Blinken'],
    ['', 'AntonyBlinken'],
  ])('have “%s” between them when that is said', async (join, expected) => {
    await importBy(list, columns, { joins: { claimant: join } })
    expect((await claims())[0]?.claimant).toBe(expected)
  })

  it('may be parts of other columns, in the order of the file', async () => {
    await importBy('what,day,year\nA (Kursk),31 October,2024\n', [
      several('(', 'statement', null),
      one('said'),
      one('said'),
    ])
    expect(await claims()).toMatchObject([{ statement: 'A', said: '2024-10-31' }])
  })

  it('are named by the first of them where their text is odd', async () => {
    const batch = await importBy('s,day,year\nA,some day,2024\n', [one('statement'), one('said'), one('said')])
    expect(await reasons(batch)).toMatchObject([{ column: 'day', code: 'unreadable-date' }])
    expect(await claims()).toMatchObject([{ saidText: 'some day 2024', said: null }])
  })
})

describe('two columns for the bounds of a measure', () => {
  it.each([
    ['10000,12000', { low: 10000, high: 12000, best: null, qualifier: 'between' }],
    ['10 000,', { low: 10000, high: null, best: null, qualifier: 'at least' }],
    [',12 000', { low: null, high: 12000, best: null, qualifier: 'up to' }],
  ])('make one measure: %s', async (cells, measure) => {
    await importBy(`s,from,to\nA,${cells}\n`, [one('statement'), one('measure_low'), one('measure_high')])
    expect((await claims())[0]?.measures).toMatchObject([measure])
  })

  it('take neither where they are the wrong way round, and say so', async () => {
    const batch = await importBy('s,from,to\nA,12000,10000\n', [
      one('statement'),
      one('measure_low'),
      one('measure_high'),
    ])
    expect(await reasons(batch)).toMatchObject([{ column: 'from', code: 'reversed-bounds' }])
    expect((await claims())[0]?.measures).toMatchObject([{ low: null, high: null, verbatim: 'low 12000; high 10000' }])
  })

  it('stand beside the best figure, which may be a constant', async () => {
    await importBy('s,from,to\nA,10000,12000\n', [one('statement'), one('measure_low'), one('measure_high')], {
      constants: { measure_best: '11000', measure_unit: 'soldiers' },
    })
    expect((await claims())[0]?.measures).toMatchObject([{ low: 10000, high: 12000, best: 11000, unit: 'soldiers' }])
  })
})

it('says of a column that is left out that it is', async () => {
  const path = lists.write('statement,Weather\nA,rain\n')
  const { problems } = await lists.file.call('imports.inspectFile', { path })
  expect(problems).toMatchObject([{ line: 1, column: 'Weather', code: 'unmapped-column' }])
  expect(
    await lists.importText('statement,Weather\nA,rain\n', 'claims', {
      mapping: { columns: [one('statement'), left], constants: {}, joins: {} },
    }),
  ).toMatchObject({ new: 1 })
})
