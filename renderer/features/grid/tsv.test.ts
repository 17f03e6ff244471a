import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromTsv, toTsv } from './tsv.ts'

describe('tab-separated text', () => {
  it('reads what a spreadsheet copies', () => {
    expect(fromTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(fromTsv('"two\nlines"\t"say ""so"""\n')).toEqual([['two\nlines', 'say "so"']])
    expect(fromTsv('a\t\n\tb')).toEqual([
      ['a', ''],
      ['', 'b'],
    ])
    expect(fromTsv('')).toEqual([])
  })

  it('takes a quotation mark that never closes as it stands', () => {
    expect(fromTsv('"open\tb')).toEqual([['"open', 'b']])
    expect(fromTsv('"a" b\tc')).toEqual([['"a" b', 'c']])
  })

  it('reads back what it wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', '북') })
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([height, width]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
      )
      // A last row of one empty cell is the line break that spreadsheets add, and a lone empty cell is nothing.
      .filter((rows) => rows.at(-1)?.some((text) => text !== '') ?? false)
    fc.assert(
      fc.property(block, (rows) => {
        expect(fromTsv(toTsv(rows))).toEqual(rows)
      }),
    )
  })
})
