import type { ReactElement } from 'react'
import type { FigureRow, FigureTable as TableOfFigure } from '../../../shared/figures/figure.ts'
import { Table, type Column } from '../../ui/Table.tsx'
import { RecordButton } from '../records/RecordButton.tsx'
import styles from './Figures.module.css'

/** The data of a picture as a table; the first cell of a row opens its record. */
export function FigureTable({ table }: { readonly table: TableOfFigure }): ReactElement {
  const columns = table.columns.map(({ title, isNumber }, at): Column<FigureRow> => ({
    head: title,
    look: isNumber ? ['number'] : ['broken'],
    isRowHead: at === 0,
    cell: ({ cells, record }) => {
      const words = cells[at] ?? '–'
      return at === 0 && record ? <RecordButton to={record}>{words}</RecordButton> : words
    },
  }))
  return (
    <div className={styles.table}>
      <p className={styles.caption}>{table.caption}</p>
      <Table label={table.caption} look="full" columns={columns} rows={table.rows} keyOf={(_, at) => at} />
    </div>
  )
}
