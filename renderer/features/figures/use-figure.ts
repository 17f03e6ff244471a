import { useMemo } from 'react'
import type { FigureData, FigureKind, FigureRequest } from '../../../shared/figures/data.ts'
import type { Outlines } from '../../../shared/places.ts'
import { drawFigure } from '../../../shared/figures/draw.ts'
import { figureThemes, type Figure, type FigureFrame } from '../../../shared/figures/figure.ts'
import type { Input } from '../../../shared/contract.ts'
import type { Selection } from '../../../shared/list.ts'
import { useSearchText } from '../../app/search.ts'
import { useTheme } from '../../app/theme.ts'
import { useCall } from '../../data/queries.ts'
import { useGrid } from '../grid/grid-store.ts'
import { useFigures } from './figures-state.ts'

/** What the grids show now, as a picture is asked for it. */
export interface FigureSource {
  readonly request: FigureRequest
  /** How many claims are ticked of which the picture is drawn; 0 while it is drawn of the filter. */
  readonly ticked: number
  readonly canTick: number
}

/** The claims that are ticked, else those that the claims' list shows; and the events of the events' list where it is filtered. */
export function useFigureSource(figure: FigureKind): FigureSource {
  const { filter, sort, selection } = useGrid('claims', (state) => state)
  const search = useSearchText('claims')
  const events = useGrid('events', (state) => state.filter)
  const eventSearch = useSearchText('events')
  const onlyTicked = useFigures((state) => state.onlyTicked)
  const collapse = useFigures((state) => state.collapse)
  return useMemo(() => {
    const ids = selection.kind === 'ids' ? [...selection.ids] : []
    const view = { filter: { ...filter }, search, sort: [...sort], trashed: false }
    const isTicked = onlyTicked && ids.length > 0
    const claims: Selection = isTicked ? { ids } : { view }
    const isEventView = Object.keys(events).length > 0 || eventSearch !== ''
    return {
      ticked: isTicked ? ids.length : 0,
      canTick: ids.length,
      request: {
        figure,
        claims,
        ...(figure === 'origins' ? { collapse } : {}),
        ...(isEventView
          ? { events: { view: { filter: { ...events }, search: eventSearch, sort: [], trashed: false } } }
          : {}),
      },
    }
  }, [figure, filter, sort, selection, search, events, eventSearch, onlyTicked, collapse])
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** How a picture is drawn in the window. */
export function useFrame({ width, height }: Size, prefix = 'picture'): FigureFrame {
  const theme = figureThemes[useTheme()]
  return useMemo(() => ({ width, height, theme, prefix }), [width, height, theme, prefix])
}

export interface Drawn {
  readonly data: FigureData
  readonly figure: Figure
}

/** A picture drawn for a frame, as the person chose to see it; undefined until its data is there. */
export function useFigure(request: FigureRequest, frame: FigureFrame): Drawn | undefined {
  const { options, span, view } = useFigures()
  const kind = request.figure
  const { data } = useCall('figures.data', request as Input<'figures.data'>, { keepPrevious: true })
  const outlines: Outlines | undefined = useCall('map.outlines', {}, { enabled: kind === 'map' }).data
  return useMemo(() => {
    // The answer before is kept on the screen while the next is on its way; another picture's is not.
    if (!data || data.figure !== kind || frame.width < 1 || (kind === 'map' && !outlines)) return undefined
    return { data, figure: drawFigure(data, options, frame, outlines ?? null, { span: span ?? undefined, view }) }
  }, [data, kind, options, frame, outlines, span, view])
}
