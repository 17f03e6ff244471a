import { create } from 'zustand'
import { FigureOptions, type FigureKind } from '../../../shared/figures/data.ts'
import { collapseAll, type Collapse } from '../../../shared/origins.ts'
import { wholeMap, type MapView } from '../../../shared/figures/map-projection.ts'
import type { TimeSpan } from '../../../shared/figures/timeline.ts'
import { goTo } from '../../app/history.ts'

interface FiguresState {
  readonly kind: FigureKind
  readonly options: FigureOptions
  /** Which origins count as one in the chain to them. */
  readonly collapse: Collapse
  /** The time that the timeline shows; null is all of it. */
  readonly span: TimeSpan | null
  readonly view: MapView
  /** The data as a table stands in the picture's place. */
  readonly isTable: boolean
  /** Draw only what is ticked in the list, where anything is. */
  readonly onlyTicked: boolean
}

const fresh: FiguresState = {
  kind: 'numbers',
  options: FigureOptions.parse({}),
  collapse: collapseAll,
  span: null,
  view: wholeMap,
  isTable: false,
  onlyTicked: true,
}

/** Which picture is shown, and how. */
export const useFigures = create<FiguresState>(() => fresh)

/** Whether a part of the picture is shown: then more can be there than is drawn. */
export const isZoomed = ({ kind, span, view }: FiguresState): boolean =>
  (kind === 'timeline' && span !== null) || (kind === 'map' && view !== wholeMap)

/** Forgets what was looked at; when another case is opened. */
export const forgetFigures = (): void => useFigures.setState(fresh)

export const setOptions = (options: Partial<FigureOptions>): void =>
  useFigures.setState((state) => ({ options: { ...state.options, ...options } }))

/** Shows a picture. */
export function showFigure(kind: FigureKind): void {
  useFigures.setState({ kind })
  goTo('/pictures')
}

export const figureNames: Readonly<Record<FigureKind, { readonly tab: string; readonly title: string }>> = {
  numbers: { tab: 'Numbers', title: 'Who claimed what number when' },
  timeline: { tab: 'Timeline', title: 'Timeline' },
  map: { tab: 'Map', title: 'Map' },
  matrix: { tab: 'Agreement', title: 'Agreement matrix' },
  origins: { tab: 'Origins', title: 'Chain to the origins' },
}
