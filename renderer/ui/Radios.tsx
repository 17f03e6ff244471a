import { Radio } from '@blueprintjs/core'
import { useId, type ReactElement } from 'react'
import styles from './Radios.module.css'

interface RadiosProps<V extends string> {
  readonly legend: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string; readonly detail: string }[]
  readonly onChange: (value: V) => void
}

/** One of a few choices that need a line each to be told apart; the arrow keys go through them. */
export function Radios<V extends string>({ legend, value, options, onChange }: RadiosProps<V>): ReactElement {
  const name = useId()
  return (
    <fieldset className={styles.radios}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map((option) => (
        <Radio
          key={option.value}
          className={styles.radio ?? ''}
          name={name}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
        >
          {option.label}
          <span className={styles.detail}>{option.detail}</span>
        </Radio>
      ))}
    </fieldset>
  )
}
