import { Cross } from '@blueprintjs/icons'
import { useRef, type KeyboardEvent, type ReactElement } from 'react'
import { listFields, type ImportField } from '../../../shared/import-lists.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import styles from './ImportDialog.module.css'
import { fieldName } from './import-fields.ts'
import type { PlanChoices } from './use-import-plan.ts'

/** What holds for every row that does not say it itself: the claimant of a whole file, its topic, its TLP. */
export function Constants({ choices }: { readonly choices: PlanChoices }): ReactElement {
  const { kind, mapping, setConstant } = choices
  const adder = useRef<HTMLSelectElement>(null)
  const added = useRef<ImportField>(null)
  const given = Object.entries(mapping.constants) as [ImportField, string][]
  const fields: readonly ImportField[] = listFields[kind]
  const free = fields.filter((field) => !(field in mapping.constants) && field !== 'ref')
  // A value that is written is no wish to import: the next one may follow.
  const goOn = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    adder.current?.focus()
  }
  return (
    <div className={styles.constants}>
      <span className={styles.fact} title="Holds for each row whose own cell is empty or missing">
        For the whole file
      </span>
      {given.map(([field, text]) => (
        <span key={field} className={styles.constant}>
          <span className={styles.fact}>{fieldName(field)}</span>
          <TextInput
            aria-label={`${fieldName(field)} of every row`}
            value={text}
            autoFocus={added.current === field}
            onKeyDown={goOn}
            onChange={(next) => setConstant(field, next)}
          />
          <Button
            look="quiet"
            size="small"
            icon={<Cross />}
            label={`No ${fieldName(field)} for every row`}
            onClick={() => {
              setConstant(field, null)
              adder.current?.focus()
            }}
          />
        </span>
      ))}
      <select
        ref={adder}
        className={styles.choice}
        aria-label="Add a value for every row"
        value=""
        onChange={({ currentTarget }) => {
          const field = free.find((known) => known === currentTarget.value)
          if (!field) return
          added.current = field
          setConstant(field, '')
        }}
      >
        <option value="">{given.length === 0 ? 'add a value…' : 'another…'}</option>
        {free.map((field) => (
          <option key={field} value={field}>
            {fieldName(field)}
          </option>
        ))}
      </select>
    </div>
  )
}
