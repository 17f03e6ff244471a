import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Outlines } from '../../../../shared/places.ts'
import { ExpectedError } from '../../../../shared/result.ts'

const fileName = 'outlines.geojson'
const aboutName = 'outlines.about.json'
/** A file of a user's own; what comes with Parallax is below 1 MB. */
const mostBytes = 30_000_000

/** Outlines as a file has them: GeoJSON (RFC 7946), of which a map needs polygons with a name. */
const Feature = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullable(),
})
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature) })
const About = z.object({ name: z.string(), treatment: z.string(), licence: z.string() })

/** Longitude and latitude; a height may follow. */
const Position = z.array(z.number()).min(2)
const Polygon = z.array(z.array(Position).min(4))

/**
 * The outlines that maps draw: those in the folder `map` of the data folder where there are any, else those that come with
 * Parallax.
 */
export function readOutlines(dataFolder?: string): Outlines {
  const own = dataFolder === undefined ? undefined : join(dataFolder, 'map')
  const folder = own !== undefined && existsSync(join(own, fileName)) ? own : bundledFolder()
  const path = join(folder, fileName)
  const { features } = parsed(path, Collection, 'a GeoJSON FeatureCollection')
  const about = aboutOf(folder)
  const countries = features.flatMap((feature): Outlines['countries'] => {
    const rings = ringsOf(feature, path)
    const { key, name, disputed } = wordsOf(feature)
    return rings.length === 0 ? [] : [{ key, name, rings, ...(disputed === undefined ? {} : { disputed }) }]
  })
  if (countries.length > 0) return { ...about, countries }
  throw new ExpectedError('cannot-read', `${path} has no polygons to draw. Put other outlines there, or take it away.`)
}

/** What comes with Parallax lies in the checkout or the package, above this file both in the sources and in the built output. */
function bundledFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const map = join(folder, 'resources', 'map')
    if (existsSync(join(map, fileName))) return map
    if (folder === dirname(folder))
      throw new ExpectedError('cannot-read', `resources/map/${fileName} is not there. Install Parallax anew.`)
  }
}

function aboutOf(folder: string): z.infer<typeof About> {
  const path = join(folder, aboutName)
  if (existsSync(path)) return parsed(path, About, 'an object with name, treatment and licence')
  return {
    name: `${fileName} of your own`,
    treatment: `How it treats disputed borders is not stated: say so in ${path}.`,
    licence: 'not stated',
  }
}

function parsed<T>(path: string, schema: z.ZodType<T>, what: string): T {
  if (statSync(path).size > mostBytes)
    throw new ExpectedError('cannot-read', `${path} is larger than 30 MB. Simplify the outlines, or take it away.`)
  const read = schema.safeParse(jsonOf(path))
  if (read.success) return read.data
  throw new ExpectedError('cannot-read', `${path} is not ${what}. Mend it, or take it away.`)
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new ExpectedError(
      'cannot-read',
      `${path} cannot be read as JSON (${String(error)}). Mend it, or take it away.`,
    )
  }
}

type FeatureOf = z.infer<typeof Feature>

/** Data sets name the same things differently: these are the usual ones. */
function wordsOf({ id, properties }: FeatureOf): { key: string; name: string; disputed?: string } {
  const word = (...names: string[]): string | undefined =>
    names
      .map((name) => properties?.[name])
      .find((value): value is string => typeof value === 'string' && value !== '-99')
  const name = word('name', 'NAME', 'ADMIN') ?? String(id ?? '')
  const disputed = word('disputed')
  return {
    key: word('key', 'ISO_A2_EH', 'ISO_A2') ?? String(id ?? name),
    name,
    ...(disputed === undefined ? {} : { disputed }),
  }
}

function ringsOf({ geometry }: FeatureOf, path: string): Outlines['countries'][number]['rings'] {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return []
  const polygons = z
    .array(Polygon)
    .safeParse(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
  if (!polygons.success)
    throw new ExpectedError('cannot-read', `${path} has a polygon that is none. Mend it, or take it away.`)
  return polygons.data.flat().map((ring) => ring.map(([longitude = 0, latitude = 0]) => [longitude, latitude]))
}
