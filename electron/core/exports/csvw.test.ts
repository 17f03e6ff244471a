import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ListName } from '../../../shared/exports.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { csvwPath } from './csvw.ts'
import { awkward, awkwardCase, exported } from './test-exports.ts'

let file: TestCase
let other: TestCase
beforeEach(async () => {
  file = await awkwardCase()
  other = makeTestCase()
})
afterEach(() => {
  file.remove()
  other.remove()
})

/** What an import makes anew: ids and times; and the order of records that are known by nothing else. */
const own = new Set(['id', 'created', 'changed'])

/** The lines of an export but for what an import makes anew. */
const lasting = (text: string): string[] =>
  (parse(text, { bom: true }) as string[][])
    .map((cells, _at, [names = []]) => JSON.stringify(cells.filter((_, at) => !own.has(names[at] ?? ''))))
    .toSorted()

const lists = ['actors', 'outlets', 'documents', 'events', 'claims'] as const satisfies ListName[]

describe('metadata beside a CSV', () => {
  it('lets another case read every list without a mapping, and write the same again', async () => {
    const texts = new Map<string, string>()
    for (const list of lists) {
      const { text, path } = await exported(file, { format: 'csv', list })
      texts.set(list, text)
      const { mappedBy, mappings } = await other.call('imports.inspectFile', { path })
      expect(mappedBy).toMatch(/out.csv-metadata.json/)
      const batch = await other.call('imports.run', { path, job: 'job', kind: list, mapping: mappings[list] })
      expect(batch).toMatchObject({ rejected: 0, conflict: 0 })
    }
    for (const list of lists) {
      const again = await exported(other, { format: 'csv', list })
      expect(lasting(again.text), list).toEqual(lasting(texts.get(list) ?? ''))
    }
  })

  it('says what each column is, where the table is, and under which label', async () => {
    const { path, text, told } = await exported(file, { format: 'csv', list: 'claims' })
    const metadata = JSON.parse(readFileSync(csvwPath(path), 'utf8')) as {
      tableSchema: { columns: { name: string; datatype: unknown; separator?: string }[] }
    }
    expect(metadata).toMatchObject({
      '@context': 'http://www.w3.org/ns/csvw',
      url: 'out.csv',
      'dc:accessRights': 'TLP:AMBER',
      dialect: { encoding: 'utf-8', delimiter: ',', header: true },
      tableSchema: { primaryKey: 'id' },
    })
    expect(told.highest).toBe('AMBER')
    const { columns } = metadata.tableSchema
    const [names, ...rows] = parse(text, { bom: true }) as string[][]
    expect(columns.map(({ name }) => name)).toEqual(names)
    for (const [at, { name, datatype }] of columns.entries())
      if (datatype === 'number' || datatype === 'integer')
        for (const row of rows) expect(Number(row[at]), `${name}: ${row[at] ?? ''}`).not.toBeNaN()
    expect(columns.find(({ name }) => name === 'tags')).toMatchObject({ separator: ';' })
  })

  it('goes with texts that nothing runs', async () => {
    const { text, told } = await exported(file, { format: 'csv', list: 'claims' })
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true })
    expect(told.escaped).toBeGreaterThan(0)
    expect(rows.find(({ ref }) => ref === 'X1')).toMatchObject({ statement: `'${awkward}`, measure_low: '1500' })
  })
})
