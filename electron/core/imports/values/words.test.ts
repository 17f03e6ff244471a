import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looseKey } from '../../../../shared/text.ts'
import * as claim from './claim-words.ts'
import * as measure from './measure-words.ts'
import * as record from './record-words.ts'
import { formsOf, isUnset, wordLists, wordOf, type WordListName } from './words.ts'

const synonyms: Readonly<Record<WordListName, Readonly<Record<string, string>>>> = {
  basis: claim.basisWords,
  status: claim.statusWords,
  carriageRole: claim.carriageWords,
  relationType: claim.relationWords,
  relationState: claim.relationStateWords,
  category: measure.categoryWords,
  qualifier: measure.qualifierWords,
  measureKind: measure.measureKindWords,
  placePrecision: record.precisionWords,
  eventStatus: record.eventStatusWords,
  actorKind: record.actorKindWords,
  outletKind: record.outletKindWords,
  stateControl: record.stateControlWords,
  boolean: record.booleanWords,
}
const names = Object.keys(wordLists) as WordListName[]

describe('wordOf', () => {
  it.each(names)('reads every form of every word of %s, and none means two words', (name) => {
    const forms = Object.entries(synonyms[name]).flatMap(([word, line]) => [
      { word, form: word },
      ...formsOf(line).map((form) => ({ word, form })),
    ])
    for (const { word, form } of forms) expect([form, wordOf(name, form)]).toEqual([form, word])
    const words = new Map<string, Set<string>>()
    for (const { word, form } of forms) {
      const key = looseKey(form) || form
      words.set(key, (words.get(key) ?? new Set()).add(word))
    }
    expect([...words].filter(([, meant]) => meant.size > 1)).toEqual([])
  })

  it('is blind to case, spaces, hyphens and underscores', () => {
    const any = fc
      .constantFrom(...names)
      .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...wordLists[name].words)))
    fc.assert(
      fc.property(any, fc.constantFrom(' ', '-', '_', ''), fc.boolean(), ([name, word], between, isUpper) => {
        const written = ` ${word.replace(/[ -]/g, between)} `
        expect(wordOf(name, isUpper ? written.toUpperCase() : written)).toBe(word)
      }),
    )
  })

  it.each([
    ['basis', 'по данным разведки', 'intelligence-based'],
    ['basis', '익명 관계자', 'anonymous officials'],
    ['status', 'Спорно', 'disputed'],
    ['category', 'KIA', 'killed'],
    ['category', 'In-Combat', 'in combat'],
    ['category', '사상자', 'casualties'],
    ['qualifier', '≥', 'at least'],
    ['qualifier', 'около', 'about'],
    ['actorKind', 'Organization', 'organisation'],
    ['outletKind', 'Telegram', 'channel'],
    ['boolean', 'X', 'yes'],
    ['boolean', '0', 'no'],
    ['boolean', '예', 'yes'],
    ['boolean', 'Ні', 'no'],
    ['boolean', 'maybe', undefined],
    ['basis', '', undefined],
    ['qualifier', '!', undefined],
  ] as const)('reads in %s the word %s', (list, text, word) => {
    expect(wordOf(list, text)).toBe(word)
  })
})

it.each(['', ' ', 'n/a', 'N.A.', '-', '—', 'not graded', 'Н/Д', 'немає даних', '없음'])(
  'takes %j for nothing said',
  (text) => {
    expect(isUnset(text)).toBe(true)
  },
)

it.each(['0', 'no', 'F6', 'unknown', 'нет', '5'])('takes %j for something said', (text) => {
  expect(isUnset(text)).toBe(false)
})
