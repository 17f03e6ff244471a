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
}

/** Which origins count as one. */
export function CollapseSwitches({ collapse, onChange }: CollapseSwitchesProps): ReactElement {
  return (
    <div className={styles.switches} role="group" aria-label="Count as one origin">
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
