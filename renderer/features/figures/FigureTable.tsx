import type { ReactElement } from 'react'
import type { FigureTable as Table } from '../../../shared/figures/figure.ts'
import { openRecord } from '../records/open-record.ts'
import styles from './Figures.module.css'

/** The data of a picture as a table; the first cell of a row opens its record. */
export function FigureTable({ table }: { readonly table: Table }): ReactElement {
  return (
    <div className={styles.tableScroll} tabIndex={0} role="region" aria-label={table.caption}>
      <table className={styles.table}>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" className={isNumber ? styles.number : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ cells: [first = '–', ...cells], record }, at) => (
            <tr key={at}>
              <th scope="row">
                {record ? (
                  <button type="button" className={styles.open} onClick={() => openRecord(record)}>
                    {first}
                  </button>
                ) : (
                  first
                )}
              </th>
              {cells.map((cell, column) => (
                <td key={column} className={table.columns[column + 1]?.isNumber ? styles.number : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
