import { wholeMap } from '../../../shared/figures/map-projection.ts'
import { filterToArea, filterToSpan } from './brush.ts'
import { useFigures } from './figures-state.ts'
import type { Drawn } from './use-figure.ts'
import { moveMap, moveSpan, shownSpan, zoomMap, zoomSpan } from './zoom.ts'

export type Step = 'in' | 'out' | 'left' | 'right' | 'up' | 'down' | 'all'

/** Zooms or moves a timeline or a map by one step; answers whether the picture is one. */
export function changeZoom({ data, figure }: Drawn, step: Step): boolean {
  if (data.figure === 'timeline') {
    useFigures.setState((state) => {
      const span = shownSpan(data, state.span)
      if (step === 'all') return { span: null }
      if (step === 'in' || step === 'out') return { span: zoomSpan(span, step === 'in' ? 0.5 : 2) }
      return { span: moveSpan(span, step === 'left' ? -0.2 : 0.2) }
    })
    return true
  }
  if (data.figure !== 'map') return false
  const shifts = { left: [0.15, 0], right: [-0.15, 0], up: [0, 0.15], down: [0, -0.15] } as const
  useFigures.setState(({ view }) => {
    if (step === 'all') return { view: wholeMap }
    if (step === 'in' || step === 'out') return { view: zoomMap(view, step === 'in' ? 1.6 : 1 / 1.6, figure.plot) }
    const [dx, dy] = shifts[step]
    return { view: moveMap(view, dx, dy) }
  })
  return true
}

/** Filters the lists to the part of a timeline or a map that is shown: the brush of the keyboard. */
export function filterToShown({ data, figure: { plot } }: Drawn): void {
  const { span, view } = useFigures.getState()
  if (data.figure === 'timeline') filterToSpan(shownSpan(data, span))
  if (data.figure === 'map')
    filterToArea(data, plot, view, { x0: plot.x, y0: plot.y, x1: plot.x + plot.width, y1: plot.y + plot.height })
}
