import { Export, Th } from '@blueprintjs/icons'
import { useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import { figureKinds, type FigureKind } from '../../../shared/figures/data.ts'
import type { FigureFrame } from '../../../shared/figures/figure.ts'
import { goTo } from '../../app/history.ts'
import { TopActions } from '../../app/TopActions.tsx'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { addFigureToReport } from './add-to-report.ts'
import styles from './Figures.module.css'
import { FigureChoices, ZoomTools } from './FigureTools.tsx'
import { FigureTable } from './FigureTable.tsx'
import { FigureView } from './FigureView.tsx'
import { figureNames, isZoomed, useFigures } from './figures-state.ts'
import { saveFigure } from './save-figure.ts'
import { SourceLine, useIsFiltered } from './SourceLine.tsx'
import { useFigure, useFigureSource, useFrame, type Drawn, type FigureSource, type Size } from './use-figure.ts'

const tabs = figureKinds.map((value) => ({ value, label: figureNames[value].tab }))

/** Pictures of what the lists show: numbers, timeline, map, agreement matrix and the chain to the origins. */
export function FiguresScreen(): ReactElement {
  const kind = useFigures((state) => state.kind)
  const isTable = useFigures((state) => state.isTable)
  const pane = useRef<HTMLDivElement>(null)
  const source = useFigureSource(kind)
  const frame = useFrame(useSize(pane))
  const drawn = useFigure(source.request, frame)
  return (
    <div className={styles.screen}>
      <Actions drawn={drawn} source={source} frame={frame} />
      <div className={styles.bar}>
        <Tabs
          label="Pictures"
          controls="picture"
          tabs={tabs}
          value={kind}
          onChange={(next: FigureKind) => useFigures.setState({ kind: next, span: null })}
        />
        <FigureChoices />
        {drawn && !isTable && <ZoomTools drawn={drawn} />}
      </div>
      <SourceLine source={source} drawn={drawn} />
      <div className={styles.content} id="picture" role="tabpanel" aria-label={figureNames[kind].title}>
        <div className={isTable ? styles.tablePane : styles.pane} ref={pane}>
          {drawn && <Shown drawn={drawn} frame={frame} isTable={isTable} />}
        </div>
        {drawn && <Foot drawn={drawn} isTable={isTable} />}
      </div>
    </div>
  )
}

function Shown({
  drawn,
  frame,
  isTable,
}: {
  readonly drawn: Drawn
  readonly frame: FigureFrame
  readonly isTable: boolean
}): ReactElement {
  const { figure } = drawn
  if (figure.marks.length === 0 && figure.table.rows.length === 0) return <Nothing kind={drawn.data.figure} />
  return isTable ? (
    <FigureTable table={figure.table} />
  ) : (
    <FigureView key={drawn.data.figure} drawn={drawn} frame={frame} />
  )
}

interface EmptyWords {
  readonly title: string
  /** What stands here. */
  readonly words: string
  /** What to do for that. */
  readonly act: string
  readonly path: string
}

const empty: Readonly<Record<FigureKind, EmptyWords>> = {
  numbers: {
    title: 'No numbers to draw',
    words: 'Claims that give a number stand here: when it was said, how much, and how sure.',
    act: 'Add a number to a claim',
    path: '/claims',
  },
  timeline: {
    title: 'Nothing with a date yet',
    words: 'Events and claims with a date stand here.',
    act: 'Add some',
    path: '/events',
  },
  map: {
    title: 'No places to draw',
    words: 'Events with coordinates stand here, each with how precisely its place is known.',
    act: 'Give an event its latitude and longitude',
    path: '/events',
  },
  matrix: {
    title: 'No numbers to compare',
    words: 'Each claimant has a row here and each question a column: a subject, its category and its place.',
    act: 'Add numbers to claims',
    path: '/claims',
  },
  origins: {
    title: 'No claims to trace',
    words:
      'The chain from claims to their origins stands here: who said it, which documents carry it, and what they have it from.',
    act: 'Add claims',
    path: '/claims',
  },
}

function Nothing({ kind }: { readonly kind: FigureKind }): ReactElement {
  const { title, words, act, path } = empty[kind]
  const isFiltered = useIsFiltered(kind)
  return (
    <EmptyState
      title={title}
      actions={
        <Button onClick={() => goTo(path)}>{path === '/claims' ? 'Go to the claims' : 'Go to the events'}</Button>
      }
    >
      {`${words} ${act}${isFiltered ? ', or widen the filter' : ''}.`}
    </EmptyState>
  )
}

const keys: Readonly<Record<FigureKind, string>> = {
  numbers: 'Arrow keys go through the numbers, Enter opens the claim.',
  timeline:
    '↑ ↓ go through the records, Enter opens one; ← → move in time, + − zoom. Drag over the plot to filter the lists.',
  map: 'Page Up and Page Down go through the places, Enter opens one; arrows move the map, + − zoom. Shift and drag to filter the events.',
  matrix: 'Arrow keys go through the values, Enter opens the newest claim.',
  origins:
    'Arrow keys go through the records, Enter opens one. Solid: read, or not said. Broken: cited, not seen. Tick claims in their list to see less.',
}

function Foot({
  drawn: { data, figure },
  isTable,
}: {
  readonly drawn: Drawn
  readonly isTable: boolean
}): ReactElement | null {
  const zoomed = useFigures(isZoomed)
  const hasKeys = !isTable && (figure.marks.length > 0 || zoomed)
  if (figure.notes.length === 0 && !hasKeys) return null
  return (
    <div className={styles.foot}>
      {figure.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {hasKeys && <p>{keys[data.figure]}</p>}
    </div>
  )
}

interface ActionsProps {
  readonly drawn: Drawn | undefined
  readonly source: FigureSource
  readonly frame: FigureFrame
}

function Actions({ drawn, source, frame }: ActionsProps): ReactElement {
  const { isTable, options } = useFigures()
  const canEdit = useReadOnly() === null
  const isDrawn = drawn !== undefined && drawn.figure.marks.length > 0
  const isEmpty = drawn?.figure.table.rows.length === 0
  const save = (format: 'svg' | 'png') => () => drawn && void saveFigure(drawn.figure, frame.theme, format)
  return (
    <TopActions>
      <Button
        icon={<Th />}
        active={isTable}
        aria-pressed={isTable}
        disabled={isEmpty}
        onClick={() => useFigures.setState({ isTable: !isTable })}
      >
        Table
      </Button>
      <MenuButton
        icon={<Export />}
        disabled={!isDrawn}
        items={[
          { id: 'svg', text: 'Save as SVG…', onPick: save('svg') },
          { id: 'png', text: 'Save as PNG…', onPick: save('png') },
        ]}
      >
        Save
      </MenuButton>
      {canEdit && (
        <Button look="primary" disabled={!isDrawn} onClick={() => void addFigureToReport(source.request, options)}>
          Add to report
        </Button>
      )}
    </TopActions>
  )
}

/** The size of the pane that the picture has for itself; it follows the window. */
function useSize(pane: RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = pane.current
    if (!element) return undefined
    const measure = (): void => {
      const style = getComputedStyle(element)
      const width = Math.floor(element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight))
      const height = Math.floor(element.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom))
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [pane])
  return size
}
