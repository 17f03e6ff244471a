import { Filter as FilterIcon } from '@blueprintjs/icons'
import { useState, type ReactElement } from 'react'
import type { Condition, View } from '../../../shared/list.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import { claimFields } from '../claims/claim-fields.ts'
import { FilterChip, filterFields, filterItems } from '../grid/FilterChip.tsx'
import { viewOf } from '../grid/grid-store.ts'
import type { Field } from '../records/field.ts'
import styles from './Block.module.css'

const fields = claimFields as unknown as readonly Field<never, unknown>[]

interface ClaimsFilterProps {
  readonly view: View
  readonly isReadOnly: boolean
  readonly onChange: (view: View) => void
}

/** Which claims a table shows: words to find, conditions as the claims list has them, and an order. */
export function ClaimsFilter({ view: stored, isReadOnly, onChange: store }: ClaimsFilterProps): ReactElement {
  const [open, setOpen] = useState<string | null>(null)
  // While a filter is edited, what is typed goes by what was typed, not by what was stored of it so far.
  const [draft, setDraft] = useState<View | null>(null)
  const view = draft ?? stored
  const show = (field: string | null): void => {
    setOpen(field)
    setDraft(null)
  }
  const onChange = (next: View): void => {
    if (open !== null) setDraft(next)
    store(next)
  }
  const { filter, sort } = view
  const setCondition = (field: string, condition: Condition | null): void => {
    const { [field]: _, ...others } = filter as Readonly<Record<string, Condition>>
    onChange({ ...view, filter: condition ? { ...others, [field]: condition } : others })
  }
  return (
    <div className={styles.filter}>
      <Search
        key={view.search}
        text={view.search}
        isReadOnly={isReadOnly}
        onChange={(search) => onChange({ ...view, search })}
      />
      {filterFields(fields, filter as Readonly<Record<string, Condition>>, open).map((field) => (
        <FilterChip
          key={field.field}
          field={field}
          condition={filter[field.field] as Condition | undefined}
          isOpen={open === field.field && !isReadOnly}
          onOpen={(isOpen) => show(isOpen && !isReadOnly ? field.field : null)}
          onChange={(condition) => isReadOnly || setCondition(field.field, condition)}
        />
      ))}
      {!isReadOnly && (
        <>
          <MenuButton size="small" look="quiet" icon={<FilterIcon size={12} />} items={filterItems(fields, show)}>
            Filter
          </MenuButton>
          <Button
            size="small"
            look="quiet"
            title="Takes over the filters, the search and the order that the claims list has now"
            onClick={() => onChange({ ...viewOf('claims'), trashed: false })}
          >
            As in the claims list
          </Button>
        </>
      )}
      {sort.length > 0 && <span className={styles.words}>in the order of {sort.map(orderInWords).join(', ')}</span>}
    </div>
  )
}

function orderInWords({ field, desc }: View['sort'][number]): string {
  const known = fields.find((one) => one.field === field)
  return `${(known?.fullTitle ?? known?.title ?? field).toLowerCase()}${desc ? ', last first' : ''}`
}

interface SearchProps {
  readonly text: string
  readonly isReadOnly: boolean
  readonly onChange: (text: string) => void
}

/** Taken when it is left, or with Enter: each letter would draw the report anew. */
function Search({ text, isReadOnly, onChange }: SearchProps): ReactElement {
  const [typed, setTyped] = useState(text)
  const take = (): void => {
    if (typed.trim() !== text) onChange(typed.trim().slice(0, 500))
  }
  return (
    <TextInput
      type="search"
      aria-label="Words to find"
      placeholder="Words to find"
      value={typed}
      disabled={isReadOnly}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}
