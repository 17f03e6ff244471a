import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { areaOf } from './geometry.ts'
import { Packages, type Polygons, type Shape } from './packages.ts'
import { codeOf } from './places.ts'

// Makes resources/map/outlines.geojson: `node scripts/gazetteer/make-outlines.ts FOLDER`, with the packages that make.ts needs.

interface Outline {
  readonly key: string
  readonly name: string
  readonly polygons: Polygons
  readonly disputed?: string
}

/** Areas that Natural Earth draws as parts of the country that holds them: they become areas of their own. */
const cutOut: readonly {
  readonly country: string
  readonly key: string
  readonly name: string
  readonly box: readonly [west: number, south: number, east: number, north: number]
  readonly disputed: string
}[] = [
  {
    country: 'RU',
    key: 'crimea',
    name: 'Crimea',
    box: [32, 44, 37, 46.5],
    disputed: 'Internationally counted to Ukraine; held by Russia, which counts it as its own.',
  },
  {
    country: 'RU',
    key: 'southern-kurils',
    name: 'Southern Kurils',
    box: [145, 43, 149, 45.6],
    disputed: 'Held by Russia; claimed by Japan.',
  },
]

/** Areas that Natural Earth draws on their own already. */
const drawnApart: Readonly<Record<string, readonly [key: string, disputed: string]>> = {
  'N. Cyprus': ['northern-cyprus', 'Internationally counted to Cyprus; governed by authorities of its own.'],
  Somaliland: ['somaliland', 'Internationally counted to Somalia; governed by authorities of its own.'],
  'Siachen Glacier': ['siachen', 'Claimed by India and by Pakistan.'],
  'W. Sahara': ['EH', 'A non-self-governing territory; claimed and largely held by Morocco.'],
  Kosovo: ['XK', 'Recognised by many countries; claimed by Serbia.'],
  Taiwan: ['TW', 'Governed by authorities of its own; claimed by China.'],
  Antarctica: ['antarctica', 'Claims to it rest under the Antarctic Treaty.'],
  Palestine: ['PS', 'The West Bank and Gaza; partly held by Israel.'],
  'Falkland Is.': ['FK', 'Governed by the United Kingdom; claimed by Argentina.'],
}

function outlineOf(shape: Shape, codes: ReadonlyMap<string, string>): Outline[] {
  const [key, disputed] = drawnApart[shape.name] ?? [codeOf(shape, codes)]
  const cut = cutOut.filter(({ country }) => country === key)
  const isIn = (polygon: Polygons[number], box: (typeof cutOut)[number]['box']): boolean =>
    (polygon[0] ?? []).every(([x, y]) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])
  const rest = shape.polygons.filter((polygon) => !cut.some(({ box }) => isIn(polygon, box)))
  return [
    { key, name: shape.name, polygons: rest, ...(disputed === undefined ? {} : { disputed }) },
    ...cut.map(({ box, country: _, ...area }) => ({
      ...area,
      polygons: shape.polygons.filter((polygon) => isIn(polygon, box)),
    })),
  ]
}

/** Two decimals are a kilometre: finer than the outlines are. */
const rounded = (polygons: Polygons): Polygons =>
  polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [Number(x.toFixed(2)), Number(y.toFixed(2))])))

/** Islands that no map of the world shows go, but never the last of a country. */
function withoutSpecks(polygons: Polygons): Polygons {
  const large = polygons.filter(([ring = []]) => areaOf(ring) > 60)
  return large.length > 0 ? large : polygons.slice(0, 1)
}

/** Specks that have no code of their own. */
const merged = new Set(['Ashmore and Cartier Is.', 'Indian Ocean Ter.'])

const packages = new Packages(process.argv[2] ?? '.')
const outlines = packages
  .shapes(0.005)
  .filter(({ name }) => !merged.has(name))
  .flatMap((shape) => outlineOf(shape, packages.codes()))
const lines = outlines.map(({ polygons, ...properties }) =>
  JSON.stringify({
    type: 'Feature',
    properties,
    geometry: {
      type: 'MultiPolygon',
      coordinates: rounded(properties.key === 'southern-kurils' ? polygons : withoutSpecks(polygons)),
    },
  }),
)
const text = `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
writeFileSync(join(import.meta.dirname, '../../resources/map/outlines.geojson'), text)
console.log(`${outlines.length} outlines, ${Math.round(Buffer.byteLength(text) / 1000)} kB`)
