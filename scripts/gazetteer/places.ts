import { placeLanguages, placeKinds, type PlaceKind } from '../../shared/place-kinds.ts'
import type { GazetteerPlace } from '../../electron/core/analysis/places/gazetteer.ts'
import { middleOf, radiusOf, totalArea } from './geometry.ts'
import { linesOf, numberOf, partsOf } from './lines.ts'
import type { Packages, Shape } from './packages.ts'
import { regionWords } from './stems.ts'

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** Regions, cities, sites, areas and seas: what is written by hand. */
export function handWritten(): Map<string, GazetteerPlace> {
  const places = new Map<string, GazetteerPlace>()
  const members = new Map<string, string[]>()
  for (const file of ['areas', 'russia', 'ukraine', 'koreas', 'cities', 'sites']) {
    for (const { cells, where } of linesOf(file)) {
      const place = placeOf(cells, where)
      if (places.has(place.key)) throw new Error(`${where}: there is a place “${place.key}” already.`)
      places.set(place.key, place)
      const [, consistsOf] = (cells[2] ?? '').split('=')
      for (const member of partsOf(consistsOf)) members.set(member, [...(members.get(member) ?? []), place.key])
    }
  }
  return withMembers(places, members)
}

function placeOf(cells: readonly string[], where: string): GazetteerPlace {
  const [key = '', word = '', within = '', at = '', size = '', ...names] = cells
  const [latitude, longitude] = at.split(' ').map((cell) => numberOf(cell, where))
  const given = placeLanguages.map((language, index) => [language, namesOf(word, language, names[index])] as const)
  return {
    key,
    kind: kindOf(word, where),
    names: Object.fromEntries(given.filter(([, some]) => some.length > 0)),
    within: partsOf(within.split('=')[0]),
    latitude,
    longitude,
    radius: size.endsWith('km')
      ? numberOf(size.replace('km', '').trim(), where)
      : rounded(radiusOf(numberOf(size, where) * 1000), 0),
  }
}

function kindOf(word: string, where: string): PlaceKind {
  if (word in regionWords) return 'region'
  const known = placeKinds.find((kind) => word === kind || word === `place ${kind}`)
  if (known === undefined) throw new Error(`${where}: “${word}” is no kind of place.`)
  return known
}

/** The names of a place in one language: the first is a stem where the kind has words for it. */
function namesOf(word: string, language: (typeof placeLanguages)[number], cell: string | undefined): string[] {
  const [stem, ...others] = partsOf(cell)
  if (stem === undefined) return []
  return [...new Set([...(regionWords[word]?.[language](stem) ?? [stem]), ...others])]
}

function withMembers(
  places: Map<string, GazetteerPlace>,
  members: ReadonlyMap<string, readonly string[]>,
): Map<string, GazetteerPlace> {
  for (const [key, place] of places) {
    const more = (members.get(key) ?? []).filter((area) => !place.within.includes(area))
    places.set(key, { ...place, within: [...place.within, ...more] })
  }
  for (const [key, areas] of members) if (!places.has(key)) membersToBe.set(key, areas)
  return places
}

/** Countries are made after the areas that consist of them. */
const membersToBe = new Map<string, readonly string[]>()

/** The areas of UN M49 by the keys that they have here. */
const areas: Readonly<Record<string, string>> = {
  '005': 'south-america',
  '011': 'west-africa',
  '013': 'central-america',
  '014': 'east-africa',
  '015': 'north-africa',
  '017': 'middle-africa',
  '018': 'south-africa-area',
  '021': 'northern-america',
  '029': 'caribbean',
  '030': 'east-asia',
  '034': 'south-asia',
  '035': 'south-east-asia',
  '039': 'south-europe',
  '053': 'australasia',
  '054': 'melanesia',
  '057': 'micronesia-area',
  '061': 'polynesia',
  '143': 'central-asia',
  '145': 'west-asia',
  '151': 'east-europe',
  '154': 'north-europe',
  '155': 'west-europe',
}

/** All countries and territories of ISO 3166-1, with names from Unicode CLDR, and middle and size by Natural Earth. */
export function countries(packages: Packages): GazetteerPlace[] {
  const codes = packages.codes()
  const shapes = new Map(packages.shapes(0).map((shape) => [codeOf(shape, codes), shape]))
  const more = new Map(linesOf('countries').map(({ cells: [code = '', ...names] }) => [code, names]))
  return Object.entries(areas).flatMap(([area, key]) =>
    (packages.containment().get(area) ?? [])
      .filter((code) => /^[A-Z]{2}$/.test(code) && code !== 'QO')
      .map((code): GazetteerPlace => {
        const shape = shapes.get(code)
        return {
          key: code,
          kind: 'country',
          names: countryNames(code, shape, more.get(code) ?? []),
          // Russia lies in two continents: its parts say so.
          within: [...(code === 'RU' ? [] : [key]), ...(membersToBe.get(code) ?? [])],
          ...(shape && sizeOf(shape)),
        }
      }),
  )
}

/** Natural Earth has no number for Kosovo. */
export const codeOf = ({ id, name }: Shape, codes: ReadonlyMap<string, string>): string =>
  (id === undefined ? undefined : codes.get(id)) ?? (name === 'Kosovo' ? 'XK' : name)

function countryNames(code: string, shape: Shape | undefined, more: readonly string[]): GazetteerPlace['names'] {
  return Object.fromEntries(
    placeLanguages.map((language, at) => {
      const long = new Intl.DisplayNames([language], { type: 'region' }).of(code)
      const short = new Intl.DisplayNames([language], { type: 'region', style: 'short' }).of(code)
      const drawn = language === 'en' ? shape?.name : undefined
      const all = [long, short, ...partsOf(more[at]), drawn].filter((name) => name !== undefined && name !== code)
      return [language, [...new Set(all.map((name) => name?.replaceAll('ʼ', "'")))]]
    }),
  )
}

function sizeOf({ polygons }: Shape): { latitude: number; longitude: number; radius: number } {
  const { latitude, longitude } = middleOf(polygons)
  return {
    latitude: rounded(latitude, 1),
    longitude: rounded(longitude, 1),
    radius: Math.max(1, rounded(radiusOf(totalArea(polygons)), 0)),
  }
}
