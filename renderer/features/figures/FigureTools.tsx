import { Filter, Minus, Plus, ZoomToFit } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import type { FigureOptions } from '../../../shared/figures/data.ts'
import { Button } from '../../ui/Button.tsx'
import { Select, type Option } from '../../ui/inputs.tsx'
import { CollapseSwitches } from '../origins/CollapseSwitches.tsx'
import { isZoomed, setOptions, useFigures } from './figures-state.ts'
import styles from './Figures.module.css'
import type { Drawn } from './use-figure.ts'
import { changeZoom, filterToShown, type Step } from './zoom-steps.ts'

/** How the shown picture is drawn, where there is a choice. */
export function FigureChoices(): ReactElement | null {
  const kind = useFigures((state) => state.kind)
  if (kind === 'numbers')
    return (
      <>
        <Choice name="bands" label="Bands" options={bands} />
        <Choice name="scale" label="Axis" options={scales} />
      </>
    )
  if (kind === 'timeline') return <Choice name="lanes" label="Lanes" options={lanes} />
  if (kind === 'origins') return <Collapses />
  return kind === 'matrix' ? <Choice name="period" label="Compare within" options={periods} /> : null
}

const bands = [
  { value: 'category', label: 'by category' },
  { value: 'subject', label: 'by subject' },
  { value: 'place', label: 'by place' },
] as const
const scales = [
  { value: 'auto', label: 'as needed' },
  { value: 'linear', label: 'linear' },
  { value: 'log', label: 'logarithmic' },
] as const
const lanes = [
  { value: 'actor', label: 'by actor' },
  { value: 'topic', label: 'by topic' },
  { value: 'place', label: 'by place' },
] as const
const periods = [
  { value: 'all', label: 'all time' },
  { value: 'year', label: 'a year' },
  { value: 'month', label: 'a month' },
] as const

interface ChoiceProps<K extends keyof FigureOptions> {
  readonly name: K
  readonly label: string
  readonly options: readonly Option<FigureOptions[K]>[]
}

function Choice<K extends keyof FigureOptions>({ name, label, options }: ChoiceProps<K>): ReactElement {
  const value = useFigures((state) => state.options[name])
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <Select<FigureOptions[K]> value={value} options={options} onChange={(next) => setOptions({ [name]: next })} />
    </label>
  )
}

function Collapses(): ReactElement {
  const collapse = useFigures((state) => state.collapse)
  return <CollapseSwitches collapse={collapse} onChange={(next) => useFigures.setState({ collapse: next })} />
}

/** Zoom of a timeline or a map, by buttons; the keys do the same. */
export function ZoomTools({ drawn }: { readonly drawn: Drawn }): ReactElement | null {
  const zoomed = useFigures(isZoomed)
  const { figure } = drawn.data
  if (figure !== 'timeline' && figure !== 'map') return null
  const step = (which: Step) => () => void changeZoom(drawn, which)
  const isEmpty = drawn.figure.marks.length === 0
  const small = { look: 'quiet', size: 'small', disabled: isEmpty && !zoomed } as const
  return (
    <div className={styles.zoom} role="toolbar" aria-label="Zoom">
      <Button {...small} icon={<Minus size={14} />} label="Zoom out (−)" onClick={step('out')} />
      <Button {...small} icon={<Plus size={14} />} label="Zoom in (+)" onClick={step('in')} />
      <Button {...small} icon={<ZoomToFit size={14} />} label="Show all (0)" onClick={step('all')} />
      <Button {...small} disabled={isEmpty} icon={<Filter size={12} />} onClick={() => filterToShown(drawn)}>
        Filter to what is shown
      </Button>
    </div>
  )
}
