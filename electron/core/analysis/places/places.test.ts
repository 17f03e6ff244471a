import { describe, expect, it } from 'vitest'
import { PlaceBook, type PlaceRelation } from './places.ts'

const book = new PlaceBook()

describe('what a text means', () => {
  it.each([
    ['Kursk region', 'RU-KRS'],
    ['the Kursk region', 'RU-KRS'],
    ['KURSK OBLAST', 'RU-KRS'],
    ['in the Kursk region', 'RU-KRS'],
    ['Курская область', 'RU-KRS'],
    ['курской области', 'RU-KRS'],
    ['в Курской области', 'RU-KRS'],
    ['на Курщине', 'RU-KRS'],
    ['Курську область', 'RU-KRS'],
    ['у Курській області', 'RU-KRS'],
    ['쿠르스크주', 'RU-KRS'],
    ['쿠르스크주에서', 'RU-KRS'],
    ['꾸르스크주', 'RU-KRS'],
    ['Russia’s Kursk region', 'RU-KRS'],
    ['Kursk region (Russia)', 'RU-KRS'],
    ['Kursk region of Russia', 'RU-KRS'],
    ['Sudzha, Kursk region', 'sudzha'],
    ['Kursk', 'kursk'],
    ['Курске', 'kursk'],
    ['Russia', 'RU'],
    ['Российской Федерации', 'RU'],
    ['Росії', 'RU'],
    ['로씨야', 'RU'],
    ['러시아에', 'RU'],
    ['DPRK', 'KP'],
    ['D.P.R.K.', 'KP'],
    ['КНДР', 'KP'],
    ['Північній Кореї', 'KP'],
    ['북한', 'KP'],
    ['조선', 'KP'],
    ['대한민국', 'KR'],
    ['Пхеньяне', 'KP-01'],
    ['평양에서', 'KP-01'],
    ['Приморском крае', 'RU-PRI'],
    ['Владивостоке', 'vladivostok'],
    ['러시아 극동', 'russian-far-east'],
    ['Kiev', 'kyiv'],
    ['Києві', 'kyiv'],
    ['Georgia', 'GE'],
    ['Georgia, USA', 'georgia-us'],
    ['Washington, D.C.', 'washington'],
    ['Korea', 'korean-peninsula'],
    ['Kursk region; the Kursk oblast', 'RU-KRS'],
  ])('%s', (text, key) => {
    expect(book.keysIn(text)).toEqual([key])
    expect(book.lookUp(text)?.key).toBe(key)
  })

  it.each([
    ['Europe; East Asia', ['europe', 'east-asia']],
    ['Ukraine and Russia', ['UA', 'RU']],
    ['Kursk, Belgorod and Bryansk regions', ['RU-KRS', 'RU-BEL', 'RU-BRY']],
    ['the Primorsky and Khabarovsk territories', ['RU-PRI', 'RU-KHA']],
    ['Moscow/Pyongyang', ['moscow', 'KP-01']],
    ['Россия, Украина и КНДР', ['RU', 'UA', 'KP']],
  ])('several: %s', (text, keys) => {
    expect(book.keysIn(text)).toEqual(keys)
    expect(book.lookUp(text)).toBeUndefined()
  })

  it.each(['Front line', 'Kursk and somewhere', 'Sudzha in France', 'Nowhere, Kursk region'])(
    'not known: %s',
    (text) => {
      expect(book.lookUp(text)).toBeUndefined()
      expect(book.keysIn(text)).toHaveLength(1)
    },
  )
})

describe('how two texts stand to each other', () => {
  const opposite = { within: 'contains', contains: 'within' } as const
  it.each<[string, string, PlaceRelation]>([
    ['Kursk region', 'Курская область', 'same'],
    ['Kursk region', 'Russia', 'within'],
    ['Kursk region', 'Europe', 'within'],
    ['Kursk', 'Kursk region', 'within'],
    ['Sudzha', 'Россия', 'within'],
    ['Vladivostok', 'Russian Far East', 'within'],
    ['평양', 'DPRK', 'within'],
    ['Kursk region', 'Belgorod region', 'apart'],
    ['Kursk', 'Sudzha', 'apart'],
    ['Kursk region', 'Ukraine', 'apart'],
    ['North Korea', 'South Korea', 'apart'],
    ['Vladivostok', 'Europe', 'apart'],
    ['Russia', 'Europe', 'overlaps'],
    ['Russia', 'Asia', 'overlaps'],
    ['European Union', 'Eastern Europe', 'overlaps'],
    // Sets, by their members.
    ['Kursk region', 'Europe; East Asia', 'within'],
    ['Seoul; Pyongyang', 'Korean Peninsula', 'within'],
    ['Russia; Ukraine', 'Ukraine; Russia', 'same'],
    ['Russia; Ukraine', 'Ukraine; Japan', 'overlaps'],
    ['Russia; Front line', 'Kursk region', 'contains'],
    ['Kursk region; Front line', 'Russia', 'overlaps'],
    ['Front line; Kursk region', 'front line; Russia', 'within'],
    // Texts that are not known.
    ['Front line', 'front  LINE', 'same'],
    ['Front line', 'Ukraine', 'unknown'],
    ['Front line; Japan', 'Ukraine', 'unknown'],
    // Disputed places lie in both, and make neither a part of the other.
    ['Crimea', 'Ukraine', 'within'],
    ['Crimea', 'Russia', 'within'],
    ['Крым', 'Крим', 'same'],
    ['Donetsk', 'Russia', 'within'],
    ['Russia', 'Ukraine', 'apart'],
    ['Taipei', 'China', 'within'],
    ['Panmunjom', 'South Korea', 'within'],
  ])('%s – %s: %s', (a, b, relation) => {
    expect(book.relate(a, b)).toBe(relation)
    expect(book.relate(b, a)).toBe(relation in opposite ? opposite[relation as keyof typeof opposite] : relation)
  })
})
