import { useParams } from '@tanstack/react-router'
import { Plus } from '@blueprintjs/icons'
import { useEffect, type ReactElement } from 'react'
import { TopActions } from '../../app/TopActions.tsx'
import { useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import type { Report } from '../../../shared/report.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SplitPane } from '../../ui/SplitPane.tsx'
import { HistorySection } from '../history/HistorySection.tsx'
import { VersionsDialog } from '../versions/VersionsDialog.tsx'
import { AddBlock } from './AddBlock.tsx'
import { BlockList } from './BlockList.tsx'
import { ChecklistPane } from './ChecklistPane.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { ExportsList } from './ExportsList.tsx'
import { newReport } from './report-actions.ts'
import { useReportState } from './report-state.ts'
import { ReportHead } from './ReportHead.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import styles from './ReportScreen.module.css'
import { SaveTemplateDialog } from './SaveTemplateDialog.tsx'
import { TemplatesMenu } from './TemplatesMenu.tsx'
import { useReportCommands } from './use-report-commands.ts'

/** The reports of the case: one in the making at the left, how it reads at the right. */
export function ReportScreen(): ReactElement | null {
  const { id } = useParams({ strict: false })
  const lastId = useReportState((state) => state.lastId)
  const { data: reports } = useCall('reports.list')
  const wanted = id ?? lastId
  const shown = reports?.find((report) => report.id === wanted) ?? reports?.[0]
  const { data: report } = useCall('reports.get', { id: shown?.id ?? '' }, { enabled: shown !== undefined })
  useEffect(() => {
    if (shown) useReportState.setState({ lastId: shown.id })
  }, [shown])

  if (reports === undefined) return null
  if (reports.length === 0) return <NoReports />
  return report ? <OpenReport key={report.id} report={report} /> : null
}

function OpenReport({ report }: { readonly report: Report }): ReactElement {
  const hasPreview = useReportState((state) => state.hasPreview)
  const hasChecklist = useReportState((state) => state.hasChecklist)
  const isReadOnly = useReadOnly() !== null
  const isTemplateAsked = useReportState((state) => state.isTemplateAsked)
  const compared = useReportState((state) => state.compared)
  useReportCommands(report, isReadOnly)
  return (
    <>
      <TopActions>
        {!isReadOnly && (
          <>
            <Button icon={<Plus />} title="Make an assessment" onClick={() => void newReport()}>
              New report
            </Button>
            <TemplatesMenu placement="bottom-end" />
          </>
        )}
        <ExportMenu id={report.id} />
      </TopActions>
      <SplitPane
        name="report"
        sideSize={560}
        sideMin={320}
        mainMin={420}
        side={
          hasChecklist ? (
            <ChecklistPane id={report.id} isReadOnly={isReadOnly} />
          ) : hasPreview ? (
            <ReportPreview id={report.id} />
          ) : null
        }
      >
        <div className={styles.editor}>
          <ReportHead report={report} isReadOnly={isReadOnly} />
          <div className={styles.blocks}>
            <BlockList report={report} isReadOnly={isReadOnly} />
            {!isReadOnly && (
              <div className={styles.foot}>
                <AddBlock report={report} />
              </div>
            )}
            <ExportsList exports={report.exports} />
            <div className={styles.history}>
              <HistorySection record={{ kind: 'report', id: report.id }} canEdit={!isReadOnly} />
            </div>
          </div>
        </div>
      </SplitPane>
      {isTemplateAsked && !isReadOnly && <SaveTemplateDialog report={report} />}
      {compared !== null && <VersionsDialog report={report} asked={compared} onClose={closeVersions} />}
    </>
  )
}

const closeVersions = (): void => useReportState.setState({ compared: null })

function NoReports(): ReactElement {
  const isEditable = useReadOnly() === null
  const actions = (
    <>
      <Button look="primary" icon={<Plus />} title="Make an assessment" onClick={() => void newReport()}>
        New report
      </Button>
      <TemplatesMenu placement="bottom-start" />
    </>
  )
  return (
    <EmptyState title="No report yet" {...(isEditable ? { actions } : {})}>
      A report is your own assessment: the bottom line, key judgements with how likely and how sure, and the claims and
      events behind them. It stays bound to the case, so a claim that is regraded reads anew here. Export it as a web
      page, PDF, Word document or Markdown.
    </EmptyState>
  )
}
