import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimBases, measureCategories } from '../../../../shared/vocabulary.ts'
import { contentOf, fieldByContent, fieldsByContent, leastConfidence } from './content.ts'
import type { ImportKind } from '../../../../shared/import-lists.ts'

const cells = (text: string): string[] => text.split('|').map((cell) => cell.trim())
const statements =
  cells(`About 10,000 North Korean soldiers are in Russia now.|8,000 of the soldiers in Russia are in the Kursk region
  |Russia has completed ratification of the partnership treaty|The treaty shows both states more willing to cooperate`)

describe('fieldByContent', () => {
  it.each<[ImportKind, string, string | undefined]>([
    ['claims', 'https://a.example/1|http://b.example/x|www.c.example/y', 'url'],
    ['documents', 'https://web.archive.org/web/1/a|https://archive.ph/x|https://archive.ph/y', 'archive_url'],
    ['claims', 'B2|C3|F6|n/a', 'grade'],
    ['claims', 'usually reliable|fairly reliable|unreliable', 'reliability'],
    ['claims', 'probably true|possibly true|doubtful', 'credibility'],
    ['claims', 'TLP:RED|TLP:AMBER+STRICT|tlp green', 'tlp'],
    ['claims', 'ko|ru|uk|en-GB', 'quote_language'],
    ['claims', 'about 10,000|8,000|at least 1,500|11 тысяч солдат', 'measure'],
    ['claims', 'official|hearsay|Firsthand|официально', 'claimant_basis'],
    ['claims', 'sent|present|KIA', 'measure_category'],
    ['claims', statements.join('|'), 'statement'],
    ['events', '2024-11-05|5 November 2024|10/11/2024', 'when'],
    ['events', 'city|region|country', 'place_precision'],
    ['actors', 'person|state|организация', 'kind'],
    ['relations', 'supports|contradicts|repeats', 'type'],
    ['claims', '2024-11-05|2024-11-06|2024-11-07', undefined],
    ['documents', '2024-11-05|2024-11-06|2024-11-07', undefined],
    ['claims', '1|2|3|4', undefined],
    ['claims', 'A|B|C|D', undefined],
    ['claims', 'red|green|green', undefined],
    ['claims', '8000|11000|1500', undefined],
    ['events', '2024|2023|2022', undefined],
    ['claims', 'Kursk region|Moscow|Kursk region|Russia', undefined],
    ['claims', 'open|open|open', undefined],
    ['claims', 'https://a.example|no link|none|unknown', undefined],
    ['claims', 'confirmed|possible|unlikely', undefined],
    ['claims', 'B2|C3', undefined],
    ['claims', '||-|n/a', undefined],
  ])('in %s takes %s for %s', (kind, column, field) => {
    expect(fieldByContent(cells(column), kind)?.value).toBe(field)
  })

  it('tells what a column looks like also where no field is sure', () => {
    expect(contentOf(cells('2024-11-05|5 ноября 2024|10/11/2024'), 'claims')).toMatchObject({ value: 'date' })
  })

  it('is never less confident than it may be, nor more than certain', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        'B2',
        '2024-11-05',
        'https://a.example/b',
        'ko',
        '8,000',
        'about 5',
        'TLP:RED',
        '',
        'n/a',
        ...claimBases,
        ...measureCategories,
      ),
      fc.string({ maxLength: 60 }),
    )
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 30 }),
        fc.constantFrom('claims', 'events', 'documents'),
        (column, kind) => {
          const guess = fieldByContent(column, kind)
          if (!guess) return
          expect(guess.confidence).toBeGreaterThanOrEqual(leastConfidence)
          expect(guess.confidence).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('fieldsByContent', () => {
  const quotes = statements.map((text) => text.slice(0, 45))
  const values = (columns: string[][], taken?: ReadonlySet<string>): (string | undefined)[] =>
    fieldsByContent(columns, 'claims', taken).map((guess) => guess?.value)

  it('takes the longest column of sentences for the statement', () => {
    expect(values([quotes, statements, cells('B2|C3|F6')])).toEqual([undefined, 'statement', 'grade'])
  })

  it('takes none of two columns that look alike, and none for a field that is taken', () => {
    const links = cells('https://a.example/1|https://b.example/2|https://c.example/3')
    expect(values([links, links])).toEqual([undefined, undefined])
    expect(values([links], new Set(['url']))).toEqual([undefined])
  })
})
