import { Cross } from '@blueprintjs/icons'
import type { KeyboardEvent, ReactElement } from 'react'
import { checklistLine } from '../../../shared/checklist.ts'
import type { ReportId } from '../../../shared/ids.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Checklist.module.css'
import { ChecklistRow } from './ChecklistRow.tsx'
import { useReportState } from './report-state.ts'

interface ChecklistPaneProps {
  readonly id: ReportId
  readonly isReadOnly: boolean
}

const close = (): void => useReportState.setState({ hasChecklist: false })

/** The nine tradecraft standards held against the report while it is worked on. Esc closes it. */
export function ChecklistPane({ id, isReadOnly }: ChecklistPaneProps): ReactElement {
  const { data } = useCall('reports.checklist', { id })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
  }
  return (
    <section
      className={styles.pane}
      aria-labelledby="checklist-title"
      onKeyDown={onKeyDown}
      data-checklist
      tabIndex={-1}
    >
      <div className={styles.head}>
        <h2 className={styles.title} id="checklist-title">
          Before it goes out
        </h2>
        <span className={styles.line} role="status">
          {data && checklistLine(data)}
        </span>
        <Button look="quiet" size="small" icon={<Cross />} label="Close the checklist" onClick={close} />
      </div>
      <p className={styles.words}>
        The nine tradecraft standards of ICD 203. What data can show is shown; it keeps no report from going out.
      </p>
      <ol>
        {data?.rows.map((row) => (
          <ChecklistRow key={row.standard} report={id} row={row} isReadOnly={isReadOnly} />
        ))}
      </ol>
    </section>
  )
}
