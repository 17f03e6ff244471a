import { Tick } from '@blueprintjs/icons'
import { useState, type KeyboardEvent, type ReactElement } from 'react'
import type { FacetValue } from '../../../shared/facets.ts'
import type { Entity } from '../records/entities.ts'
import type { Field } from '../records/field.ts'
import styles from './FacetPanel.module.css'
import { toggleValue } from './facet-state.ts'

export interface FacetValuesProps {
  readonly entity: Entity
  readonly field: Field<never, unknown>
  readonly values: readonly FacetValue[]
  readonly chosen: ReadonlySet<string | null>
  readonly labelledBy: string
}

/** The values of a facet: one stop for Tab, arrows, Home and End move within, Space ticks. */
export function FacetValues({ entity, field, values, chosen, labelledBy }: FacetValuesProps): ReactElement {
  const [at, setAt] = useState<string | null | undefined>()
  const stop = values.some(({ value }) => value === at) ? at : values[0]?.value
  return (
    <ul role="listbox" aria-multiselectable aria-labelledby={labelledBy} className={styles.values}>
      {values.map(({ value, count }) => {
        const { label, detail } = wordsOf(field, value)
        const isOn = chosen.has(value)
        const amount = count.toLocaleString('en-GB')
        return (
          <li
            key={value ?? ''}
            role="option"
            aria-selected={isOn}
            aria-label={`${[label, detail].filter(Boolean).join(', ')}: ${amount} ${count === 1 ? entity.slice(0, -1) : entity}`}
            tabIndex={value === stop ? 0 : -1}
            className={isOn ? styles.chosen : styles.value}
            title={[label, detail].filter(Boolean).join(' · ')}
            onFocus={() => setAt(value)}
            onClick={() => toggleValue(entity, field.field, value)}
            onKeyDown={(event) => onKey(event, () => toggleValue(entity, field.field, value))}
          >
            <span className={styles.box}>{isOn && <Tick size={12} />}</span>
            <span className={value === null ? styles.unset : styles.name}>
              {label}
              {detail && <span className={styles.detail}> {detail}</span>}
            </span>
            <span className={styles.count}>{amount}</span>
          </li>
        )
      })}
    </ul>
  )
}

function wordsOf({ options }: Field<never, unknown>, value: string | null): { label: string; detail?: string } {
  if (value === null) return { label: 'not set' }
  const option = options?.find((known) => known.value === value)
  return { label: option?.label ?? value, ...(option?.detail && { detail: option.detail }) }
}

function onKey(event: KeyboardEvent<HTMLElement>, toggle: () => void): void {
  const { currentTarget: row } = event
  const rows = row.parentElement?.children
  const targets: Readonly<Record<string, Element | null | undefined>> = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
    Home: rows?.[0],
    End: rows?.[rows.length - 1],
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === ' ' || event.key === 'Enter') toggle()
  else if (!(event.key in targets)) return
  event.preventDefault()
  const target = targets[event.key]
  if (target instanceof HTMLElement) target.focus()
}
