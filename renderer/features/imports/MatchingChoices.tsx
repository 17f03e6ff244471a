import type { ReactElement } from 'react'
import { keyFields, type ImportField } from '../../../shared/import-lists.ts'
import { onDuplicates } from '../../../shared/import.ts'
import { Checkbox } from '../../ui/inputs.tsx'
import { Choice } from './FileFacts.tsx'
import styles from './ImportDialog.module.css'
import { fieldName } from './import-fields.ts'
import type { PlanChoices } from './use-import-plan.ts'

/** How rows find the records that the case has already, what becomes of those, and whether the file is kept. */
export function MatchingChoices({ choices }: { readonly choices: PlanChoices }): ReactElement {
  const { kind, matching, setMatching, keepFile, setKeepFile } = choices
  const { key: _key, onDuplicate: _onDuplicate, ...rest } = matching
  const keys: readonly ImportField[] = keyFields[kind]
  const { key, onDuplicate } = matching
  return (
    <div className={styles.facts}>
      {keys.length > 0 && (
        <Choice
          name={kind === 'claims' || kind === 'events' ? 'Without a reference, rows are known by' : 'Rows are known by'}
          value={key?.join(',') ?? ''}
          choices={[
            { value: '', label: 'what they say' },
            ...keys.map((field) => ({ value: field, label: fieldName(field) })),
            ...(key && key.length > 1 ? [{ value: key.join(','), label: key.map(fieldName).join(', ') }] : []),
          ]}
          onChoose={(value) => {
            const field = keys.find((known) => known === value)
            setMatching({ ...rest, ...(onDuplicate && { onDuplicate }), ...(field && { key: [field] }) })
          }}
        />
      )}
      <Choice
        name="Records the case has already"
        value={onDuplicate ?? ''}
        choices={[
          { value: '', label: 'update, keep edits by hand' },
          { value: 'skip', label: 'leave as they are' },
          { value: 'update', label: 'update, edits by hand too' },
          { value: 'add', label: 'add once more' },
        ]}
        onChoose={(value) => {
          const chosen = onDuplicates.find((known) => known === value)
          setMatching({ ...rest, ...(key && { key }), ...(chosen && { onDuplicate: chosen }) })
        }}
      />
      <Checkbox checked={keepFile} onChange={setKeepFile} label="Keep the file in the case" />
    </div>
  )
}
