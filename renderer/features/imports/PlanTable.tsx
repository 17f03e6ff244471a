import type { ReactElement, ReactNode } from 'react'
import type { Inspection, PreviewRow } from '../../../shared/import.ts'
import { ColumnHead } from './ColumnHead.tsx'
import { columnWidths, ownWidths } from './column-widths.ts'
import { columnsOf, joinOf } from './import-fields.ts'
import { PlanRow } from './PlanRow.tsx'
import styles from './PlanTable.module.css'
import type { PlanChoices } from './use-import-plan.ts'

interface PlanTableProps {
  readonly file: Inspection
  readonly choices: PlanChoices
  /** The rows as they would be stored; null where they cannot be told yet: then they are shown as they stand. */
  readonly rows: readonly PreviewRow[] | null
  readonly label: string
  /** Whether long cells are shown whole, on several lines. */
  readonly isWrapped: boolean
  /** What stands below the rows. */
  readonly children: ReactNode
}

/** Rows of the file as they would come in, each cell with its own words beneath where these were read otherwise. */
export function PlanTable({ file, choices, rows, label, isWrapped, children }: PlanTableProps): ReactElement {
  const { widths, widest } = columnWidths(file)
  const least = [...ownWidths, ...widths].reduce((sum, width) => sum + width, 0)
  return (
    <section className={isWrapped ? styles.wrapped : styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table} style={{ width: `max(100%, ${least}px)` }}>
        <colgroup>
          {ownWidths.map((width, at) => (
            <col key={at} style={{ width }} />
          ))}
          {widths.map((width, column) => (
            // The widest gets what is left over.
            <col key={column} style={column === widest ? {} : { width }} />
          ))}
        </colgroup>
        <Heads file={file} choices={choices} />
        <tbody>
          {rows === null
            ? file.preview.map((cells, at) => <RawRow key={at} cells={cells} header={file.header} />)
            : rows.map((row, at) => <PlanRow key={`${row.line} ${at}`} row={row} file={file} choices={choices} />)}
        </tbody>
      </table>
      <div className={styles.more}>{children}</div>
    </section>
  )
}

function RawRow({ cells, header }: { readonly cells: readonly string[]; header: readonly string[] }): ReactElement {
  return (
    <tr>
      <td className={styles.untold} colSpan={ownWidths.length}>
        –
      </td>
      {header.map((_, column) => (
        <td key={column} className={styles.out} title={cells[column]}>
          {cells[column]}
        </td>
      ))}
    </tr>
  )
}

function Heads({ file, choices }: Pick<PlanTableProps, 'file' | 'choices'>): ReactElement {
  const { kind, mapping, setColumn, setJoin } = choices
  const called = (column: number): string => file.header[column] || `column ${column + 1}`
  return (
    <thead>
      <tr>
        <th className={styles.line} scope="col">
          Line
        </th>
        <th className={styles.verdict} scope="col">
          Verdict
        </th>
        <th className={styles.action} scope="col">
          What to do
        </th>
        {file.header.map((_, column) => {
          const use = mapping.columns[column] ?? { fields: [], separator: null }
          const field = use.fields.find((one) => one !== null) ?? null
          const others = field === null ? [] : columnsOf(mapping, field).filter((other) => other !== column)
          return (
            <ColumnHead
              key={column}
              name={called(column)}
              kind={kind}
              use={use}
              field={field}
              others={others.map(called)}
              join={field === null ? '' : joinOf(mapping, field)}
              onUse={(next) => setColumn(column, next)}
              onJoin={(text) => field !== null && setJoin(field, text)}
            />
          )
        })}
      </tr>
    </thead>
  )
}
