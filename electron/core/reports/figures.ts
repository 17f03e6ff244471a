import type { FigureData, FigureOptions } from '../../../shared/figures/data.ts'
import { drawFigure } from '../../../shared/figures/draw.ts'
import { figureThemes } from '../../../shared/figures/figure.ts'
import { svgOf } from '../../../shared/figures/svg.ts'
import { outlines } from '../figures/outlines.ts'
import type { FigureEntry } from './model.ts'

/** About the width of A4 between its margins, so that its texts are as large as those of a table. */
const size = { width: 700, height: 400 } as const

/** A picture for a report, in the colours of paper; undefined where there is nothing to draw. */
export function figureEntry(
  data: FigureData | undefined,
  options: FigureOptions,
  prefix: string,
): FigureEntry | undefined {
  if (!data) return undefined
  const theme = figureThemes.light
  const figure = drawFigure(data, options, { ...size, theme, prefix }, data.figure === 'map' ? outlines() : null)
  if (figure.marks.length === 0) return undefined
  const { title, description, table, notes } = figure
  return { title, description, table, notes, svg: svgOf(figure, theme, prefix) }
}
