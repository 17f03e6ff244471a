import { Filter, FilterList } from '@blueprintjs/icons'
import { useEffect, type ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import type { Entity } from '../records/entities.ts'
import type { Field } from '../records/field.ts'
import { ViewsMenu } from '../views/ViewsMenu.tsx'
import styles from './FilterBar.module.css'
import { FilterChip, filterFields, filterItems } from './FilterChip.tsx'
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
  const shown = filterFields(fields, filter, open)
  const items = filterItems(fields, (field) => gridStore(entity).setState({ openFilter: field }))
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
  const setOpen = (next: boolean): void => gridStore(entity).setState({ openFilter: next ? field.field : null })
  useEffect(() => () => backToList(entity), [entity])
  return (
    <FilterChip
      field={field}
      condition={condition}
      isOpen={isOpen}
      onOpen={setOpen}
      onChange={(next) => setFilter(entity, field.field, next)}
      onClosed={(button) => backToList(entity, button)}
    />
  )
}
