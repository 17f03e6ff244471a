import { describe, expect, it } from 'vitest'
import { compareEvents, type EventRecord } from './events.ts'
import { places } from './test-figures.ts'

const nowhere: EventRecord = {
  ref: 'E1',
  when: null,
  place: null,
  latitude: null,
  longitude: null,
  precision: null,
}
const kursk = { latitude: 51.73, longitude: 36.19 }
const sudzha = { latitude: 51.19, longitude: 35.27 }
const moscow = { latitude: 55.75, longitude: 37.62 }
const fiji = { latitude: -17.7, longitude: 179.9 }
const otherSide = { latitude: -17.7, longitude: -179.9 }

type Given = Partial<EventRecord>
const rules = (one: Given, other: Given): string[] => {
  const [a, b] = [
    { ...nowhere, ...one },
    { ...nowhere, ref: 'E2', ...other },
  ]
  const found = compareEvents(a, b, places)
  expect(compareEvents(b, a, places)).toEqual(found)
  return found.map(({ rule }) => rule)
}

describe('two records of one event', () => {
  it.each<readonly [string, Given, Given, readonly string[]]>([
    ['nothing known', {}, {}, []],
    ['a day in the month', { when: '2024-11-05' }, { when: '2024-11' }, []],
    ['days apart', { when: '2024-11-05' }, { when: '2024-11-06' }, ['dates apart']],
    ['days apart that are approximate', { when: '2024-11-05~' }, { when: '2024-11-08' }, []],
    ['approximate and still apart', { when: '2024-11-05~' }, { when: '2024-11-09' }, ['dates apart']],
    ['open', { when: '2024-10~/..' }, { when: '2025' }, []],
    ['one date', { when: '2024-10' }, {}, []],
    ['a region and its town', { place: 'Kursk region' }, { place: 'Sudzha' }, []],
    ['one place in two scripts', { place: 'Kursk region' }, { place: 'Курская область' }, []],
    ['regions apart', { place: 'Kursk region' }, { place: 'Belgorod region' }, ['places apart']],
    ['a place that overlaps', { place: 'Kursk region' }, { place: 'Border area' }, []],
    ['a place that nobody knows', { place: 'Kursk region' }, { place: 'Front line' }, []],
    [
      'points 88 km apart, both exact',
      { ...kursk, precision: 'exact' },
      { ...sudzha, precision: 'exact' },
      ['places apart'],
    ],
    [
      'a town and the surroundings of another',
      { ...kursk, precision: 'locality' },
      { ...sudzha, precision: 'locality' },
      [],
    ],
    [
      'near one and near the other',
      { ...kursk, precision: 'vicinity' },
      { ...sudzha, precision: 'vicinity' },
      ['places apart'],
    ],
    ['a region and a point in it', { ...kursk, precision: 'region' }, { ...sudzha, precision: 'exact' }, []],
    ['regions far apart', { ...kursk, precision: 'region' }, { ...fiji, precision: 'region' }, ['places apart']],
    ['a country far away', { ...kursk, precision: 'country' }, { ...fiji, precision: 'exact' }, []],
    ['no precision', kursk, { ...moscow, precision: 'exact' }, []],
    ['half a coordinate', { latitude: 1, precision: 'exact' }, { ...moscow, precision: 'exact' }, []],
    ['either side of the date line', { ...fiji, precision: 'vicinity' }, { ...otherSide, precision: 'vicinity' }, []],
    [
      'places apart, one near the other',
      { ...kursk, precision: 'vicinity', place: 'Kursk region' },
      { ...kursk, precision: 'exact', place: 'Belgorod region' },
      [],
    ],
    [
      'places apart, as near as regions are',
      { ...kursk, precision: 'region', place: 'Kursk region' },
      { ...kursk, precision: 'region', place: 'Belgorod region' },
      ['places apart'],
    ],
    ['both', { when: '2023', place: 'Russia' }, { when: '2024', place: 'Ukraine' }, ['dates apart', 'places apart']],
  ])('%s', (_, one, other, expected) => {
    expect(rules(one, other)).toEqual(expected)
  })

  it('says why', () => {
    const first: EventRecord = { ...nowhere, ...kursk, ref: 'E03', when: '2024-10-31~', precision: 'exact' }
    const second: EventRecord = { ...nowhere, ...moscow, ref: 'E05', when: '2025-03', precision: 'locality' }
    expect(compareEvents(second, first, places).map(({ reason }) => reason)).toEqual([
      'E03 and E05 are held to be one event, but their dates do not meet: 31 October 2024 (approximate) and March 2025',
      'E03 and E05 are held to be one event, but their coordinates are 457 km from each other, and their precisions (exact and locality) allow at most 51 km',
    ])
    expect(compareEvents(first, { ...second, precision: 'exact' }, places)[1]?.reason).toMatch(
      /the precision of both \(exact\) allows at most 2 km$/,
    )
    const [inRussia, inUkraine] = [
      { ...nowhere, place: 'Russia' },
      { ...nowhere, ref: 'E2', place: 'Ukraine' },
    ]
    expect(compareEvents(inRussia, inUkraine, places)[0]?.reason).toBe(
      'E1 and E2 are held to be one event, but Russia and Ukraine lie apart',
    )
    const sameRef = { ...inUkraine, ref: 'E1' }
    const conflicts = compareEvents(inRussia, sameRef, places)
    expect(conflicts.map(({ reason }) => reason)).toEqual([
      'Two records of E1 are held to be one event, but Russia and Ukraine lie apart',
    ])
    expect(compareEvents(sameRef, inRussia, places)).toEqual(conflicts)
  })
})
