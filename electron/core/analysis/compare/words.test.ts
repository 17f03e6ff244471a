import { describe, expect, it } from 'vitest'
import { compare } from './compare.ts'
import { basis, figure, type Given } from './test-figures.ts'

const russia = 'Russia'
const by: Given = { claimant: 1 }
const total: Given = { category: 'killed', quantity: '3,000' }

describe('the reason of a comparison', () => {
  it.each<readonly [Given, Given, string]>([
    [
      { said: '2024-10-31~' },
      { quantity: 'about 11,000', said: '2024-11~' },
      '8,000 and about 11,000 soldiers present in Kursk region at the same time: intervals 8,000 and 9,900–12,100 do not meet',
    ],
    [
      { quantity: '10,000', place: russia },
      { quantity: '10,000', place: russia, category: 'sent' },
      '10,000 soldiers present and 10,000 sent do not compare: present and sent are different categories',
    ],
    [
      {},
      { quantity: 'about 10,000', place: russia },
      '8,000 in Kursk region is part of about 10,000 in Russia: Kursk region lies in Russia',
    ],
    [
      { quantity: '12,000' },
      { quantity: 'about 10,000', place: russia },
      '12,000 in Kursk region is more than about 10,000 in Russia, its whole: Kursk region lies in Russia, but intervals 12,000 and 9,000–11,000 do not meet',
    ],
    [
      { category: 'killed' },
      { category: 'casualties', quantity: '300' },
      '8,000 killed is more than 300 casualties in Kursk region, its whole: those killed are part of the casualties, but intervals 8,000 and 300 do not meet',
    ],
    [
      { category: 'in combat', quantity: '300' },
      {},
      '300 in combat is part of 8,000 present in Kursk region: those in combat are part of those present',
    ],
    [
      total,
      { ...total, quantity: '2,000', said: '2024-12~' },
      '3,000 soldiers killed in Kursk region by 1 November 2024 and 2,000 by December 2024 (approximate): a total does not fall, and intervals 3,000 and 2,000 do not meet',
    ],
    [
      by,
      { ...by, quantity: 'about 11,000', said: '2024-12' },
      'about 11,000 revises 8,000 soldiers present in Kursk region: the same claimant gave another figure later, December 2024 after 1 November 2024',
    ],
    [
      {},
      { place: 'Front line' },
      '8,000 soldiers present in Kursk region and 8,000 in Front line do not compare: it is not known how Kursk region and Front line lie to each other; add the place under Places',
    ],
    [
      {},
      { place: 'Border area' },
      '8,000 soldiers present in Kursk region and 8,000 in Border area do not compare: Kursk region and Border area overlap only in part',
    ],
    [
      {},
      { place: 'Belgorod region' },
      '8,000 soldiers present in Kursk region and 8,000 in Belgorod region do not compare: Kursk region and Belgorod region lie apart',
    ],
    [{}, { place: null }, '8,000 soldiers present in Kursk region and 8,000 do not compare: no place is given for one'],
    [
      { category: 'killed', place: russia },
      { category: 'casualties' },
      '8,000 soldiers killed in Russia and 8,000 casualties in Kursk region do not compare: the part is of a wider place than its whole',
    ],
    [
      total,
      { category: 'casualties', said: '2024-10-01', quantity: '2,000' },
      '2,000 casualties as of 1 October 2024 and 3,000 soldiers killed as of 1 November 2024 do not compare: the part is of a later time than its whole',
    ],
    [
      { said: '2024-10-01~' },
      { said: '2025-03' },
      '8,000 soldiers present as of 1 October 2024 (approximate) and 8,000 as of March 2025 do not compare: they are of different times',
    ],
    [
      {},
      { subject: 'Russian soldiers' },
      '8,000 DPRK soldiers and 8,000 Russian soldiers do not compare: DPRK soldiers and Russian soldiers are different subjects',
    ],
    [
      {},
      { unit: 'brigades', quantity: '3' },
      '8,000 soldiers and 3 brigades present do not compare: soldiers and brigades are different units',
    ],
    [
      {},
      { kind: 'flow' },
      '8,000 and 8,000 soldiers present do not compare: stock and flow are different kinds of number',
    ],
    [{}, { category: null }, '8,000 soldiers present and 8,000 do not compare: no category is given for one'],
    [
      {},
      { quantity: 'dozens', category: 'in combat' },
      '8,000 soldiers present and dozens of soldiers in combat do not compare: no figure is given for one',
    ],
    [
      { quantity: 'unspecified' },
      { quantity: 'several' },
      'an unspecified number of soldiers and several soldiers present do not compare: no figure is given for either',
    ],
  ])('says why: %j %j', (one, other, reason) => {
    expect(compare(figure(one), figure(other), basis)).toMatchObject({ reason })
  })

  it('tells of the first said first, then by ref, whatever the rows', () => {
    const [late, early] = [
      figure({ ref: 'A', said: '2024-11-02', asOf: '2024-11', quantity: '1' }),
      figure({ ref: 'B', quantity: '2' }),
    ]
    expect(compare(late, early, basis)).toMatchObject({
      outcome: 'contradicts',
      reason: expect.stringMatching(/^2 and 1 /),
    })
    const sameDay = { ...late, ref: 'C', said: '2024-11-01' }
    expect(compare(sameDay, early, basis)).toMatchObject({ reason: expect.stringMatching(/^2 and 1 /) })
    expect(compare({ ...sameDay, ref: 'A' }, early, basis)).toMatchObject({
      reason: expect.stringMatching(/^1 and 2 /),
    })
  })
})
