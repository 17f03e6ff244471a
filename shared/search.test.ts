import { describe, expect, it } from 'vitest'
import { parseSearch, searchWords } from './search.ts'

const fields = ['claimant', 'reliability', 'said', 'topic', 'placePrecision']
const word = (value: string, isExcluded = false) => ({ field: null, values: [value], isExcluded })
const asked = (field: string, values: string[], isExcluded = false) => ({ field, values, isExcluded })

describe('a search', () => {
  it.each([
    ['words and quoted phrases', '  Kursk "North Korean" 파병 ', [word('kursk'), word('north korean'), word('파병')]],
    ['nothing', ' "" ', []],
    ['a quote that is not closed yet', '"North Ko', [word('north ko')]],
    [
      'what must not be met',
      '-Kursk -"North Korean" x-y - 5',
      [word('kursk', true), word('north korean', true), word('x-y'), word('-'), word('5')],
    ],
    [
      'fields, whatever their case',
      'Claimant:Blinken placeprecision:exact',
      [asked('claimant', ['Blinken']), asked('placePrecision', ['exact'])],
    ],
    [
      'several values of a field, in quotes too',
      'reliability:A,B claimant:"Antony Blinken",zelenskyy',
      [asked('reliability', ['A', 'B']), asked('claimant', ['Antony Blinken', 'zelenskyy'])],
    ],
    [
      'a range, what is not set, and a field that must not be so',
      'said:2024-10..2024-11 topic:"" -topic:treaty',
      [asked('said', ['2024-10..2024-11']), asked('topic', ['']), asked('topic', ['treaty'], true)],
    ],
    [
      'what only looks like a field',
      'https://kcna.kp 12:30 author:x topic:',
      [word('https://kcna.kp'), word('12:30'), word('author:x'), word('topic:')],
    ],
  ])('reads %s', (_what, query, parts) => {
    expect(parseSearch(query, fields)).toEqual(parts)
  })

  it('tells the words that it looks for', () => {
    expect(searchWords('Ёлка -мир "Два слова"')).toEqual(['елка', 'два слова'])
  })
})
