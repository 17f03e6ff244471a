import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils, write as writeBook } from '@e965/xlsx'
import { afterAll, expect, it } from 'vitest'
import type { FileOptions } from '../../../shared/import.ts'
import { firstFields } from '../../../shared/mapping.ts'
import { makeTestCase } from '../test-case.ts'

const folder = mkdtempSync(join(tmpdir(), 'parallax-inspect-'))
const file = makeTestCase()
afterAll(() => {
  file.remove()
  rmSync(folder, { recursive: true, force: true })
})
const inspect = (path: string, options: FileOptions = {}) => file.call('imports.inspectFile', { path, options })

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

it('looks at a file without importing it', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => `${index};S;`).join('\n')
  const inspection = await inspect(write('list.csv', `\ufeffRef;Statement;Mood\n0;short\n${rows}`))
  expect(inspection).toMatchObject({
    fileName: 'list.csv',
    encoding: 'utf-8',
    delimiter: ';',
    header: ['Ref', 'Statement', 'Mood'],
    headerLine: 1,
    kind: 'claims',
    mappedBy: null,
  })
  expect(firstFields(inspection.mappings.claims)).toEqual(['ref', 'statement', null])
  expect(inspection.preview).toHaveLength(50)
  expect(inspection.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
    [1, 'Mood', 'unmapped-column'],
    [2, null, 'short-row'],
  ])
})

it('tells the sheets of a workbook, of which one is looked at', async () => {
  const book = utils.book_new()
  const sheet = (...rows: readonly (readonly string[])[]) => utils.aoa_to_sheet(rows.map((row) => [...row]))
  utils.book_append_sheet(book, sheet(['statement', 'claimant'], ['A', 'B']), 'Claims')
  utils.book_append_sheet(book, sheet(['title', 'when'], ['C', '2024-11']), 'Events')
  const path = write('book.xlsx', writeBook(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  const parts = [
    { name: 'Claims', isFirst: true },
    { name: 'Events', isFirst: false },
  ]
  const look = (options: FileOptions) => inspect(path, options)
  expect(await look({})).toMatchObject({ container: 'xlsx', parts, kind: 'claims', preview: [['A', 'B']] })
  expect(await look({ sheet: 'Events' })).toMatchObject({ parts, kind: 'events', preview: [['C', '2024-11']] })
})
