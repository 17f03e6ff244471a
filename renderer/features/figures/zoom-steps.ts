import { wholeMap } from '../../../shared/figures/map-projection.ts'
import type { Figure } from '../../../shared/figures/figure.ts'
import { filterToArea, filterToSpan } from './brush.ts'
import { useFigures } from './figures-state.ts'
import type { Drawn } from './use-figure.ts'
import { moveMap, moveSpan, shownSpan, zoomMap, zoomSpan } from './zoom.ts'

type Point = Readonly<Record<'x' | 'y', number>>
export type Step = 'in' | 'out' | 'left' | 'right' | 'up' | 'down' | 'all'

/**
 * Zooms or moves a timeline or a map by one step; zooms around `at`, which is in the middle of what is drawn unless it is
 * given. Answers whether the picture is one of the two.
 */
export function changeZoom({ data, figure }: Drawn, step: Step, at: Point = middleMark(figure)): boolean {
  if (data.figure === 'timeline') {
    useFigures.setState((state) => {
      const span = shownSpan(data, state.span)
      if (step === 'all') return { span: null }
      if (step === 'in' || step === 'out') {
        const { plot } = figure
        return { span: zoomSpan(span, step === 'in' ? 0.5 : 2, (at.x - plot.x) / plot.width) }
      }
      return { span: moveSpan(span, step === 'left' ? -0.2 : 0.2) }
    })
    return true
  }
  if (data.figure !== 'map') return false
  const shifts = { left: [0.15, 0], right: [-0.15, 0], up: [0, 0.15], down: [0, -0.15] } as const
  useFigures.setState(({ view }) => {
    if (step === 'all') return { view: wholeMap }
    if (step === 'in' || step === 'out')
      return { view: zoomMap(view, step === 'in' ? 1.6 : 1 / 1.6, figure.plot, at.x, at.y) }
    const [dx, dy] = shifts[step]
    return { view: moveMap(view, dx, dy) }
  })
  return true
}

/** Where most is: zooming into an empty stretch of time or sea would show nothing. */
function middleMark({ marks, plot }: Figure): Point {
  const inOrder = [...marks].sort((a, b) => a.x - b.x)
  return inOrder[Math.floor(inOrder.length / 2)] ?? { x: plot.x + plot.width / 2, y: plot.y + plot.height / 2 }
}

/** Filters the lists to the part of a timeline or a map that is shown: the brush of the keyboard. */
export function filterToShown({ data, figure: { plot } }: Drawn): void {
  const { span, view } = useFigures.getState()
  if (data.figure === 'timeline') filterToSpan(shownSpan(data, span))
  if (data.figure === 'map')
    filterToArea(data, plot, view, { x0: plot.x, y0: plot.y, x1: plot.x + plot.width, y1: plot.y + plot.height })
}
