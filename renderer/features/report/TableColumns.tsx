import { Blank, Tick } from '@blueprintjs/icons'
import { useState, type ReactElement } from 'react'
import {
  claimColumns,
  claimColumnTitles,
  inColumnOrder,
  usualColumns,
  type ClaimColumn,
} from '../../../shared/claims-table.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuDivider, MenuItem, Popover } from '../../ui/Menu.tsx'

interface TableColumnsProps {
  /** Absent: the usual ones. */
  readonly columns: readonly ClaimColumn[] | undefined
  readonly isReadOnly: boolean
  readonly onChange: (columns: ClaimColumn[] | undefined) => void
}

/** Chooses what a claims table shows beside the reference. */
export function TableColumns({ columns, isReadOnly, onChange }: TableColumnsProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  const shown = columns ?? usualColumns
  const toggle = (column: ClaimColumn): void =>
    onChange(inColumnOrder(shown.includes(column) ? shown.filter((one) => one !== column) : [...shown, column]))
  const menu = (
    <Menu>
      <MenuItem text="Reference" icon={<Tick />} disabled />
      {claimColumns.map((column) => (
        <MenuItem
          key={column}
          text={
            <>
              {claimColumnTitles[column]}
              {shown.includes(column) && <span className="visually-hidden">, shown</span>}
            </>
          }
          icon={shown.includes(column) ? <Tick /> : <Blank />}
          shouldDismissPopover={false}
          onClick={() => toggle(column)}
        />
      ))}
      <MenuDivider />
      <MenuItem text="The usual columns" disabled={columns === undefined} onClick={() => onChange(undefined)} />
    </Menu>
  )
  return (
    <Popover isOpen={isOpen && !isReadOnly} onChange={setIsOpen} placement="bottom-end" content={menu}>
      <Button look="quiet" size="small" disabled={isReadOnly} aria-haspopup="menu">
        {columns === undefined ? 'Columns' : `Columns: ${columns.length + 1}`}
      </Button>
    </Popover>
  )
}
