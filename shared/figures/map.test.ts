import { describe, expect, it } from 'vitest'
import { mapFigure, mapPlot } from './map.ts'
import { middleLongitude, projectionFor } from './map-projection.ts'
import { countriesOf, countryAt } from './map-shapes.ts'
import { frame, mapOf, outlines, tagged } from './test-data.ts'

const areas = (figure: ReturnType<typeof mapFigure>): number =>
  tagged(figure, 'path').filter(({ attributes }) => attributes['stroke-dasharray'] === '3 3').length
const texts = (figure: ReturnType<typeof mapFigure>): string =>
  tagged(figure, 'text')
    .flatMap(({ children }) => children)
    .join('\n')

describe('the map', () => {
  it.each([
    ['exact', 0],
    ['vicinity', 1],
    ['locality', 1],
    ['region', 1],
    ['country', 1],
    [null, 0],
  ] as const)('draws a place of precision %s with %d area', (precision, number) => {
    expect(areas(mapFigure(mapOf([{ precision }]), outlines, frame))).toBe(number)
  })

  it('draws wider areas for coarser places', () => {
    const width = (precision: 'locality' | 'region'): number => {
      const path = tagged(mapFigure(mapOf([{ precision }]), outlines, frame), 'path').find(
        ({ attributes }) => attributes['stroke-dasharray'] === '3 3',
      )
      const xs = [...String(path?.attributes['d']).matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x))
      return Math.max(...xs) - Math.min(...xs)
    }
    expect(width('region') / width('locality')).toBeCloseTo(8, 0)
  })

  it('counts the events of a place, and opens the first', () => {
    const figure = mapFigure(mapOf([{ count: 12, name: 'Kursk region' }]), outlines, frame)
    expect(texts(figure)).toContain('12')
    expect(texts(figure)).toContain('Kursk region')
    expect(figure.marks[0]?.record.kind).toBe('event')
  })

  it('names its outlines and how they treat disputed borders', () => {
    const words = texts(mapFigure(mapOf([]), outlines, frame)).replaceAll('\n', ' ')
    expect(words).toContain('Test lands 1')
    expect(words).toContain('Nothing is disputed.')
  })

  it('stays together across the date line', () => {
    expect(middleLongitude([179, -170])).toEqual({ centre: -175.5, span: 11 })
    expect(middleLongitude([10, 30])).toEqual({ centre: 20, span: 20 })
    const figure = mapFigure(
      mapOf([
        { latitude: 66, longitude: 179 },
        { latitude: 66, longitude: -170 },
      ]),
      outlines,
      frame,
    )
    const [west, east] = figure.marks
    expect(west && east && west.x < east.x).toBe(true)
  })

  it('draws no border along the date line, where an outline is only cut', () => {
    const data = mapOf([
      { latitude: 66, longitude: 176 },
      { latitude: 64, longitude: -176, precision: 'country' },
    ])
    const figure = mapFigure(data, outlines, frame)
    const project = projectionFor(data.places, mapPlot(frame, outlines))
    const [top, bottom] = [project([180, 70]), project([180, 60])]
    const isSeam = (d: unknown): boolean =>
      String(d)
        .split('M')
        .some((line) => {
          const points = [...line.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
          const near = ([x, y]: readonly [number, number], to: [number, number] | null): boolean =>
            to !== null && Math.hypot(x - to[0], y - to[1]) < 2
          return [...points, ...(line.endsWith('Z') ? points.slice(0, 1) : [])].some(
            (point, at, all) =>
              near(point, top) && [all[at - 1], all[at + 1]].some((next) => next && near(next, bottom)),
          )
        })
    const paths = tagged(figure, 'path').filter(({ attributes }) => isSeam(attributes['d']))
    // The land and the place's own area are filled up to it.
    expect(paths).toHaveLength(2)
    expect(paths.filter(({ attributes }) => attributes['stroke'] !== undefined)).toEqual([])
  })

  it('names a country of which the middle is out of view where it is seen, once, within it and beside no mark', () => {
    const names = (places: Parameters<typeof mapOf>[0]): (readonly [string, number])[] =>
      tagged(mapFigure(mapOf(places), outlines, frame), 'text')
        .filter(({ children }) => children[0] === 'Aland' || children[0] === 'Cland')
        .map(({ attributes, children }) => [String(children[0]), Number(attributes['x'])])
    const [name, ...others] = names([{ latitude: 42, longitude: 22 }])
    expect([name?.[0], others]).toEqual(['Aland', []])
    const places = mapOf([{ latitude: 42, longitude: 22 }]).places
    const [west, east] = [20, 60].map(
      (longitude) => projectionFor(places, mapPlot(frame, outlines))([longitude, 42])?.[0],
    )
    expect(name && west !== undefined && name[1] - 20 > west).toBe(true)
    expect(name && east !== undefined && name[1] + 20 < Math.min(east, frame.width)).toBe(true)
    expect(names([{ latitude: 65, longitude: 176, name: null }]).map(([text]) => text)).toEqual(['Cland'])
  })

  it('writes no name of a country or a place over its scale', () => {
    const plot = mapPlot(frame, outlines)
    // The only place, in the middle, is moved to beside the scale.
    const view = { zoom: 1, dx: 20 / plot.width - 0.5, dy: 0.5 - 18 / plot.height }
    const names = tagged(mapFigure(mapOf([{ latitude: 46, longitude: 24 }]), outlines, frame, view), 'text')
    const inCorner = names.filter(
      ({ attributes: { x, y } }) => Number(x) < 160 && Number(y) > plot.height - 32 && Number(y) < plot.height,
    )
    expect(inCorner.map(({ children }) => children[0])).toEqual([expect.stringMatching(/ km$/)])
  })

  it('ends a licence with one full stop', () => {
    const words = texts(mapFigure(mapOf([]), { ...outlines, licence: 'Free.' }, frame))
    expect(words).toContain('Outlines: Test lands 1 (Free). Nothing')
  })

  it('finds the country around a point by its rings, holes left out', () => {
    const countries = countriesOf(outlines)
    expect(countryAt(countries, 25, 45)?.name).toBe('Aland')
    expect(countryAt(countries, 32, 50)?.name).toBe('Bland')
    expect(countryAt(countries, 0, 0)).toBeUndefined()
  })

  it('zooms and moves: the middle stays, the shift is a share of the frame', () => {
    const places = mapOf([{}, { longitude: 40 }]).places
    const plot = { x: 0, y: 0, width: 800, height: 400 }
    const at = (zoom: number, dx: number): number =>
      projectionFor(places, plot, { zoom, dx, dy: 0 })([40, 50])?.[0] ?? NaN
    expect(at(2, 0) - 400).toBeCloseTo(2 * (at(1, 0) - 400), 6)
    expect(at(1, 0.25) - at(1, 0)).toBeCloseTo(200, 6)
  })
})
