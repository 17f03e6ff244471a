import { assertNever } from '../result.ts'
import { FigureOptions, type FigureData, type FigureOptionsInput } from './data.ts'
import type { Outlines } from '../places.ts'
import type { Figure, FigureFrame } from './figure.ts'
import { mapFigure } from './map.ts'
import type { MapView } from './map-projection.ts'
import { matrixFigure } from './matrix.ts'
import { numbersFigure } from './numbers.ts'
import { originsFigure } from './origins-figure.ts'
import { timelineFigure, type TimeSpan } from './timeline.ts'

/** What of a picture is shown, where not all of it. */
export interface FigureZoom {
  readonly span?: TimeSpan | undefined
  readonly view?: MapView | undefined
}

/** Draws a picture from its data. `outlines` are needed for a map only. */
export function drawFigure(
  data: FigureData,
  options: FigureOptionsInput,
  frame: FigureFrame,
  outlines: Outlines | null,
  zoom: FigureZoom = {},
): Figure {
  const all = FigureOptions.parse(options)
  switch (data.figure) {
    case 'numbers':
      return numbersFigure(data, all, frame)
    case 'matrix':
      return matrixFigure(data, all, frame)
    case 'timeline':
      return timelineFigure(data, all, frame, zoom.span)
    case 'map':
      if (!outlines) throw new Error('A map needs outlines')
      return mapFigure(data, outlines, frame, zoom.view)
    case 'origins':
      return originsFigure(data, frame)
    default:
      return assertNever(data)
  }
}
