import { Menu, MenuDivider, MenuItem } from '@blueprintjs/core'
import { ArrowDown, ArrowUp, Blank, Tick } from '@blueprintjs/icons'
import { useState, type KeyboardEvent, type ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Menu.tsx'
import { RowAction, RowActions } from '../../ui/RowActions.tsx'
import type { Entity } from '../records/entities.ts'
import type { Field } from '../records/field.ts'
import styles from './ColumnsButton.module.css'
import { gridStore, useGrid } from './grid-store.ts'
import { mountedGrid } from './GridController.ts'

export interface ColumnsButtonProps {
  readonly entity: Entity
  readonly fields: readonly Field<never, unknown>[]
}

/** Chooses and orders the columns; by keyboard too. */
export function ColumnsButton({ entity, fields }: ColumnsButtonProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover
      isOpen={isOpen}
      onChange={setIsOpen}
      placement="bottom-end"
      content={<ColumnsMenu entity={entity} fields={fields} />}
    >
      <Button>Columns</Button>
    </Popover>
  )
}

function ColumnsMenu({ entity, fields }: ColumnsButtonProps): ReactElement {
  const layout = useGrid(entity, (state) => state.columns)
  const api = mountedGrid(entity)?.api
  const columns = api?.getColumnState() ?? layout ?? []
  const shown = columns.flatMap(({ colId, hide }) => {
    const field = fields.find((known) => known.field === colId)
    return field ? [{ field, isHidden: hide === true }] : []
  })
  const toggle = (field: string, isHidden: boolean): void =>
    api?.applyColumnState({ state: [{ colId: field, hide: !isHidden }] }) ? undefined : undefined
  const move = (at: number, step: number): void => {
    const order = shown.map(({ field }) => field.field)
    const [taken] = order.splice(at, 1)
    if (taken === undefined) return
    order.splice(Math.max(0, Math.min(order.length, at + step)), 0, taken)
    api?.applyColumnState({ state: order.map((colId) => ({ colId })), applyOrder: true })
  }
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    move(at, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <Menu className={styles.menu ?? ''}>
      {shown.map(({ field, isHidden }, at) => (
        <MenuItem
          key={field.field}
          text={field.fullTitle ?? field.title}
          icon={isHidden ? <Blank /> : <Tick />}
          shouldDismissPopover={false}
          aria-checked={!isHidden}
          disabled={field.isPinned ?? false}
          onClick={() => toggle(field.field, isHidden)}
          onKeyDown={(event: KeyboardEvent) => onKeyDown(event, at)}
          labelElement={
            <RowActions>
              <RowAction label={`Move ${field.title} left`} icon={<ArrowUp size={12} />} onClick={() => move(at, -1)} />
              <RowAction
                label={`Move ${field.title} right`}
                icon={<ArrowDown size={12} />}
                onClick={() => move(at, 1)}
              />
            </RowActions>
          }
        />
      ))}
      <MenuDivider />
      <MenuItem text="Reset columns" onClick={() => resetColumns(entity)} />
      <li className={styles.hint}>Alt ↑ and Alt ↓ move a column</li>
    </Menu>
  )
}

function resetColumns(entity: Entity): void {
  const api = mountedGrid(entity)?.api
  if (!api) return
  gridStore(entity).setState({ columns: null })
  api.resetColumnState()
}
