import type { ReactElement } from 'react'
import type { Collapse } from '../../../shared/origins.ts'
import { Checkbox } from '../../ui/inputs.tsx'
import styles from './CollapseSwitches.module.css'

const switches: readonly { readonly by: keyof Collapse; readonly label: string }[] = [
  { by: 'claimant', label: 'same claimant' },
  { by: 'owner', label: 'same owner or affiliation' },
  { by: 'evidence', label: 'same evidence' },
]

export interface CollapseSwitchesProps {
  readonly collapse: Collapse
  readonly onChange: (collapse: Collapse) => void
  /** In a narrow pane the label has a line of its own. */
  readonly isInPane?: boolean
}

/** Which origins count as one. */
export function CollapseSwitches({ collapse, onChange, isInPane = false }: CollapseSwitchesProps): ReactElement {
  return (
    <div
      className={isInPane ? `${styles.switches} ${styles.pane}` : styles.switches}
      role="group"
      aria-label="Count as one origin"
    >
      <span>Count as one origin</span>
      {switches.map(({ by, label }) => (
        <Checkbox
          key={by}
          label={label}
          checked={collapse[by]}
          onChange={(isOn) => onChange({ ...collapse, [by]: isOn })}
        />
      ))}
    </div>
  )
}
