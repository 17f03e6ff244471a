import { describe, expect, it } from 'vitest'
import { mapOf, outlines, frame } from '../../../shared/figures/test-data.ts'
import { mapPlot } from '../../../shared/figures/map.ts'
import { projectionFor, wholeMap } from '../../../shared/figures/map-projection.ts'
import { boundsOnMap, moveSpan, zoomMap, zoomSpan } from './zoom.ts'

const hour = 3_600_000
const plot = mapPlot(frame, outlines)

describe('zoom', () => {
  it('keeps what lies under the pointer, from centuries to hours', () => {
    expect(zoomSpan([0, 100 * hour], 0.5, 0.25)).toEqual([12.5 * hour, 62.5 * hour])
    expect(zoomSpan([0, 3 * hour], 0.01)).toEqual([0.5 * hour, 2.5 * hour])
    const [from, to] = zoomSpan([0, 1e15], 100)
    expect((to - from) / (365 * 24 * hour)).toBeCloseTo(500, 6)
    expect(moveSpan([0, 10], -0.2)).toEqual([-2, 8])
  })

  it('keeps the point of the map under the pointer, however often', () => {
    const { places } = mapOf([{}, { longitude: 60 }])
    const at = (view: typeof wholeMap): [number, number] => projectionFor(places, plot, view)([60, 50]) ?? [NaN, NaN]
    let view = wholeMap
    const [x, y] = at(view)
    for (const factor of [1.6, 1.3, 0.5, 3]) view = zoomMap(view, factor, plot, x, y)
    expect(at(view)[0]).toBeCloseTo(x, 6)
    expect(at(view)[1]).toBeCloseTo(y, 6)
    expect(zoomMap(view, 1e9, plot).zoom).toBe(400)
  })

  it('brushes the places in a part of the map, outwards to a hundredth', () => {
    const data = mapOf([
      { latitude: 50.123, longitude: 30.456 },
      { latitude: 51, longitude: 31 },
      { latitude: 20, longitude: 100 },
    ])
    const [x, y] = projectionFor(data.places, plot)([30.7, 50.5]) ?? [0, 0]
    const around = { x0: x + 60, y0: y + 60, x1: x - 60, y1: y - 60 }
    expect(boundsOnMap(data, plot, wholeMap, around)).toEqual({ latitude: [50.12, 51], longitude: [30.45, 31] })
    expect(boundsOnMap(data, plot, wholeMap, { x0: 0, y0: 0, x1: 1, y1: 1 })).toBeNull()
  })
})
