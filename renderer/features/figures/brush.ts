import type { MapData } from '../../../shared/figures/data.ts'
import type { Figure } from '../../../shared/figures/figure.ts'
import type { TimeSpan } from '../../../shared/figures/timeline.ts'
import { wholeMap, type MapView } from '../../../shared/figures/map-projection.ts'
import { toast } from '../../ui/toast.ts'
import { setFilter } from '../grid/grid-store.ts'
import { useFigures } from './figures-state.ts'
import { boundsOnMap, type Rectangle } from './zoom.ts'

const day = 86_400_000
const isoDay = (moment: number): string => new Date(Math.floor(moment / day) * day).toISOString().slice(0, 10)

/** Filters the claims by when they were said and the events by when they were to a span of time. */
export function filterToSpan([from, to]: TimeSpan): void {
  const condition = { min: isoDay(from), max: isoDay(to) }
  setFilter('claims', 'said', condition)
  setFilter('events', 'when', condition)
  useFigures.setState({ span: null })
  toast({
    message: `Claims and events are filtered to ${condition.min} – ${condition.max}.`,
    action: { text: 'Clear', onClick: clearSpan },
  })
}

function clearSpan(): void {
  setFilter('claims', 'said', null)
  setFilter('events', 'when', null)
}

/** Filters the events to the places in a part of the map. */
export function filterToArea(data: MapData, plot: Figure['plot'], view: MapView, rectangle: Rectangle): void {
  const bounds = boundsOnMap(data, plot, view, rectangle)
  if (!bounds) {
    toast({ message: 'No place lies in this part of the map: the filter stays as it was.' })
    return
  }
  const { latitude, longitude } = bounds
  setFilter('events', 'latitude', { min: latitude[0], max: latitude[1] })
  setFilter('events', 'longitude', { min: longitude[0], max: longitude[1] })
  useFigures.setState({ view: wholeMap })
  toast({ message: 'Events are filtered to this part of the map.', action: { text: 'Clear', onClick: clearArea } })
}

function clearArea(): void {
  setFilter('events', 'latitude', null)
  setFilter('events', 'longitude', null)
}
