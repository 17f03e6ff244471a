import { Cross, Filter, FilterList } from '@blueprintjs/icons'
import { useEffect, useRef, type ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import { MenuButton, Popover } from '../../ui/Menu.tsx'
import type { Entity } from '../records/entities.ts'
import type { Field } from '../records/field.ts'
import { ViewsMenu } from '../views/ViewsMenu.tsx'
import styles from './FilterBar.module.css'
import { FilterEditor } from './FilterEditor.tsx'
import { conditionInWords } from '../../../shared/filter-words.ts'
import { mountedGrid } from './GridController.ts'
import { clearFilters, gridStore, setFilter, useGrid } from './grid-store.ts'

export interface FilterBarProps {
  readonly entity: Entity
  readonly fields: readonly Field<never, unknown>[]
}

/** The filters that are set, each a button that edits it, and a menu to add one. */
export function FilterBar({ entity, fields }: FilterBarProps): ReactElement {
  const filter = useGrid(entity, (state) => state.filter)
  const open = useGrid(entity, (state) => state.openFilter)
  const shown = [
    ...fields.filter(({ field }) => filter[field] !== undefined || field === open),
    ...Object.keys(filter).flatMap((name) => (fields.some(({ field }) => field === name) ? [] : [columnless(name)])),
  ]
  const items = fields
    .filter((field) => field.filter !== undefined)
    .map((field) => ({
      id: field.field,
      text: field.fullTitle ?? field.title,
      onPick: () => gridStore(entity).setState({ openFilter: field.field }),
    }))
  return (
    <div className={styles.bar}>
      <span className={styles.ways}>
        <FacetsButton entity={entity} />
        <ViewsMenu entity={entity} />
      </span>
      {shown.map((field) => (
        <Chip key={field.field} entity={entity} field={field} />
      ))}
      <span className={styles.more}>
        <MenuButton size="small" look="quiet" icon={<Filter size={12} />} items={items}>
          Filter
        </MenuButton>
        {Object.keys(filter).length > 1 && (
          <Button size="small" look="quiet" onClick={() => clearFilters(entity)}>
            Clear all
          </Button>
        )}
      </span>
    </div>
  )
}

/** A field by which a view filters, and which no column shows: its filter must not go unseen. */
const columnless = (field: string): Field<never, unknown> => ({
  field,
  title: field,
  kind: 'fixed',
  text: () => '',
  width: 0,
})

function FacetsButton({ entity }: { readonly entity: Entity }): ReactElement {
  const isOpen = useGrid(entity, (state) => state.areFacetsOpen)
  return (
    <Button
      size="small"
      look="quiet"
      icon={<FilterList size={12} />}
      title="Values to filter by, with their counts"
      active={isOpen}
      aria-pressed={isOpen}
      onClick={() => gridStore(entity).setState({ areFacetsOpen: !isOpen })}
    >
      Facets
    </Button>
  )
}

const isNowhere = (): boolean => document.activeElement === document.body

/** A filter that goes, or a list that was drawn anew, leaves the focus nowhere: it goes to the list, if that has rows. */
function backToList(entity: Entity, chip?: HTMLElement | null): void {
  requestAnimationFrame(() => {
    if (isNowhere()) mountedGrid(entity)?.focus()
    if (isNowhere()) chip?.focus()
  })
}

function Chip({ entity, field }: { readonly entity: Entity; readonly field: Field<never, unknown> }): ReactElement {
  const condition = useGrid(entity, (state) => state.filter[field.field])
  const isOpen = useGrid(entity, (state) => state.openFilter === field.field)
  const button = useRef<HTMLButtonElement>(null)
  const words = conditionInWords(condition)
  const setOpen = (next: boolean): void => gridStore(entity).setState({ openFilter: next ? field.field : null })
  useEffect(() => () => backToList(entity), [entity])
  const editor = (
    <FilterEditor
      field={field}
      condition={condition}
      onChange={(next) => setFilter(entity, field.field, next)}
      onClose={() => setOpen(false)}
    />
  )
  return (
    <span className={styles.chip}>
      <Popover content={editor} isOpen={isOpen} onChange={setOpen} onClosed={() => backToList(entity, button.current)}>
        <button
          ref={button}
          type="button"
          className={styles.words}
          title={`${field.fullTitle ?? field.title} ${words}`}
        >
          <span className={styles.name}>{field.title}</span> {words}
        </button>
      </Popover>
      {condition && (
        <button
          type="button"
          className={styles.clear}
          aria-label={`Clear the filter by ${field.fullTitle ?? field.title}`}
          onClick={() => setFilter(entity, field.field, null)}
        >
          <Cross size={12} />
        </button>
      )}
    </span>
  )
}
