import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Outlines } from '../../../../shared/places.ts'
import { bundled } from './gazetteer.ts'
import { readOutlines } from './map-data.ts'

const map = join(import.meta.dirname, '../../../../resources/map')

describe('the outlines that come with Parallax', () => {
  const outlines = readOutlines()

  it('are small, complete and say what they are', () => {
    expect(statSync(join(map, 'outlines.geojson')).size).toBeLessThan(1_000_000)
    expect(Outlines.parse(outlines).countries.length).toBeGreaterThan(230)
    expect(outlines.name).toContain('Natural Earth')
    expect(outlines.treatment).toContain('Crimea')
    expect(outlines.licence).toContain('public domain')
  })

  it('can be drawn on a plane: none leaps across the map', () => {
    for (const { key, rings } of outlines.countries)
      for (const ring of rings)
        ring.forEach(([x], at) => {
          expect(Math.abs(x), key).toBeLessThanOrEqual(180)
          const before = ring[at - 1]?.[0] ?? x
          // Antarctica ends at the pole, which is an edge of the plane.
          if (key !== 'antarctica') expect(Math.abs(x - before), key).toBeLessThan(90)
        })
  })

  it('are known to the gazetteer by their keys', () => {
    const keys = new Set(bundled.places.map(({ key }) => key))
    const unknown = outlines.countries.filter(({ key }) => !keys.has(key)).map(({ key }) => key)
    expect(unknown).toEqual(['siachen'])
  })

  it('count disputed areas to no country', () => {
    const simferopol = [34.1, 44.95] as const
    const holders = outlines.countries.filter(({ rings }) => rings.filter((ring) => holds(ring, simferopol)).length % 2)
    expect(holders.map(({ key }) => key)).toEqual(['crimea'])
    expect(holders[0]?.disputed).toContain('Ukraine')
  })

  it.each([
    ['RU', [36.2, 51.7]],
    ['UA', [30.5, 50.4]],
    ['KP', [125.75, 39.03]],
    ['KR', [126.98, 37.57]],
  ] as const)('have %s where it is', (key, point) => {
    const holders = outlines.countries.filter(({ rings }) => rings.filter((ring) => holds(ring, point)).length % 2)
    expect(holders.map((country) => country.key)).toEqual([key])
  })
})

/** Whether a point lies in a ring, by the edges that a line to its east crosses. */
function holds(ring: readonly (readonly [number, number])[], [x, y]: readonly [number, number]): boolean {
  return (
    ring.filter(([fromX, fromY], at) => {
      const [toX, toY] = ring[(at + 1) % ring.length] ?? [fromX, fromY]
      return fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)
    }).length %
      2 ===
    1
  )
}

describe('outlines of one’s own', () => {
  let data: string
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'parallax-map-'))
    mkdirSync(join(data, 'map'))
  })
  afterEach(() => rmSync(data, { recursive: true }))
  const write = (name: string, content: unknown): void =>
    writeFileSync(join(data, 'map', name), typeof content === 'string' ? content : JSON.stringify(content))

  const square = [[0, 0, 5], [1, 0], [1, 1], [0, 0]] // prettier-ignore
  const collection = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { ADMIN: 'Utopia', ISO_A2: 'UT' },
        geometry: { type: 'Polygon', coordinates: [square] },
      },
      { type: 'Feature', id: 7, properties: null, geometry: { type: 'Point', coordinates: [1, 2] } },
      { type: 'Feature', id: 8, properties: null, geometry: null },
    ],
  }

  it('go before those that come with Parallax', () => {
    write('outlines.geojson', collection)
    const outlines = readOutlines(data)
    expect(outlines.countries).toEqual([
      { key: 'UT', name: 'Utopia', rings: [[[0, 0], [1, 0], [1, 1], [0, 0]]] }, // prettier-ignore
    ])
    expect(outlines.treatment).toContain('not stated')
  })

  it('say what they are by the file beside them', () => {
    write('outlines.geojson', collection)
    write('outlines.about.json', { name: 'N', treatment: 'T', licence: 'L' })
    expect(readOutlines(data)).toMatchObject({ name: 'N', treatment: 'T', licence: 'L' })
  })

  it.each([
    ['no JSON', 'not JSON', 'cannot be read as JSON'],
    ['no collection', { type: 'Feature' }, 'is not a GeoJSON FeatureCollection'],
    ['no polygons', { type: 'FeatureCollection', features: [] }, 'has no polygons'],
    [
      'a broken polygon',
      { type: 'FeatureCollection', features: [{ geometry: { type: 'Polygon', coordinates: [[['a']]] } }] },
      'a polygon that is none',
    ],
  ])('are refused with the file’s name: %s', (_, content, message) => {
    write('outlines.geojson', content)
    expect(() => readOutlines(data)).toThrow(message)
    expect(() => readOutlines(data)).toThrow(join(data, 'map', 'outlines.geojson'))
  })
})
