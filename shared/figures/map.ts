import { geoGraticule10, type GeoProjection } from 'd3-geo'
import { dateInWords } from '../dates.ts'
import { count, countNotes } from './counts-words.ts'
import type { MapData, MapPlace } from './data.ts'
import type { Outlines } from '../places.ts'
import type { Figure, FigureFrame, FigureTable, FigureTheme, Mark } from './figure.ts'
import { labelNode, placeLabels, type Box, type PlacedLabel } from './labels.ts'
import { countryNames } from './map-names.ts'
import { projectionFor, wholeMap, type MapView } from './map-projection.ts'
import {
  circleAround,
  countriesOf,
  countryAt,
  drawCountry,
  kilometresPerPixel,
  precisionRadius,
  shapePath,
  type Country,
  type DrawnCountry,
} from './map-shapes.ts'
import { el, type SvgNode } from './node.ts'
import { compare } from './series.ts'
import { fit, wrap } from './text-width.ts'

const captionLine = 15

interface Spot {
  readonly place: MapPlace
  readonly id: string
  readonly x: number
  readonly y: number
  readonly radius: number
  /** Where it may be, and the line around that. */
  readonly area: string
  readonly edge: string
}

/** Events where they happened, each with the precision of its place drawn as an area. */
export function mapFigure(data: MapData, outlines: Outlines, frame: FigureFrame, view: MapView = wholeMap): Figure {
  const { theme, width, height } = frame
  const plot = mapPlot(frame, outlines)
  const projection = projectionFor(data.places, plot, view)
  const countries = countriesOf(outlines)
  const spots = spotsOf(data.places, countries, projection, plot)
  const labels = labelsOf(spots, plot)
  const lands = countries.map((country) => drawCountry(projection, country))
  const clip = `${frame.prefix}-map`
  return {
    width,
    height,
    title: 'Map of events',
    description: describe(data),
    body: [
      el('clipPath', { id: clip }, el('rect', { ...plot })),
      el(
        'g',
        { 'clip-path': `url(#${clip})` },
        el('rect', { ...plot, fill: theme.sea }),
        el('path', {
          d: shapePath(projection, geoGraticule10()),
          fill: 'none',
          stroke: theme.line,
          'stroke-width': 0.5,
        }),
        landNodes(lands, projection, theme),
        countryNames(lands, [...spots.map(dotBox), ...labels.map(({ box }) => box), scaleBox(plot)], plot, theme),
        spots.map((spot) => areaNode(spot, theme)),
        spots.map((spot) => spotNode(spot, theme)),
        labels.map((label) => labelNode(label, theme)),
      ),
      el('rect', { ...plot, fill: 'none', stroke: theme.line }),
      ...scaleBar(projection, plot, theme),
      ...caption(outlines, plot, frame),
    ],
    marks: spots.flatMap(({ id, place, x, y }): Mark[] => {
      const [event] = place.events
      return event ? [{ id, record: { kind: 'event', id: event.id }, label: placeWords(place), x, y }] : []
    }),
    table: tableOf(data),
    notes: notesOf(data),
    plot,
  }
}

/** The countries; areas of which it is disputed to whom they belong have broken borders. */
function landNodes(lands: readonly DrawnCountry[], projection: GeoProjection, theme: FigureTheme): SvgNode[] {
  const usual = { stroke: theme.border, 'stroke-width': 0.7, 'stroke-linejoin': 'round' }
  const disputed = { stroke: theme.strong, 'stroke-dasharray': '2 2' }
  return [usual, disputed].flatMap((stroke) => {
    const those = lands.filter(({ country, d }) => d !== '' && country.isDisputed === (stroke === disputed))
    const [whole, cut] = [those.filter(({ country }) => !country.border), those.filter(({ country }) => country.border)]
    const borders = cut.flatMap(({ country }) => (country.border ? [shapePath(projection, country.border)] : []))
    const fill = { fill: theme.land, 'fill-rule': 'evenodd' }
    return [
      ...areas(cut, fill),
      ...areas(whole, { ...fill, ...stroke }),
      ...(borders.length > 0 ? [el('path', { d: borders.join(''), fill: 'none', ...stroke })] : []),
    ]
  })
}

const areas = (lands: readonly DrawnCountry[], look: Readonly<Record<string, string | number>>): SvgNode[] =>
  lands.length === 0 ? [] : [el('path', { d: lands.map(({ d }) => d).join(''), ...look })]

/** The part of a frame that is map; its caption stands below. */
export const mapPlot = (frame: Pick<FigureFrame, 'width' | 'height'>, outlines: Outlines): Box => ({
  x: 0.5,
  y: 0.5,
  width: frame.width - 1,
  height: Math.max(80, frame.height - captionLines(outlines, frame.width).length * captionLine - 5),
})

const signs =
  'Dot: the point given · dashed area: where it may be (vicinity 5 km, locality 15 km, region 120 km, the country) · ring: precision not said'

/** Whose borders are drawn how is never cut in a picture of a usual width. */
const mostCaptionLines = 8

/** What the signs mean, and whose outlines they are drawn on. */
const captionLines = ({ name, treatment, licence }: Outlines, width: number): string[] =>
  [signs, `Outlines: ${name} (${licence.replace(/\.$/, '')}). ${treatment}`].flatMap((words) =>
    wrap(words, width - 8, 11, mostCaptionLines),
  )

function spotsOf(
  places: readonly MapPlace[],
  countries: readonly Country[],
  projection: GeoProjection,
  plot: Box,
): Spot[] {
  const ordered = [...places].sort((a, b) => b.count - a.count || compare(placeWords(a), placeWords(b)))
  return ordered.flatMap((place, at): Spot[] => {
    const { latitude, longitude, precision } = place
    const point = projection([longitude, latitude])
    if (!point || !point.every(Number.isFinite)) return []
    const [x, y] = point
    const isVisible = x >= plot.x && x <= plot.x + plot.width && y >= plot.y && y <= plot.y + plot.height
    const { area, edge } = areaOf(place, precision, countries, projection)
    return isVisible || area !== ''
      ? [{ place, id: `place-${at}`, ...clamped(x, y, plot), radius: radiusOf(place.count), area, edge }]
      : []
  })
}

const clamped = (x: number, y: number, plot: Box): { x: number; y: number } => ({
  x: Math.min(plot.x + plot.width, Math.max(plot.x, x)),
  y: Math.min(plot.y + plot.height, Math.max(plot.y, y)),
})

const radiusOf = (events: number): number => (events === 1 ? 4.5 : Math.min(22, 8 + 2.2 * Math.sqrt(events)))

/** Where the event may be: nothing for an exact place, the country's own outline for a country. */
function areaOf(
  { latitude, longitude }: MapPlace,
  precision: MapPlace['precision'],
  countries: readonly Country[],
  projection: GeoProjection,
): Pick<Spot, 'area' | 'edge'> {
  if (precision === null || precision === 'exact') return { area: '', edge: '' }
  const country = precision === 'country' ? countryAt(countries, longitude, latitude) : undefined
  const area = shapePath(projection, country?.shape ?? circleAround(longitude, latitude, precisionRadius[precision]))
  return { area, edge: country?.border ? shapePath(projection, country.border) : area }
}

const accent = (theme: FigureTheme): string => theme.series[0] ?? theme.text

function areaNode({ area, edge, place }: Spot, theme: FigureTheme): SvgNode[] {
  if (area === '') return []
  const fill = {
    'fill-rule': 'evenodd',
    fill: accent(theme),
    'fill-opacity': place.precision === 'country' ? 0.1 : 0.18,
  }
  const stroke = { stroke: accent(theme), 'stroke-opacity': 0.7, 'stroke-dasharray': '3 3' }
  return edge === area
    ? [el('path', { d: area, ...fill, ...stroke })]
    : [el('path', { d: area, ...fill }), el('path', { d: edge, fill: 'none', ...stroke })]
}

function spotNode({ place, id, x, y, radius }: Spot, theme: FigureTheme): SvgNode {
  const isUnsaid = place.precision === null
  return el(
    'g',
    { 'data-mark': id },
    el('title', {}, placeWords(place)),
    el('circle', {
      cx: x,
      cy: y,
      r: radius,
      fill: isUnsaid ? theme.paper : accent(theme),
      stroke: isUnsaid ? accent(theme) : theme.paper,
      'stroke-width': isUnsaid ? 2 : 1.5,
    }),
    place.count > 1
      ? el(
          'text',
          {
            x,
            y: y + 4,
            'text-anchor': 'middle',
            'font-size': 11,
            'font-weight': 600,
            fill: isUnsaid ? theme.text : theme.paper,
          },
          place.count > 999 ? `${Math.floor(place.count / 1000)}k` : String(place.count),
        )
      : null,
  )
}

/** A place's own name, else its only event's. */
const nameOf = ({ name, count: number, events }: MapPlace): string =>
  name ?? (number === 1 ? (events[0]?.title ?? '') : 'place without a name')

function labelsOf(spots: readonly Spot[], plot: Box): PlacedLabel[] {
  const wanted = spots.map(({ place, id, x, y, radius }) => {
    const name = nameOf(place)
    const [event] = place.events
    const long = place.count === 1 && event && place.name ? [fit(`${name}: ${event.title}`, 260, 11)] : []
    return { id, x, y, gap: radius + 5, texts: [...long, fit(name, 180, 11), fit(name, 90, 11)] }
  })
  return placeLabels(wanted, [...spots.map(dotBox), scaleBox(plot)], plot, 11)
}

const dotBox = ({ x, y, radius }: Spot): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
})

const barLengths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]

/** The corner of the map where its scale stands. */
const scaleBox = ({ x, y, height }: Box): Box => ({ x: x + 8, y: y + height - 32, width: longestBar + 8, height: 28 })

const longestBar = 140

function scaleBar(projection: GeoProjection, plot: Box, theme: FigureTheme): SvgNode[] {
  const perPixel = kilometresPerPixel(projection, plot.x + plot.width / 2, plot.y + plot.height / 2)
  const length =
    perPixel === null ? undefined : barLengths.findLast((kilometres) => kilometres / perPixel <= longestBar)
  if (perPixel === null || length === undefined) return []
  const [x, y] = [plot.x + 12, plot.y + plot.height - 12]
  return [
    el('path', {
      d: `M${x} ${y - 5}V${y}H${Math.round(x + length / perPixel)}V${y - 5}`,
      fill: 'none',
      stroke: theme.muted,
    }),
    el('text', { x: x + 4, y: y - 5, 'font-size': 11, fill: theme.muted }, `${length.toLocaleString('en-GB')} km`),
  ]
}

const caption = (outlines: Outlines, plot: Box, { theme, width }: FigureFrame): SvgNode[] =>
  captionLines(outlines, width).map((words, at) =>
    el('text', { x: 2, y: plot.y + plot.height + 13 + at * captionLine, 'font-size': 11, fill: theme.muted }, words),
  )

function placeWords(place: MapPlace): string {
  const { count: number, precision, events, latitude, longitude } = place
  const named = events
    .slice(0, 3)
    .map(({ ref, title, when }) => [ref, title, when === null ? null : dateInWords(when)].filter(Boolean).join(', '))
  const more = number - named.length
  return `${nameOf(place)} (${precision ?? 'precision not said'}, ${latitude}, ${longitude}): ${named.join('; ')}${more > 0 ? ` and ${count(more, 'more event')}` : ''}`
}

const describe = ({ places, counts }: MapData): string =>
  places.length === 0
    ? 'No event of this selection has coordinates.'
    : `${count(counts.usable, 'event')} at ${count(places.length, 'place')}. A dot is a place, a dashed area how precisely it is known, a number how many events are there.`

const notesOf = (data: MapData): string[] => {
  const without = data.counts.records - data.counts.usable
  const drawn = data.places.reduce((sum, place) => sum + place.count, 0)
  return [
    ...countNotes(data, drawn, 'event'),
    ...(without > 0 ? [`${count(without, 'event')} without coordinates: not on the map.`] : []),
  ]
}

const tableOf = ({ places }: MapData): FigureTable => ({
  caption: 'Events by place',
  columns: [
    { title: 'Place' },
    { title: 'Precision' },
    { title: 'Latitude', isNumber: true },
    { title: 'Longitude', isNumber: true },
    { title: 'Event' },
    { title: 'When' },
    { title: 'Status' },
  ],
  rows: places.flatMap((place) =>
    place.events.map(({ id, ref, title, when, status }) => ({
      cells: [
        place.name ?? '–',
        place.precision ?? 'not said',
        String(place.latitude),
        String(place.longitude),
        [ref, title].filter(Boolean).join(' '),
        when ?? '–',
        status,
      ],
      record: { kind: 'event', id } as const,
    })),
  ),
})
