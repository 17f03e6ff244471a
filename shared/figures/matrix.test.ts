import { describe, expect, it } from 'vitest'
import { FigureOptions } from './data.ts'
import { matrixFigure } from './matrix.ts'
import { frame, measure, measures, tagged } from './test-data.ts'

const options = FigureOptions.parse({})
const rows = (...given: Parameters<typeof measures>): (readonly string[])[] =>
  matrixFigure(measures(...given), options, frame).table.rows.map(({ cells }) => cells)
const [blinken, zelenskyy] = ['Antony Blinken', 'Volodymyr Zelenskyy']

describe('the agreement matrix', () => {
  it.each([
    ['8,000 and about 11,000 cannot both hold', { best: 8000 }, { best: 11_000, qualifier: 'about' }, true],
    ['10,000 and about 11,000 can', { best: 10_000 }, { best: 11_000, qualifier: 'about' }, false],
    ['bounds that touch can', { low: 1, high: 5 }, { low: 5, high: 9 }, false],
    ['at least 1,500 and 8,000 can', { low: 1500 }, { best: 8000 }, false],
    ['at least 1,500 and 1,000 cannot', { low: 1500 }, { best: 1000 }, true],
    ['up to 5 and at least 6 cannot', { high: 5 }, { low: 6 }, true],
  ] as const)('%s', (_name, first, second, isApart) => {
    const [row] = rows([measure(1, first), measure(2, { ...second, claimant: zelenskyy })])
    expect(row?.[3]).toBe(isApart ? zelenskyy : '–')
  })

  it('asks one question by subject, category and place: what differs in one does not compare', () => {
    const apart = [{ place: 'Russia' }, { category: 'sent' as const }, { subject: 'drones' }]
    for (const other of apart)
      expect(
        rows([measure(1, { best: 1 }), measure(2, { best: 9, claimant: zelenskyy, ...other })]).map(
          ([, , , against]) => against,
        ),
      ).toEqual(['–', '–'])
  })

  it('compares within a period only where one is chosen', () => {
    const data = measures([
      measure(1, { best: 1, said: '2024-10-05' }),
      measure(2, { best: 9, said: '2024-11-05', claimant: zelenskyy }),
    ])
    const questions = (period: FigureOptions['period']): number =>
      new Set(matrixFigure(data, { ...options, period }, frame).table.rows.map(({ cells }) => cells[1])).size
    expect([questions('all'), questions('year'), questions('month')]).toEqual([1, 1, 2])
  })

  it('does not set a claimant against an own later figure, and shows the newest last', () => {
    const figure = matrixFigure(
      measures([measure(1, { best: 9, said: '2024-11-05' }), measure(2, { best: 1, said: '2024-10-05' })]),
      options,
      frame,
    )
    expect(figure.table.rows.map(({ cells }) => cells)).toEqual([
      [blinken, 'DPRK soldiers, present, Kursk region', '1 · C2; 9 · C1', '–'],
    ])
    expect(figure.marks.map(({ record }) => record.id)).toEqual([measure(1).claimId])
  })

  it('explains “≠” only where a cell has it', () => {
    const words = (high: number): unknown[] =>
      tagged(
        matrixFigure(
          measures([measure(1, { best: 8000 }), measure(2, { best: high, claimant: zelenskyy })]),
          options,
          frame,
        ),
        'text',
      ).flatMap(({ children }) => children)
    const key = '≠ contradicts the value of another claimant in the same column'
    expect([words(11_000).includes(key), words(8000).includes(key)]).toEqual([true, false])
  })

  it('gives names the width that the columns leave, and a second line where that is too little', () => {
    const claimant = 'South Korean Ministry of National Defense'
    const words = (questions: number, width: number): unknown[] =>
      tagged(
        matrixFigure(
          measures(
            Array.from({ length: questions }, (_, at) => measure(at, { best: 1, place: `Place ${at}`, claimant })),
          ),
          options,
          { ...frame, width },
        ),
        'text',
      ).flatMap(({ children }) => children)
    expect(words(1, 900)).toContain(claimant)
    const narrow = words(6, 900)
    expect(narrow).not.toContain(claimant)
    expect(narrow.slice(narrow.indexOf('South Korean Ministry of')).slice(0, 2)).toEqual([
      'South Korean Ministry of',
      'National Defense',
    ])
  })

  it('takes the pairs that the analysis found', () => {
    const given = [measure(1, { best: 5 }), measure(2, { best: 5, claimant: zelenskyy })]
    expect(rows(given, [[2, 1]]).map((cells) => cells[3])).toEqual([zelenskyy, blinken])
  })
})
