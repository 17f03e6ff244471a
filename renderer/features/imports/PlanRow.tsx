import type { ReactElement } from 'react'
import type { Inspection, PreviewRow } from '../../../shared/import.ts'
import type { ColumnUse } from '../../../shared/mapping.ts'
import { ownWidths } from './column-widths.ts'
import { Differences, Reasons } from './Differences.tsx'
import styles from './PlanTable.module.css'
import { actionBy, RowDecision } from './RowDecision.tsx'
import type { PlanChoices } from './use-import-plan.ts'
import { VerdictBadge } from './VerdictBadge.tsx'

interface PlanRowProps {
  readonly row: PreviewRow
  readonly file: Inspection
  readonly choices: PlanChoices
}

/** A row as it would come in, and beneath it why it is worth a look. */
export function PlanRow({ row, file, choices }: PlanRowProps): ReactElement {
  const { line, verdict, raw, stored, reasons, differences } = row
  const action = actionBy(row, choices.matching.decisions?.[String(line)])
  return (
    <>
      <tr>
        <td className={styles.line}>{line}</td>
        <td className={styles.verdict}>
          <VerdictBadge verdict={verdict} action={action} isFlagged={reasons.length > 0} />
        </td>
        <td className={styles.action}>
          <RowDecision row={row} action={action} onDecide={(decision) => choices.decide(line, decision)} />
        </td>
        {file.header.map((_, column) => {
          const use = choices.mapping.columns[column]
          return (
            <Cell
              key={column}
              original={raw[column] ?? ''}
              stored={stored[column] ?? null}
              isUsed={action !== 'skip' && (use?.fields.some((field) => field !== null) ?? false)}
              differs={differs(use, row)}
            />
          )
        })}
      </tr>
      {(reasons.length > 0 || differences.length > 0) && (
        <tr className={styles.told}>
          <td className={styles.why} colSpan={file.header.length + ownWidths.length}>
            <div className={styles.tellings}>
              <Differences {...row} action={action} />
              <Reasons reasons={reasons} />
            </div>
          </td>
        </tr>
      )}
    </>
  )
}

/** Whether a column's cell says otherwise than the record. A quantity differs as one, in whatever columns its parts stand. */
const differs = (use: ColumnUse | undefined, { differences }: PreviewRow): boolean =>
  differences.some(({ field }) =>
    use?.fields.some((filled) => filled === field || (field === 'measure' && filled?.startsWith('measure_'))),
  )

interface CellProps {
  readonly original: string
  readonly stored: string | null
  readonly isUsed: boolean
  readonly differs: boolean
}

/** Values are told apart by more than the space between them. */
const withoutSpaces = (text: string): string => text.replace(/\s*;\s*/g, ';')

/** What is stored stands first; the original beneath where it is not the same. */
function Cell({ original, stored, isUsed, differs }: CellProps): ReactElement {
  const written = original.trim()
  if (!isUsed)
    return (
      <td className={styles.out} title={original}>
        {original}
      </td>
    )
  const tone = differs ? styles.differs : styles.in
  if (stored === null ? written === '' : withoutSpaces(stored) === withoutSpaces(written))
    return (
      <td className={tone} title={original}>
        {stored}
      </td>
    )
  return (
    <td className={tone} title={`${stored ?? 'not taken'}\nin the file: ${written === '' ? 'empty' : written}`}>
      <span className={stored === null ? styles.lost : styles.stored}>{stored ?? 'not taken'}</span>
      <span className={styles.original}>{written === '' ? 'empty' : written}</span>
    </td>
  )
}
