import { describe, expect, it } from 'vitest'
import { subjectKey, subjectKeyWith, unitKey } from './subject.ts'

const names = [
  [
    'North Korea',
    'North Korean',
    'DPRK',
    '북한',
    '조선',
    'КНДР',
    'северокорейские',
    'северокорейских',
    'північнокорейські',
  ],
]
const key = subjectKeyWith(names)

describe('the form in which subjects are compared', () => {
  it.each([
    ['DPRK soldiers', 'DPRK troops'],
    ['DPRK soldiers', 'Soldiers of the DPRK'],
    ['DPRK soldiers', 'dprk  service members'],
    ['DPRK soldiers', 'DPRK military personnel'],
    ['солдаты КНДР', 'военнослужащие КНДР'],
    ['солдати КНДР', 'КНДР військовослужбовців'],
    ['Soldaten', 'soldaten'],
    ['북한 병사들', '북한군'],
    ['북한의 군인', '북한 병력'],
    ['tanks', 'танки'],
    ['losses', 'loss'],
    ['Artillery shells', 'artillery shell'],
  ])('takes %s for %s', (one, other) => {
    expect(subjectKey(one)).toBe(subjectKey(other))
  })

  it.each([
    ['DPRK soldiers', 'Russian soldiers'],
    ['DPRK soldiers', 'DPRK officers'],
    ['DPRK soldiers', 'DPRK people'],
    ['tanks', 'soldiers'],
    ['DPRK soldiers', '북한군'],
  ])('does not take %s for %s', (one, other) => {
    expect(subjectKey(one)).not.toBe(subjectKey(other))
  })

  it.each([
    '북한군',
    'солдаты КНДР',
    'северокорейские военнослужащие',
    'North Korean troops',
    'північнокорейські солдати',
  ])('takes %s for DPRK soldiers by the names of the case', (text) => {
    expect(key(text)).toBe(key('DPRK soldiers'))
  })

  it('takes names that share one for one, whatever the order of the groups', () => {
    const groups = [
      ['a1', 'b1'],
      ['c1', 'd1'],
      ['b1', 'c1'],
    ]
    for (const order of [groups, groups.toReversed(), [1, 2, 0].map((at) => groups[at] ?? [])]) {
      const joined = subjectKeyWith(order)
      expect(['a1', 'b1', 'c1', 'd1', 'e1'].map(joined)).toEqual(['a1', 'a1', 'a1', 'a1', 'e1'])
    }
  })

  it('counts heads whatever the unit calls them, and other units apart', () => {
    expect(new Set(['soldiers', 'troops', 'people', '명', 'человек', 'осіб', 'personnel'].map(unitKey)).size).toBe(1)
    expect(unitKey('brigades')).toBe(unitKey('бригад'))
    expect(unitKey('brigades')).not.toBe(unitKey('soldiers'))
  })
})
