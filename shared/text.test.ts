import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, splitValues } from './text.ts'
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

it('folds every text by the same rule, those that are folded at a glance too', () => {
  const byRule = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replaceAll('ß', 'ss')
      .normalize('NFD')
      .replace(/(?<![\u0418\u0438])\p{Mn}+/gu, '')
      .normalize('NFC')
  for (let code = 0; code < 0x10000; code += 1) {
    const char = String.fromCharCode(code)
    if (foldText(char) !== byRule(char))
      expect([code.toString(16), foldText(char)]).toEqual([code.toString(16), byRule(char)])
  }
  const char = fc.constantFrom(...'aZй\u0439\u0306ЙёЁїЇґ“”—국각ﬁK\u212aÅß1№…')
  fc.assert(
    fc.property(fc.array(char), (chars) => {
      expect(foldText(chars.join(''))).toBe(byRule(chars.join('')))
    }),
  )
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
