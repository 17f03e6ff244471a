import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimImportFields } from '../../../shared/import.ts'
import { delimiters } from './dialect.ts'
import { FileBytes } from './file-bytes.ts'
import { countKnown } from './mapping.ts'
import { openCsv, type CsvFile, type CsvRow } from './read-csv.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-csv-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(content: string | Uint8Array): string {
  const path = join(folder, 'list.csv')
  writeFileSync(path, content)
  return path
}

async function read(content: string | Uint8Array): Promise<CsvFile & { all: CsvRow[] }> {
  const csv = await openCsv(write(content), countKnown)
  const all: CsvRow[] = []
  for await (const row of csv.rows) all.push(row)
  return { ...csv, all }
}

/** The bytes of a text in an encoding that begins with its mark. */
function encoded(text: string, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): Uint8Array {
  const marked = `\ufeff${text}`
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8')
  const bytes = Buffer.from(marked, 'utf16le')
  return encoding === 'utf-16be' ? bytes.swap16() : bytes
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '|', '\r', '\n', ' ', "'", '파', 'я', 'a') }),
)
const table = fc.integer({ min: 2, max: 6 }).chain((width) =>
  fc.record({
    header: fc.shuffledSubarray([...claimImportFields], { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
  }),
)
const dialect = fc.record({
  delimiter: fc.constantFrom(...delimiters),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const),
  endsWithNewline: fc.boolean(),
})

const quoted = (text: string): string => (/["\r\n,;\t|]|^$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

describe('reading CSV', () => {
  it('reads back any table, in any dialect and encoding, with the line of each row', async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, async ({ header, rows }, { delimiter, newline, encoding, endsWithNewline }) => {
        const records = [header, ...rows].map((row) => row.map(quoted).join(delimiter))
        const csv = await read(encoded(records.join(newline) + (endsWithNewline ? newline : ''), encoding))
        expect(csv.delimiter).toBe(delimiter)
        expect(csv.encoding.name).toBe(encoding)
        expect(csv.header).toEqual(header)
        expect(csv.all.map((row) => row.cells)).toEqual(rows)
        const text = records.join(newline)
        csv.all.forEach(({ line }, index) => {
          const before = text.slice(0, records.slice(0, index + 1).join(newline).length + newline.length)
          expect(line).toBe(1 + (before.match(/\r\n|\r|\n/g)?.length ?? 0))
        })
      }),
      { numRuns: 200 },
    )
  })

  it('counts the lines of quoted breaks and passes over blank lines', async () => {
    const { all, headerLine } = await read('\r\nref,statement\r\n1,"a\r\nb\nc"\r\n\r\n  \r\n2,d')
    expect(headerLine).toBe(2)
    expect(all).toEqual([
      { line: 3, cells: ['1', 'a\r\nb\nc'] },
      { line: 8, cells: ['2', 'd'] },
    ])
  })

  it('keeps characters whole that straddle two chunks of the file', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`${index}`, '북한군 파병 ё'])
    const { all } = await read(`ref,statement\n${rows.map((row) => row.join(',')).join('\n')}`)
    expect(all.map((row) => row.cells)).toEqual(rows)
    expect(all.at(-1)?.line).toBe(20_001)
  })

  it('marks a row with a missing or an extra cell, and only that one', async () => {
    const { all } = await read('ref,statement,topic\n1,a,x\n2,b\n3,c,x,y\n4,d,x\n')
    expect(all.map(({ line, odd }) => [line, odd?.code, odd?.message])).toEqual([
      [2, undefined, undefined],
      [3, 'ragged-row', 'The row has 2 cells where the header has 3.'],
      [4, 'ragged-row', 'The row has 4 cells where the header has 3.'],
      [5, undefined, undefined],
    ])
  })

  it('gives what stands after an unclosed quote as one odd row', async () => {
    const { all } = await read('ref,statement\n1,a\n2,"open\n3,c\n4,d\n')
    expect(all).toEqual([
      { line: 2, cells: ['1', 'a'] },
      {
        line: 3,
        cells: ['2,"open\n3,c\n4,d\n'],
        odd: {
          code: 'unclosed-quote',
          message: 'A quote is opened in the row and never closed, so it and the 2 lines after it cannot be read.',
        },
      },
    ])
  })

  it('takes a quote within an unquoted cell as text', async () => {
    const { all } = await read('ref,statement\n1,the "Storm Corps" unit\n2,b\n')
    expect(all.map((row) => row.cells[1])).toEqual(['the "Storm Corps" unit', 'b'])
  })

  it('finds the delimiter though cells hold others', async () => {
    const { delimiter, header } = await read('statement;tags\n"a, b, c";x,y\nd, e;f,g\n')
    expect([delimiter, header.length]).toEqual([';', 2])
  })

  it.each([
    [
      'windows-1251',
      Buffer.from('ref,statement\n1,a\n2,\xf1\xeb\xee\xe2\xee\n3,c\n', 'latin1'),
      /line 3 .*not UTF-8.*UTF-8/,
    ],
    ['UTF-16 without a mark', Buffer.from('ref,statement\n1,a\n', 'utf16le'), /cannot be read as UTF-8/],
    ['an empty file', Buffer.alloc(0), /is empty/],
    ['only blank lines', Buffer.from('\n\n'), /is empty/],
    ['a header that does not end', Buffer.from('ref,"statement\n1,a\n'), /never closed/],
    ['odd UTF-16', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x0a, 0x00, 0x41]), /UTF-16LE/],
  ])('refuses %s with what to do', async (_what, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message)
  })

  it('refuses a row that is longer than any, instead of filling the memory', async () => {
    await expect(read(`ref,statement\n1,"${'x\n'.repeat(9_000_000)}`)).rejects.toThrow(/Is a quote missing/)
    await expect(read(`ref,statement\n1,${'x'.repeat(18_000_000)}`)).rejects.toThrow(/too long/)
  })

  it('says so when the file is not there or is a folder', async () => {
    await expect(openCsv(join(folder, 'none.csv'), countKnown)).rejects.toMatchObject({ code: 'cannot-read' })
    await expect(openCsv(folder, countKnown)).rejects.toMatchObject({ code: 'cannot-read' })
  })

  it('notices that the file changed while it was read', async () => {
    const path = write('ref,statement\n1,a\n')
    const bytes = await FileBytes.open(path)
    appendFileSync(path, '2,b\n')
    await expect(Array.fromAsync(bytes.chunks())).rejects.toMatchObject({ code: 'conflict' })
  })
})
