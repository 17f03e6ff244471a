import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import styles from './Table.module.css'

/** How the cells of a column stand: several may hold at once. */
type Look = 'number' | 'oneLine' | 'quiet' | 'most' | 'tick' | 'stretched' | 'broken'

export interface Column<Row> {
  readonly head: string
  /** The head is told by its name only. */
  readonly isHeadHidden?: boolean
  readonly look?: readonly Look[]
  /** Its cells name their rows. */
  readonly isRowHead?: boolean
  readonly title?: (row: Row) => string
  readonly cell: (row: Row) => ReactNode
}

interface TableProps<Row> {
  readonly label: string
  /** `framed`: a part of a dialog; `full`: a part of a screen. */
  readonly look: 'framed' | 'full'
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row, at: number) => string | number
  readonly isChosen?: (row: Row) => boolean
  readonly onChoose?: (row: Row) => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  /** False where each row has something of its own that takes the focus. */
  readonly takesFocus?: boolean
  /** Below the rows: what there is more. */
  readonly children?: ReactNode
}

/** A table to read, with its heads in sight while it is scrolled. */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const { label, look, columns, rows, keyOf, isChosen, onChoose, onKeyDown, takesFocus = true, children } = props
  const rowClass = (row: Row): string | undefined => (isChosen?.(row) ? styles.chosen : onChoose && styles.row)
  return (
    <section className={styles[look]} aria-label={label} onKeyDown={onKeyDown} {...(takesFocus ? { tabIndex: 0 } : {})}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ head, isHeadHidden, look }) => (
              <th key={head} scope="col" className={classOf(look)} {...(isHeadHidden ? { 'aria-label': head } : {})}>
                {isHeadHidden ? null : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={keyOf(row, at)} className={rowClass(row)} onClick={() => onChoose?.(row)}>
              {columns.map(({ head, look, isRowHead, title, cell }) => {
                const Cell = isRowHead ? 'th' : 'td'
                return (
                  <Cell key={head} className={classOf(look)} title={title?.(row)} {...(isRowHead && { scope: 'row' })}>
                    {cell(row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </section>
  )
}

const classOf = (look: readonly Look[] = []): string | undefined =>
  look.length === 0 ? undefined : look.map((name) => styles[name]).join(' ')
