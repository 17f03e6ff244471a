import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { ArrowDown, ArrowUp } from '@blueprintjs/icons'
import type { ReportExportId } from '../../../shared/ids.ts'
import type { Report, ReportExport } from '../../../shared/report.ts'
import type { VersionComparison } from '../../../shared/versions.ts'
import { momentInWords } from '../../app/time.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select, type Option } from '../../ui/inputs.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { RecordsSideBySide } from './RecordsSideBySide.tsx'
import { TextSideBySide } from './TextSideBySide.tsx'
import styles from './Versions.module.css'

interface VersionsProps {
  readonly report: Report
  /** The version that was asked for. */
  readonly asked: ReportExportId
  readonly onClose: () => void
}

type Part = 'text' | 'records'

/** Two versions of a report side by side: in what they say, and in the records behind them. */
export function VersionsDialog({ report, asked, onClose }: VersionsProps): ReactElement {
  const [before, setBefore] = useState<string>(asked)
  const [after, setAfter] = useState<string>('now')
  const [part, setPart] = useState<Part>('text')
  const body = useRef<HTMLDivElement>(null)
  const { data, error } = useCall(
    'reports.compareVersions',
    { id: report.id, before: before as ReportExportId, after: after === 'now' ? null : (after as ReportExportId) },
    { keepPrevious: true },
  )
  const versions = report.exports.flatMap(versionOption)
  const lines = data?.lines.filter(({ verdict }) => verdict !== 'same').length ?? 0
  const step = (by: -1 | 1): void => goToChange(body.current, by)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'F7') return
    event.preventDefault()
    step(event.shiftKey ? -1 : 1)
  }
  return (
    <Dialog
      isOpen
      isTall
      title="Compare versions"
      width={1040}
      onClose={onClose}
      foot={data && footOf(data, lines)}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <div className={styles.dialog} onKeyDown={onKeyDown}>
        <div className={styles.sides}>
          <div>
            Before
            <Select aria-label="Before" value={before} options={versions} onChange={setBefore} />
          </div>
          <div>
            After
            <Select aria-label="After" value={after} options={[now, ...versions]} onChange={setAfter} />
          </div>
        </div>
        <div className={styles.bar}>
          <Tabs
            label="What is compared"
            controls="versions-compared"
            tabs={[
              { value: 'text', label: 'Text', count: lines },
              { value: 'records', label: 'Evidence', count: data?.records.length },
            ]}
            value={part}
            onChange={setPart}
          />
          <Button
            look="quiet"
            size="small"
            icon={<ArrowUp size={14} />}
            label="Change before (Shift+F7)"
            onClick={() => step(-1)}
          />
          <Button
            look="quiet"
            size="small"
            icon={<ArrowDown size={14} />}
            label="Next change (F7)"
            onClick={() => step(1)}
          />
        </div>
        <div
          ref={body}
          id="versions-compared"
          role="tabpanel"
          aria-label={part === 'text' ? 'Text' : 'Evidence'}
          tabIndex={0}
          className={styles.compared}
        >
          {error ? (
            <p className={styles.words}>{error.message}</p>
          ) : data && part === 'text' ? (
            <TextSideBySide key={`${before} ${after}`} lines={data.lines} />
          ) : (
            data && <RecordsSideBySide records={data.records} />
          )}
        </div>
      </div>
    </Dialog>
  )
}

const now: Option = { value: 'now', label: 'As it is now' }

/** A version that can be compared, as it is chosen by. */
const versionOption = ({ id, isKept, at, format, tlp }: ReportExport): Option[] =>
  id === null || !isKept ? [] : [{ value: id, label: `${momentInWords(at)} · ${format.toUpperCase()} · TLP:${tlp}` }]

function footOf({ before, after, records }: VersionComparison, lines: number): string {
  const labels = before.tlp === after.tlp ? '' : ` They are under TLP:${before.tlp} and TLP:${after.tlp}.`
  if (lines + records.length === 0) return `Both say the same.${labels}`
  const counts = [counted(lines, 'line'), counted(records.length, 'record')].join(' and ')
  return `${counts} differ${lines + records.length === 1 ? 's' : ''}.${labels}`
}

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`

/** Scrolls to the change after (1) or before (−1) what is at the top. */
function goToChange(body: HTMLElement | null, by: -1 | 1): void {
  if (!body) return
  const head = body.querySelector('thead')?.clientHeight ?? 0
  const top = body.getBoundingClientRect().top + head
  const changes = [...body.querySelectorAll<HTMLElement>('[data-change]')]
  const offset = (change: HTMLElement): number => change.getBoundingClientRect().top - top
  const next = by > 0 ? changes.find((change) => offset(change) > 1) : changes.findLast((change) => offset(change) < -1)
  if (next) body.scrollTop += offset(next)
}
