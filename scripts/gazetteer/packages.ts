import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { parted } from './antimeridian.ts'

type Position = readonly [longitude: number, latitude: number]
/** Islands, each an outer ring and its holes. */
export type Polygons = Position[][][]

/** A country's outline as Natural Earth has it. */
export interface Shape {
  /** ISO 3166-1 numeric; Natural Earth has none for some. */
  readonly id: string | undefined
  readonly name: string
  readonly polygons: Polygons
}

const Geometry = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.custom<Polygons[number]>() }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.custom<Polygons>() }),
])
const Features = z.object({
  features: z.array(
    z.object({ id: z.string().optional(), properties: z.object({ name: z.string() }), geometry: Geometry }),
  ),
})
const Containment = z.object({
  supplemental: z.object({ territoryContainment: z.record(z.string(), z.object({ _contains: z.array(z.string()) })) }),
})
const Codes = z.object({
  supplemental: z.object({ codeMappings: z.record(z.string(), z.object({ _numeric: z.string().optional() })) }),
})

/** The packages that the gazetteer and the outlines are made from; they are needed for nothing else, so that Parallax does not depend on them. */
export class Packages {
  readonly #require: NodeJS.Require

  constructor(folder: string) {
    this.#require = createRequire(join(resolve(folder), 'package.json'))
  }

  /** The outlines of countries at 1:50,000,000 by Natural Earth, with points left out that no map of the world shows. */
  shapes(smallest: number): Shape[] {
    const { feature } = this.#require('topojson-client')
    const { presimplify, simplify } = this.#require('topojson-simplify')
    const atlas = this.#require('world-atlas/countries-50m.json')
    const simple = simplify(presimplify(atlas), smallest)
    return Features.parse(feature(simple, simple.objects.countries)).features.map(({ id, properties, geometry }) => ({
      id,
      name: properties.name,
      polygons: parted(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates),
    }))
  }

  /** What the areas of the world consist of by UN M49, as the Unicode CLDR has it. */
  containment(): Map<string, readonly string[]> {
    const { supplemental } = Containment.parse(this.#require('cldr-core/supplemental/territoryContainment.json'))
    // What a code was once, and groupings beside the areas, stand under codes with a status.
    const areas = Object.entries(supplemental.territoryContainment).filter(([code]) => !code.includes('-'))
    return new Map(areas.map(([code, { _contains }]) => [code, _contains]))
  }

  /** The two letters of ISO 3166-1 by its number. */
  codes(): Map<string, string> {
    const { supplemental } = Codes.parse(this.#require('cldr-core/supplemental/codeMappings.json'))
    // A number stays with a country when its letters change: those that are contained in an area are the present ones.
    const present = new Set([...this.containment().values()].flat())
    const known = Object.entries(supplemental.codeMappings).filter(([code]) => present.has(code))
    return new Map(known.flatMap(([code, { _numeric }]) => (_numeric === undefined ? [] : [[_numeric, code]])))
  }
}
