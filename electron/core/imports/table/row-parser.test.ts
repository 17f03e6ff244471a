import { parse as parseByPackage } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tableText } from '../corpus/write-table.ts'
import type { Dialect } from './dialect.ts'
import { isBlank, RowParser, type RowParserOptions } from './row-parser.ts'

const parse = (text: string, dialect: Dialect, options: RowParserOptions = {}, chunk = 1e9): string[][] => {
  const parser = new RowParser(dialect, options)
  const rows = []
  for (let at = 0; at < text.length; at += chunk) rows.push(...parser.push(text.slice(at, at + chunk)))
  return [...rows, ...parser.end()].map(({ cells }) => cells)
}
const comma: Dialect = { delimiter: ',', quote: '"', escape: 'double' }

const cell = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.stringMatching(/^[a,;|\t"'\n\r\\ 한ё]{0,8}$/),
  fc.constantFrom('', '"', '""', ',', '\n', '\r\n', ' a ', 'x"y', "'", '8\'9"'),
)
const dialect = fc.record<Dialect>({
  delimiter: fc.constantFrom(',', ';', '\t', '|', ', ', '||'),
  quote: fc.constantFrom('"' as const, "'" as const),
  escape: fc.constantFrom('double' as const, 'backslash' as const),
})

it('reads back any table in any dialect, in portions of any size', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 5 })
        .chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
        ),
      dialect,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 40 }),
      (table, style, newline, chunk) => {
        // A backslash before a mark means something else where the backslash escapes: such a cell cannot be written.
        fc.pre(style.escape === 'double' || !table.flat().some((text) => text.includes('\\')))
        const quote = style.quote ?? '"'
        const text = tableText(table, {
          ...style,
          quote,
          newline,
          quoteAll: true,
          escape: style.escape === 'double' ? quote : '\\',
        })
        expect(parse(text, style, {}, chunk)).toEqual(table)
        expect(parse(text, style, { width: table[0]?.length ?? 0 }, chunk)).toEqual(table)
      },
    ),
    { numRuns: 400 },
  )
})

it('reads rows without marks as it reads rows with them', () => {
  const plainCell = fc.stringMatching(/^[a-z0-9 ]{0,6}$/)
  fc.assert(
    fc.property(
      fc.array(fc.array(plainCell, { minLength: 3, maxLength: 3 }), { minLength: 1 }),
      fc.boolean(),
      (table, quoteAll) => {
        const text = tableText(table, { delimiter: ',', quote: '"', escape: '"', newline: '\n', quoteAll })
        expect(parse(text, comma)).toEqual(table)
      },
    ),
  )
})

it('reads what keeps RFC 4180 as csv-parse does', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (table) => {
      const text = tableText(table, { delimiter: ',', quote: '"', escape: '"', newline: '\r\n', quoteAll: true })
      expect(parse(text, comma)).toEqual(parseByPackage(text, { relax_column_count: true, record_delimiter: '\r\n' }))
    }),
  )
})

it('never loses a character of a file that keeps no rules at all', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ab,"\n]{0,60}$/), fc.integer({ min: 1, max: 9 }), (text, chunk) => {
      const rows = parse(text, comma, { width: 3 }, chunk)
      const letters = (words: string): string => words.replaceAll(/[^ab]/g, '')
      expect(letters(rows.flat().join(''))).toBe(letters(text))
    }),
    { numRuns: 1000 },
  )
})

it('says where a row is odd, and keeps the rows around it', () => {
  const parser = new RowParser(comma, { width: 3 })
  const rows = [...parser.push('a,b,c\n1,"x\ny",3\n4,"5,6\n\n7,8\n9,10,11,12\n"13",14,15\n'), ...parser.end()].filter(
    (row) => !isBlank(row),
  )
  expect(
    rows.map(({ line, cells, problems }) => [line, cells.length, problems.map(({ code, column }) => [code, column])]),
  ).toEqual([
    [1, 3, []],
    [2, 3, []],
    [4, 3, [['stray-quote', 2]]],
    [6, 2, [['short-row', null]]],
    [7, 4, [['long-row', null]]],
    [8, 3, []],
  ])
})

it('takes time that grows with the text, whatever its marks are', () => {
  const time = (text: string): number => {
    const started = performance.now()
    parse(text, comma, { width: 2 }, 65_536)
    return performance.now() - started
  }
  // One mark that is never closed, and marks everywhere: both would be read again and again from each place.
  for (const bad of [(n: number) => `a,b\n1,"${'x,y\n'.repeat(n)}`, (n: number) => `a,b\n${'1,"2\n'.repeat(n)}`]) {
    time(bad(2000))
    const [small, large] = [time(bad(5_000)), time(bad(20_000))]
    expect(large).toBeLessThan(Math.max(small, 20) * 16)
  }
})
