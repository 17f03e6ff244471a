import { FloppyDisk, Trash } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import type { Report } from '../../../shared/report.ts'
import { goTo } from '../../app/history.ts'
import { call } from '../../data/call.ts'
import { useCall } from '../../data/queries.ts'
import { MenuButton } from '../../ui/Menu.tsx'
import { TlpBadge } from '../../ui/TlpBadge.tsx'
import { useTextDraft } from '../notes/use-text-draft.ts'
import { ChecklistButton } from './ChecklistButton.tsx'
import { reportPath, trashReport } from './report-actions.ts'
import { askForTemplate } from './template-actions.ts'
import { TlpPicker } from './TlpPicker.tsx'
import styles from './ReportScreen.module.css'

interface ReportHeadProps {
  readonly report: Report
  readonly isReadOnly: boolean
}

/** Which report this is: its title, its marking, and the way to the others. */
export function ReportHead({ report, isReadOnly }: ReportHeadProps): ReactElement {
  const { id, title, tlp } = report
  const draft = useTextDraft(
    title,
    (text) => (text.trim() === '' ? Promise.resolve() : call('reports.update', { id, patch: { title: text } })),
    { form: 'report', part: 'title', record: { kind: 'report', id }, words: 'Title', path: reportPath(id) },
  )
  return (
    <div className={styles.head}>
      <input
        className={styles.title}
        aria-label="Title of the report"
        aria-invalid={draft.text.trim() === ''}
        placeholder="Title"
        maxLength={500}
        readOnly={isReadOnly}
        autoComplete="off"
        spellCheck={false}
        value={draft.text}
        onChange={(event) => draft.setText(event.currentTarget.value)}
        onBlur={() => (draft.text.trim() === '' ? draft.setText(title) : draft.flush())}
      />
      {draft.state.kind === 'failed' && <span className={styles.saving}>Not saved: {draft.state.message}</span>}
      {isReadOnly ? <TlpBadge tlp={tlp} /> : <TlpPicker report={report} />}
      <ChecklistButton id={id} />
      <OtherReports report={report} isReadOnly={isReadOnly} />
    </div>
  )
}

function OtherReports({ report, isReadOnly }: ReportHeadProps): ReactElement {
  const reports = useCall('reports.list').data ?? []
  const others = reports.filter(({ id }) => id !== report.id)
  const items = [
    ...others.map(({ id, title }) => ({ id, text: title, onPick: () => goTo(reportPath(id)) })),
    ...(others.length > 0 && !isReadOnly ? (['divider'] as const) : []),
    ...(isReadOnly
      ? []
      : [
          { id: 'template', text: 'Save as template…', icon: <FloppyDisk />, onPick: askForTemplate },
          {
            id: 'trash',
            text: 'Move this report to the trash',
            icon: <Trash />,
            onPick: () => void trashReport(report),
          },
        ]),
  ]
  return (
    <MenuButton look="quiet" items={items} disabled={items.length === 0}>
      {reports.length === 1 ? '1 report' : `${reports.length} reports`}
    </MenuButton>
  )
}
