import { Export } from '@blueprintjs/icons'
import { useState, type ReactElement } from 'react'
import type { ReportId } from '../../../shared/ids.ts'
import { reportFormats, type ReportFormat } from '../../../shared/report.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuItem, Popover } from '../../ui/Menu.tsx'
import { ChecklistLine } from './ChecklistButton.tsx'
import { exportReport, formatName } from './report-actions.ts'
import { useReportState } from './report-state.ts'

const setOpen = (isExportOpen: boolean): void => useReportState.setState({ isExportOpen })

/** Writes the report to a file, in one of four formats. */
export function ExportMenu({ id }: { readonly id: ReportId }): ReactElement {
  const isOpen = useReportState((state) => state.isExportOpen)
  const [isWriting, setIsWriting] = useState(false)
  const write = async (format: ReportFormat): Promise<void> => {
    setOpen(false)
    setIsWriting(true)
    await exportReport(id, format)
    setIsWriting(false)
  }
  const menu = (
    <Menu>
      {reportFormats.map((format) => (
        <MenuItem key={format} text={formatName(format)} label={`.${format}`} onClick={() => void write(format)} />
      ))}
      <ChecklistLine id={id} />
    </Menu>
  )
  return (
    <Popover content={menu} isOpen={isOpen} onChange={setOpen} placement="bottom-end">
      <Button look="primary" icon={<Export />} loading={isWriting} aria-expanded={isOpen} title="Export (Ctrl+E)">
        Export…
      </Button>
    </Popover>
  )
}
