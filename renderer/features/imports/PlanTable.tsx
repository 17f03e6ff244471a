import { Fragment, type ReactElement } from 'react'
import type { Inspection, OnDuplicate, PreviewRow } from '../../../shared/import.ts'
import { ColumnHead } from './ColumnHead.tsx'
import styles from './ImportDialog.module.css'
import { columnsOf } from './import-fields.ts'
import { RowDecision } from './RowDecision.tsx'
import type { PlanChoices } from './use-import-plan.ts'
import { VerdictBadge } from './VerdictBadge.tsx'

interface PlanTableProps {
  readonly file: Inspection
  readonly choices: PlanChoices
  /** The rows as they would be stored; null where they cannot be told yet: then they are shown as they stand. */
  readonly rows: readonly PreviewRow[] | null
  readonly label: string
}

/** Rows of the file as they would come in, each cell with its own words beneath where these were read otherwise. */
export function PlanTable({ file, choices, rows, label }: PlanTableProps): ReactElement {
  return (
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table}>
        <Heads file={file} choices={choices} />
        <tbody>
          {rows === null
            ? file.preview.map((cells, at) => (
                <tr key={at}>
                  <td className={styles.line}>{at + 1}</td>
                  {file.header.map((_, column) => (
                    <td key={column} className={styles.out} title={cells[column]}>
                      {cells[column]}
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row, at) => <Row key={`${row.line} ${at}`} row={row} file={file} choices={choices} />)}
        </tbody>
      </table>
    </section>
  )
}

function Heads({ file, choices }: Pick<PlanTableProps, 'file' | 'choices'>): ReactElement {
  const { kind, mapping, setColumn, setJoin } = choices
  const called = (column: number): string => file.header[column] || `column ${column + 1}`
  return (
    <thead>
      <tr>
        <th className={styles.line} scope="col">
          <span className="visually-hidden">Line and verdict</span>
        </th>
        {file.header.map((_, column) => {
          const use = mapping.columns[column] ?? { fields: [], separator: null }
          const [field = null] = use.fields
          const others = field === null ? [] : columnsOf(mapping, field).filter((other) => other !== column)
          return (
            <ColumnHead
              key={column}
              name={called(column)}
              kind={kind}
              use={use}
              others={others.map(called)}
              join={field === null ? '' : (mapping.joins[field] ?? '')}
              onUse={(next) => setColumn(column, next)}
              onJoin={(text) => field !== null && setJoin(field, text)}
            />
          )
        })}
      </tr>
    </thead>
  )
}

interface RowProps {
  readonly row: PreviewRow
  readonly file: Inspection
  readonly choices: PlanChoices
}

function Row({ row, file, choices }: RowProps): ReactElement {
  const { line, verdict, action, raw, stored, reasons } = row
  const isOut = action === 'skip'
  return (
    <Fragment>
      <tr>
        <td className={styles.line}>
          <span>{line}</span> <VerdictBadge verdict={verdict} action={action} isFlagged={reasons.length > 0} />
        </td>
        {file.header.map((_, column) => (
          <Cell
            key={column}
            original={raw[column] ?? ''}
            stored={stored[column] ?? null}
            isUsed={(choices.mapping.columns[column]?.fields.length ?? 0) > 0 && !isOut}
          />
        ))}
      </tr>
      {isTold(row) && (
        <tr className={styles.told}>
          <td colSpan={file.header.length + 1}>
            <Told row={row} onDecide={(decision) => choices.decide(line, decision)} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

const isTold = ({ reasons, differences, verdict }: PreviewRow): boolean =>
  reasons.length > 0 || differences.length > 0 || verdict === 'conflict'

interface CellProps {
  readonly original: string
  readonly stored: string | null
  readonly isUsed: boolean
}

/** What is stored stands first; the original beneath where it is not the same. */
function Cell({ original, stored, isUsed }: CellProps): ReactElement {
  const written = original.trim()
  if (!isUsed)
    return (
      <td className={styles.out} title={original}>
        {original}
      </td>
    )
  if (stored === written || (stored === null && written === '')) return <td title={original}>{original}</td>
  return (
    <td title={`in the file: ${written === '' ? 'empty' : written}`}>
      <span className={stored === null ? styles.lost : styles.stored}>{stored ?? 'not taken'}</span>
      <span className={styles.original}>{written}</span>
    </td>
  )
}

interface ToldProps {
  readonly row: PreviewRow
  readonly onDecide: (decision: OnDuplicate | null) => void
}

/** Why a row is worth a look, what it would change, and what is to become of it. */
function Told({ row, onDecide }: ToldProps): ReactElement {
  const { reasons, differences, record } = row
  return (
    <div className={styles.tellings}>
      <RowDecision row={row} onDecide={onDecide} />
      {differences.map(({ field, old, new: next }) => (
        <span key={field} className={styles.telling}>
          <span className={styles.column}>
            {record}, {field}:
          </span>{' '}
          {old === null ? 'unset' : <s>{old}</s>} → {next}
        </span>
      ))}
      {reasons.map(({ column, message }, at) => (
        <span key={at} className={styles.telling}>
          {column !== null && <span className={styles.column}>{column}: </span>}
          {message}
        </span>
      ))}
    </div>
  )
}
