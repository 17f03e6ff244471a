import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Gazetteer, GazetteerPlace } from '../../electron/core/analysis/places/gazetteer.ts'
import { linesOf, partsOf } from './lines.ts'
import { Packages } from './packages.ts'
import { countries, handWritten } from './places.ts'

// Makes resources/gazetteer/gazetteer.json: `node scripts/gazetteer/make.ts FOLDER`, where FOLDER holds what
// `npm install world-atlas@2.0.2 cldr-core@48.2.0 topojson-client@3.1.0 topojson-simplify@3.0.3` puts there.

const about: Gazetteer['about'] = {
  sources: [
    'Countries, their codes and the areas of the world: ISO 3166-1 and UN M49 as in Unicode CLDR 48 (Unicode License v3), which also has their names.',
    'Middle and size of countries: Natural Earth 4.1.0 (public domain) by world-atlas 2.0.2 (ISC).',
    'Areas, regions, cities, sites and seas, and further names: written by hand for Parallax.',
  ],
  licence: 'MIT, as Parallax; Unicode License v3 for names of countries.',
  names:
    'A name that a city and a region share means the city: “Kursk” is the city, “Kursk region” the region. “Georgia” is the country, “Washington” and “New York” the cities, “Korea” the peninsula with both states, “Kangwon” the province in the north and “Gangwon” that in the south. A place of your own with such a name goes before the gazetteer.',
  disputed:
    'Parallax takes no side. A place that one country holds or claims while it is counted to another lies here in both, so that a figure for either can hold it as a part; what each says is in its note. That makes neither country a part of the other. A place of your own says otherwise where you need it.',
  coordinates: 'Degrees, rounded; sizes are those of a circle of the same area. Good for a map, not for measuring.',
}

const places = handWritten()
const all = [...places.values(), ...countries(new Packages(process.argv[2] ?? '.'))]
const disputed = new Map(linesOf('disputed').map(({ cells: [key = '', also, note] }) => [key, { also, note }]))
const keys = new Set(all.map(({ key }) => key))
for (const key of disputed.keys()) if (!keys.has(key)) throw new Error(`disputed.txt: there is no place “${key}”.`)

const complete = all.map((place): GazetteerPlace => {
  const said = disputed.get(place.key)
  if (said === undefined) return place
  const { key, kind, names, within, ...rest } = place
  return { key, kind, names, within, also: partsOf(said.also), note: said.note ?? '', ...rest }
})
for (const { key, within, also = [] } of complete) {
  for (const other of [...within, ...also]) if (!keys.has(other)) throw new Error(`${key} lies in “${other}”: unknown.`)
}

// One place to a line: changes of it are read as such.
const lines = complete.map((place) => `    ${JSON.stringify(place)}`).join(',\n')
const text = `{\n  "about": ${JSON.stringify(about, null, 2).replaceAll('\n', '\n  ')},\n  "places": [\n${lines}\n  ]\n}\n`
writeFileSync(join(import.meta.dirname, '../../resources/gazetteer/gazetteer.json'), text)
console.log(`${complete.length} places, ${Math.round(Buffer.byteLength(text) / 1000)} kB`)
