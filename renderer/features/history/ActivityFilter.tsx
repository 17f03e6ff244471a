import type { ReactElement } from 'react'
import { historyKinds, type HistoryFilter } from '../../../shared/history.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Select, TextInput } from '../../ui/inputs.tsx'
import styles from './HistoryScreen.module.css'

export type Filter = Pick<HistoryFilter, 'by' | 'kind' | 'from' | 'to'>

interface ActivityFilterProps {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

/** Which operations are listed: by person, by kind of record, by time. */
export function ActivityFilter({ filter, onChange }: ActivityFilterProps): ReactElement {
  const people = useCall('history.people').data ?? []
  const set = (part: { readonly [F in keyof Filter]?: Filter[F] | '' }): void =>
    onChange(Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== '')))
  return (
    <div className={styles.filter} role="group" aria-label="Filter">
      <Select
        aria-label="By"
        value={filter.by ?? ''}
        options={[{ value: '', label: 'Anyone' }, ...people.map((by) => ({ value: by, label: by }))]}
        onChange={(by) => set({ by })}
      />
      <Select
        aria-label="Kind of record"
        value={filter.kind ?? ''}
        options={[
          { value: '', label: 'All kinds' },
          ...historyKinds.map((kind) => ({ value: kind, label: `${kind}s` })),
        ]}
        onChange={(kind) => set({ kind })}
      />
      <div className={styles.date}>
        <TextInput
          aria-label="From"
          placeholder="from 2026-11"
          value={filter.from ?? ''}
          onChange={(from) => set({ from })}
        />
      </div>
      <div className={styles.date}>
        <TextInput aria-label="To" placeholder="to 2026-11-30" value={filter.to ?? ''} onChange={(to) => set({ to })} />
      </div>
      <Button look="quiet" disabled={Object.keys(filter).length === 0} onClick={() => onChange({})}>
        Clear
      </Button>
    </div>
  )
}
