import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { placeKinds } from '../../../../shared/place-kinds.ts'
import { looseKey } from '../../../../shared/text.ts'
import { bundled } from './gazetteer.ts'
import { leadsTo } from './graph.ts'
import { PlaceBook } from './places.ts'

const file = readFileSync(new URL('../../../../resources/gazetteer/gazetteer.json', import.meta.url))
const { places } = bundled
const names = z.array(z.string().min(1)).min(1).optional()
const Place = z.strictObject({
  key: z.string().min(1),
  kind: z.enum(placeKinds),
  names: z.strictObject({ en: names, ru: names, ko: names, uk: names }),
  within: z.array(z.string()),
  also: z.array(z.string()).optional(),
  note: z.string().min(20).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  radius: z.number().positive().optional(),
})

describe('the gazetteer', () => {
  it('is small, and every place in it is well formed', () => {
    expect(file.length).toBeLessThan(200_000)
    z.array(Place).parse(places)
    expect(new Set(places.map(({ key }) => key)).size).toBe(places.length)
  })

  it('places everything in what it knows, and nothing in itself', () => {
    const parents = new Map(places.map(({ key, within, also = [] }) => [key, [...within, ...also]]))
    for (const [key, areas] of parents) {
      for (const area of areas) expect(parents.has(area), `${key} in ${area}`).toBe(true)
      expect(areas.some((area) => leadsTo(area, key, (at) => parents.get(at) ?? []))).toBe(false)
    }
  })

  it('gives no name to two places', () => {
    const keys = new Map<string, string>()
    for (const { key, names: all } of places) {
      for (const name of Object.values(all).flat()) {
        expect(keys.get(looseKey(name)) ?? key, name).toBe(key)
        keys.set(looseKey(name), key)
      }
    }
  })

  it('finds each place by each of its names', () => {
    const book = new PlaceBook()
    for (const { key, names: all } of places)
      for (const name of Object.values(all).flat()) expect(book.keysIn(name), name).toEqual([key])
  })

  it('says of every place that is counted to two what each says', () => {
    const silent = places.filter(({ also = [], note }) => also.length > 0 && note === undefined)
    expect(silent).toEqual([])
    expect(bundled.about.disputed).toContain('takes no side')
  })
})
