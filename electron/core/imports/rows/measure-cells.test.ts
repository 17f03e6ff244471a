import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportField } from '../../../../shared/import-lists.ts'
import { mappingOf } from '../../../../shared/mapping.ts'
import { formatNumber } from '../../../../shared/quantities.ts'
import { qualifiers } from '../../../../shared/vocabulary.ts'
import { sourcesOf } from '../mapping/sources.ts'
import { readMeasure } from './measure-cells.ts'
import { RowReader } from './row-reader.ts'

type Cells = Partial<Record<'low' | 'high' | 'best' | 'qualifier' | 'unit' | 'category' | 'subject', string>>

function read(cells: Cells): { measure: Record<string, unknown> | null; codes: string[] } {
  const names = Object.keys(cells)
  const mapping = mappingOf(names.map((name) => `measure_${name}` as ImportField))
  const row = new RowReader(2, Object.values(cells), sourcesOf(names, mapping))
  return { measure: readMeasure(row), codes: row.problems.map(({ code, column }) => `${code} ${column}`) }
}

describe('the measure of a row', () => {
  it.each<[Cells, object]>([
    [
      { best: '10000', qualifier: 'about' },
      { best: 10000, qualifier: 'about', verbatim: '10000' },
    ],
    [{ best: '8,000' }, { best: 8000, qualifier: 'exact', verbatim: '8,000' }],
    [{ best: 'about 10 000' }, { best: 10000, qualifier: 'about', verbatim: 'about 10 000' }],
    [
      { low: '10,000', high: '12k' },
      { low: 10000, high: 12000, qualifier: 'between', verbatim: 'low 10,000; high 12k' },
    ],
    [{ low: '1,500' }, { low: 1500, qualifier: 'at least', verbatim: '1,500' }],
    [{ high: '1,500' }, { high: 1500, qualifier: 'up to', verbatim: '1,500' }],
    [
      { best: '1,500', qualifier: 'At Least' },
      { low: 1500, qualifier: 'at least', verbatim: '1,500' },
    ],
    [{ best: '10,000–12,000' }, { low: 10000, high: 12000, qualifier: 'between', verbatim: '10,000–12,000' }],
    [
      { low: '9', best: '10', high: '12', qualifier: 'around' },
      { low: 9, best: 10, high: 12, qualifier: 'about', verbatim: 'low 9; high 12; best 10' },
    ],
    [{ best: 'dozens' }, { qualifier: 'dozens', verbatim: 'dozens' }],
    [
      { qualifier: 'unspecified', unit: 'soldiers' },
      { qualifier: 'unspecified', unit: 'soldiers' },
    ],
    [{ category: 'In-Combat' }, { category: 'in combat', kind: 'stock', qualifier: 'unspecified' }],
    [
      { category: 'killed', best: '3' },
      { category: 'killed', kind: 'cumulative', best: 3, qualifier: 'exact', verbatim: '3' },
    ],
  ])('reads %j', (cells, measure) => {
    expect(read(cells)).toEqual({ measure, codes: [] })
  })

  it('makes none of empty cells', () => {
    expect(read({ best: '', qualifier: ' ', unit: '' })).toEqual({ measure: null, codes: [] })
  })

  it.each<[Cells, object, string]>([
    [{ best: 'a lot' }, { qualifier: 'unspecified', verbatim: 'a lot' }, 'unknown-value best'],
    [{ best: '5', category: 'seen' }, { best: 5, qualifier: 'exact', verbatim: '5' }, 'unknown-value category'],
    [{ best: '5', qualifier: 'ish' }, { best: 5, qualifier: 'exact', verbatim: '5' }, 'unknown-value qualifier'],
    [{ low: '9', high: '5' }, { qualifier: 'between', verbatim: 'low 9; high 5' }, 'reversed-bounds low'],
    [{ best: '1.500' }, { qualifier: 'unspecified', verbatim: '1.500' }, 'ambiguous-number best'],
    [{ qualifier: 'about' }, { qualifier: 'about' }, 'no-figure qualifier'],
  ])('keeps what was written of %j and flags it', (cells, measure, code) => {
    expect(read(cells)).toEqual({ measure, codes: [code] })
  })

  it('never invents a side, and never gives bounds the wrong way round', () => {
    const figure = fc.option(fc.nat(1_000_000).map(formatNumber), { nil: '' })
    const cells = fc.record({
      low: figure,
      high: figure,
      best: figure,
      qualifier: fc.constantFrom('', ...qualifiers),
    })
    fc.assert(
      fc.property(cells, (given) => {
        const { measure } = read(given)
        const figures = ['low', 'high', 'best'].filter((side) => measure?.[side] !== undefined)
        const written = [given.low, given.high, given.best].filter((text) => text !== '')
        expect(figures.length).toBeLessThanOrEqual(written.length)
        for (const side of figures) expect(written).toContain(formatNumber(Number(measure?.[side])))
        if (measure?.['low'] !== undefined && measure['high'] !== undefined)
          expect(Number(measure['low'])).toBeLessThanOrEqual(Number(measure['high']))
      }),
    )
  })
})
