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
  // While one chooses, the next choice goes by what was chosen, not by what was stored of it so far.
  const [chosen, setChosen] = useState<readonly ClaimColumn[] | null>(null)
  const shown = chosen ?? columns ?? usualColumns
  const open = (isOpen: boolean): void => {
    setIsOpen(isOpen)
    setChosen(null)
  }
  const toggle = (column: ClaimColumn): void => {
    const next = inColumnOrder(shown.includes(column) ? shown.filter((one) => one !== column) : [...shown, column])
    setChosen(next)
    onChange(next)
  }
  const reset = (): void => {
    setChosen(usualColumns)
    onChange(undefined)
  }
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
      <MenuItem text="The usual columns" disabled={columns === undefined} onClick={reset} />
    </Menu>
  )
  return (
    <Popover isOpen={isOpen && !isReadOnly} onChange={open} placement="bottom-end" content={menu}>
      <Button look="quiet" size="small" disabled={isReadOnly} aria-haspopup="menu">
        {columns === undefined ? 'Columns' : `Columns: ${columns.length + 1}`}
      </Button>
    </Popover>
  )
}
