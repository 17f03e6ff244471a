import { describe, expect, it } from 'vitest'
import { foldText, searchTerms, splitValues } from './text.ts'
import { parseTlp } from './scales.ts'

describe('foldText', () => {
  it.each([
    ['Пётр', 'петр'],
    ['ЙОД', 'йод'],
    ['Żółć', 'zołc'],
    ['Straße', 'strasse'],
    ['국정원은', '국정원은'],
    ['ＦＵＬＬ', 'full'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })
})

it('splits a search into words and quoted phrases', () => {
  expect(searchTerms('  Kursk "North Korean" 파병 ')).toEqual(['kursk', 'north korean', '파병'])
  expect(searchTerms('""')).toEqual([])
})

it('splits multi-valued cells and drops repeats and blanks', () => {
  expect(splitValues('Europe; East Asia;;Europe ')).toEqual(['Europe', 'East Asia'])
})

it.each([
  ['TLP:AMBER+STRICT', 'AMBER+STRICT'],
  ['tlp white', 'CLEAR'],
  ['green', 'GREEN'],
  ['purple', undefined],
])('reads the TLP label %s', (text, label) => {
  expect(parseTlp(text)).toBe(label)
})
