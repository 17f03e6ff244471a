import { Endorsed } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import { checklistLine, countStates } from '../../../shared/checklist.ts'
import type { ReportId } from '../../../shared/ids.ts'
import { useCall } from '../../data/queries.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { MenuDivider, MenuItem } from '../../ui/Menu.tsx'
import { showChecklist } from './report-actions.ts'
import { useReportState } from './report-state.ts'
import styles from './ReportScreen.module.css'

/** Opens and closes what to look at before the report goes out; counts the standards that are not met. */
export function ChecklistButton({ id }: { readonly id: ReportId }): ReactElement {
  const isShown = useReportState((state) => state.hasChecklist)
  const { data } = useCall('reports.checklist', { id })
  const notMet = data ? countStates(data)['not met'] : 0
  return (
    <Button
      look="quiet"
      icon={<Endorsed />}
      active={isShown}
      aria-pressed={isShown}
      {...(data && { title: checklistLine(data) })}
      onClick={() => (isShown ? useReportState.setState({ hasChecklist: false }) : showChecklist())}
    >
      <span className={styles.before}>
        Before it goes out
        {notMet > 0 && (
          <Badge tone="look">
            {notMet}
            <span className="visually-hidden"> not met</span>
          </Badge>
        )}
      </span>
    </Button>
  )
}

/** The same as a line below the formats of an export, which it never keeps from going out. */
export function ChecklistLine({ id }: { readonly id: ReportId }): ReactElement | null {
  const { data } = useCall('reports.checklist', { id })
  if (!data) return null
  return (
    <>
      <MenuDivider />
      <MenuItem icon={<Endorsed />} text={`Before it goes out: ${checklistLine(data)}`} onClick={showChecklist} />
    </>
  )
}
