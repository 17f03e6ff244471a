import { describe, expect, it } from 'vitest'
import { hitsIn, parseSearch, searchWords } from './search.ts'

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

describe('what a search found', () => {
  it.each([
    ['inside words, case and accents folded', 'Zelenskyý said: Зелёный', ['skyy', 'зелен'], ['skyý', 'Зелён']],
    ['in Korean', '국정원은 파병을 확인했다', ['국정원', '파병'], ['국정원', '파병']],
    ['as often as it stands there', 'to and fro, to', ['to'], ['to', 'to']],
    ['where folding makes one character several', 'Straße ﬁn', ['strasse', 'fin'], ['Straße', 'ﬁn']],
    ['beyond the first plane', '𝐀bc', ['abc'], ['𝐀bc']],
    ['nowhere', 'nothing', ['x'], []],
  ])('is told %s', (_what, text, words, found) => {
    expect(hitsIn(text, words).map(([from, to]) => text.slice(from, to))).toEqual(found)
  })
})
