import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
} from 'react'
import type { FigureFrame, Mark } from '../../../shared/figures/figure.ts'
import { openRecord } from '../records/open-record.ts'
import { filterToArea, filterToSpan } from './brush.ts'
import styles from './Figures.module.css'
import { useFigures } from './figures-state.ts'
import { toReact } from './svg-elements.tsx'
import type { Drawn } from './use-figure.ts'
import { changeZoom, type Step } from './zoom-steps.ts'
import { momentAt, moveMap, shownSpan, zoomMap, zoomSpan, type Rectangle } from './zoom.ts'

interface Props {
  readonly drawn: Drawn
  readonly frame: FigureFrame
  /** What a click on a mark does. */
  readonly onOpen?: (record: Mark['record']) => void
}

/** A picture in the window: its marks open their records; it is zoomed, moved and brushed by mouse and by keyboard. */
export function FigureView({ drawn, frame, onOpen = openRecord }: Props): ReactElement {
  const { figure } = drawn
  const svg = useRef<SVGSVGElement>(null)
  const [active, setActive] = useState(0)
  const keepFocus = useKeptFocus(svg, drawn)
  const brush = useBrush(drawn, svg)
  useWheel(svg, drawn)
  const byId = new Map(figure.marks.map((mark, at) => [mark.id, { mark, at }]))
  const current = Math.min(active, figure.marks.length - 1)
  const open = ({ record }: Mark): void => onOpen(record)
  const markProps = (id: string): Readonly<Record<string, unknown>> => {
    const known = byId.get(id)
    if (!known) return {}
    return {
      role: 'button',
      tabIndex: known.at === current ? 0 : -1,
      'aria-label': known.mark.label,
      className: styles.mark,
      onClick: () => open(known.mark),
      onFocus: () => setActive(known.at),
    }
  }
  const focus = (at: number): void => {
    const mark = figure.marks[Math.min(Math.max(at, 0), figure.marks.length - 1)]
    if (mark) svg.current?.querySelector<SVGElement>(`[data-mark="${CSS.escape(mark.id)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const mark = figure.marks[current]
    const acts = { open: () => mark && open(mark), go: (step: number) => focus(current + step), drawn, mark }
    if (actOnKey(event, acts)) event.preventDefault()
  }
  return (
    <svg
      ref={svg}
      className={styles.figure}
      viewBox={`0 0 ${figure.width} ${figure.height}`}
      width={figure.width}
      height={figure.height}
      role="group"
      aria-label={`${figure.title}. ${figure.description}`}
      fontSize={12}
      fill={frame.theme.text}
      tabIndex={figure.marks.length === 0 ? 0 : -1}
      onKeyDown={onKeyDown}
      {...keepFocus}
      {...brush.handlers}
    >
      {figure.body.map((node, at) => toReact(node, markProps, at))}
      {brush.rectangle && <rect className={styles.brush} {...brushBox(brush.rectangle)} />}
    </svg>
  )
}

const brushBox = ({ x0, y0, x1, y1 }: Rectangle): { x: number; y: number; width: number; height: number } => ({
  x: Math.min(x0, x1),
  y: Math.min(y0, y1),
  width: Math.abs(x1 - x0),
  height: Math.abs(y1 - y0),
})

interface Acts {
  readonly open: () => void
  /** Moves the focus by so many marks. */
  readonly go: (step: number) => void
  readonly drawn: Drawn
  /** The focused mark: one zooms around it. */
  readonly mark: Mark | undefined
}

/** The keys of a picture; answers whether the key was one. */
function actOnKey(event: KeyboardEvent, { open, go, drawn, mark }: Acts): boolean {
  const { key } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const zooms: Readonly<Record<string, Step>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'all' }
  const moves: Readonly<Record<string, Step>> = {
    ArrowLeft: 'left',
    ArrowRight: 'right',
    ArrowUp: 'up',
    ArrowDown: 'down',
  }
  const marks: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1, Home: -1e6, End: 1e6 }
  const { figure: kind } = drawn.data
  if (key === 'Enter' || key === ' ') open()
  else if (marks[key] !== undefined) go(marks[key])
  else if (zooms[key] !== undefined) return changeZoom(drawn, zooms[key], mark)
  else if (moves[key] === undefined) return false
  else if (kind === 'map' || (kind === 'timeline' && (key === 'ArrowLeft' || key === 'ArrowRight')))
    return changeZoom(drawn, moves[key])
  else go(key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1)
  return true
}

/** The focused mark may go when one zooms: the focus then stays with the picture, so that the next key is heard. */
function useKeptFocus(
  svg: React.RefObject<SVGSVGElement | null>,
  drawn: Drawn,
): { readonly onFocus: () => void; readonly onBlur: (event: FocusEvent) => void } {
  const hasFocus = useRef(false)
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) svg.current?.focus()
  }, [svg, drawn])
  return {
    onFocus: () => (hasFocus.current = true),
    onBlur: (event) => {
      if (event.relatedTarget !== null) hasFocus.current = false
    },
  }
}

/** The wheel zooms around the pointer; over the names at the side it scrolls. */
function useWheel(svg: React.RefObject<SVGSVGElement | null>, { data, figure }: Drawn): void {
  useEffect(() => {
    const element = svg.current
    if (!element || (data.figure !== 'timeline' && data.figure !== 'map')) return undefined
    const onWheel = (event: WheelEvent): void => {
      const { x, y } = pointIn(element, event)
      const { plot } = figure
      if (x < plot.x || x > plot.x + plot.width || y < plot.y || y > plot.y + plot.height) return
      event.preventDefault()
      const factor = Math.exp(Math.max(-200, Math.min(200, event.deltaY)) / 400)
      useFigures.setState((state) =>
        data.figure === 'timeline'
          ? { span: zoomSpan(shownSpan(data, state.span), factor, (x - plot.x) / plot.width) }
          : { view: zoomMap(state.view, 1 / factor, plot, x, y) },
      )
    }
    // React's own listener is passive: it could not keep the page from scrolling.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [svg, data, figure])
}

const pointIn = (element: SVGSVGElement, event: { clientX: number; clientY: number }): { x: number; y: number } => {
  const box = element.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}

interface Brush {
  readonly rectangle: Rectangle | null
  readonly handlers: {
    readonly onPointerDown?: (event: PointerEvent<SVGSVGElement>) => void
    readonly onPointerMove?: (event: PointerEvent<SVGSVGElement>) => void
    readonly onPointerUp?: (event: PointerEvent<SVGSVGElement>) => void
  }
}

/** Less than this is a click that trembled. */
const leastBrush = 6

/** Dragging over the timeline filters to a time; over the map it moves, and with Shift it filters to an area. */
function useBrush({ data, figure }: Drawn, svg: React.RefObject<SVGSVGElement | null>): Brush {
  const [rectangle, setRectangle] = useState<Rectangle | null>(null)
  const start = useRef<{ x: number; y: number; isMove: boolean } | null>(null)
  if (data.figure !== 'timeline' && data.figure !== 'map') return { rectangle: null, handlers: {} }
  const { plot } = figure
  const at = (event: PointerEvent<SVGSVGElement>): { x: number; y: number } => {
    const { x, y } = pointIn(event.currentTarget, event)
    const clamp = (value: number, low: number, size: number): number => Math.min(low + size, Math.max(low, value))
    return { x: clamp(x, plot.x, plot.width), y: clamp(y, plot.y, plot.height) }
  }
  const onPointerDown = (event: PointerEvent<SVGSVGElement>): void => {
    const { x, y } = pointIn(event.currentTarget, event)
    if (event.button !== 0 || x < plot.x || y < plot.y || x > plot.x + plot.width || y > plot.y + plot.height) return
    start.current = { x, y, isMove: data.figure === 'map' && !event.shiftKey }
  }
  const onPointerMove = (event: PointerEvent<SVGSVGElement>): void => {
    const from = start.current
    if (!from) return
    if (event.buttons === 0) {
      // It was let go beyond the picture.
      start.current = null
      return
    }
    const { x, y } = at(event)
    const { currentTarget, pointerId } = event
    if (!currentTarget.hasPointerCapture(pointerId)) {
      if (Math.hypot(x - from.x, y - from.y) < leastBrush) return
      // From here on it is a drag: a mark that it began on is not clicked.
      currentTarget.setPointerCapture(pointerId)
    }
    if (from.isMove) {
      useFigures.setState((state) => ({
        view: moveMap(state.view, (x - from.x) / plot.width, (y - from.y) / plot.height),
      }))
      start.current = { x, y, isMove: true }
    } else if (data.figure === 'timeline') setRectangle({ x0: from.x, x1: x, y0: plot.y, y1: plot.y + plot.height })
    else setRectangle({ x0: from.x, y0: from.y, x1: x, y1: y })
  }
  const onPointerUp = (): void => {
    const wasMove = start.current?.isMove ?? true
    start.current = null
    setRectangle(null)
    if (wasMove || !rectangle || Math.abs(rectangle.x1 - rectangle.x0) < leastBrush) return
    const { span, view } = useFigures.getState()
    if (data.figure === 'map') filterToArea(data, plot, view, rectangle)
    else {
      const moments = [rectangle.x0, rectangle.x1].map((x) => momentAt(shownSpan(data, span), figure, x))
      filterToSpan([Math.min(...moments), Math.max(...moments)])
    }
    svg.current?.querySelector<SVGElement>('[tabindex="0"]')?.focus()
  }
  return { rectangle, handlers: { onPointerDown, onPointerMove, onPointerUp } }
}
