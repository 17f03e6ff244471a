import { Cross } from '@blueprintjs/icons'
import { useRef, type ReactElement } from 'react'
import { conditionInWords } from '../../../shared/filter-words.ts'
import type { Condition } from '../../../shared/list.ts'
import { Popover } from '../../ui/Menu.tsx'
import type { Field } from '../records/field.ts'
import styles from './FilterBar.module.css'
import { FilterEditor } from './FilterEditor.tsx'

export interface FilterChipProps {
  readonly field: Field<never, unknown>
  readonly condition: Condition | undefined
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onChange: (condition: Condition | null) => void
  /** Its editor is closed and the focus is back on it, if it is still there. */
  readonly onClosed?: (button: HTMLElement | null) => void
}

/** A filter that is set: a button that edits it, and one that takes it away. */
export function FilterChip({ field, condition, isOpen, onOpen, onChange, onClosed }: FilterChipProps): ReactElement {
  const button = useRef<HTMLButtonElement>(null)
  const words = conditionInWords(condition)
  const title = field.fullTitle ?? field.title
  const editor = <FilterEditor field={field} condition={condition} onChange={onChange} onClose={() => onOpen(false)} />
  return (
    <span className={styles.chip}>
      <Popover content={editor} isOpen={isOpen} onChange={onOpen} onClosed={() => onClosed?.(button.current)}>
        <button ref={button} type="button" className={styles.words} title={`${title} ${words}`}>
          <span className={styles.name}>{field.title}</span> {words}
        </button>
      </Popover>
      {condition && (
        <button
          type="button"
          className={styles.clear}
          aria-label={`Clear the filter by ${title}`}
          onClick={() => onChange(null)}
        >
          <Cross size={12} />
        </button>
      )}
    </span>
  )
}

/** The filters to choose from and those that are set, which no column may show: none must go unseen. */
export function filterFields(
  fields: readonly Field<never, unknown>[],
  filter: Readonly<Record<string, Condition>>,
  open: string | null,
): Field<never, unknown>[] {
  const known = fields.filter(({ field }) => filter[field] !== undefined || field === open)
  const unknown = Object.keys(filter).filter((name) => !fields.some(({ field }) => field === name))
  return [...known, ...unknown.map(columnless)]
}

const columnless = (field: string): Field<never, unknown> => ({
  field,
  title: field,
  kind: 'fixed',
  text: () => '',
  width: 0,
})

/** A menu's items that each begin a filter by a field. */
export const filterItems = (
  fields: readonly Field<never, unknown>[],
  onPick: (field: string) => void,
): { id: string; text: string; onPick: () => void }[] =>
  fields
    .filter((field) => field.filter !== undefined)
    .map((field) => ({
      id: field.field,
      text: field.fullTitle ?? field.title,
      onPick: () => onPick(field.field),
    }))
