import type { FigureData, FigureOptions } from '../../../shared/figures/data.ts'
import { drawFigure } from '../../../shared/figures/draw.ts'
import { figureThemes } from '../../../shared/figures/figure.ts'
import { svgOf } from '../../../shared/figures/svg.ts'
import { outlines } from '../figures/outlines.ts'
import { digest } from './digest.ts'
import { Kept } from './kept.ts'
import type { FigureEntry } from './model.ts'

/** About the width of A4 between its margins, so that its texts are as large as those of a table. */
const size = { width: 700, height: 400 } as const

/** Pictures as they were drawn last: most of a report's are the same when it is drawn again. */
const drawn = new Kept<DrawnFigure | null>(60)

type DrawnFigure = FigureEntry & { readonly title: string }

/** A picture for a report, in the colours of paper; undefined where there is nothing to draw. */
export function figureEntry(
  data: FigureData | undefined,
  options: FigureOptions,
  prefix: string,
): DrawnFigure | undefined {
  if (!data) return undefined
  const key = digest(JSON.stringify([data, options, prefix]))
  return drawn.get(key, () => drawnFigure(data, options, prefix)) ?? undefined
}

function drawnFigure(data: FigureData, options: FigureOptions, prefix: string): DrawnFigure | null {
  const theme = figureThemes.light
  const figure = drawFigure(data, options, { ...size, theme, prefix }, data.figure === 'map' ? outlines() : null)
  if (figure.marks.length === 0) return null
  const { title, description, table, notes } = figure
  return { title, description, table, notes, svg: svgOf(figure, theme, prefix) }
}
