import { useState, type ReactElement } from 'react'
import type { Inspection, Preview } from '../../../shared/import.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/inputs.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import styles from './ImportDialog.module.css'
import { PlanTable } from './PlanTable.tsx'
import type { PlanChoices } from './use-import-plan.ts'

interface PlanRowsProps {
  readonly file: Inspection
  readonly choices: PlanChoices
  /** Left out while nothing can be told of the rows: they are then shown as they stand in the file. */
  readonly preview: Preview | undefined
}

/** So many at once: a table of a thousand wide rows would make each choice wait. */
const portion = 100

/** The first rows, or those that are worth a look. */
export function PlanRows({ file, choices, preview }: PlanRowsProps): ReactElement {
  const [chosen, setView] = useState<'first' | 'odd'>('first')
  const [end, setEnd] = useState(portion)
  const [isWrapped, setIsWrapped] = useState(false)
  const view = preview ? chosen : 'first'
  const rows = preview ? preview[view] : null
  const label = view === 'first' ? 'The first rows of the file' : 'The rows that are worth a look'
  return (
    <>
      <div className={styles.views}>
        <Tabs
          label="Rows"
          value={view}
          onChange={setView}
          tabs={[
            { value: 'first', label: 'First rows' },
            { value: 'odd', label: 'Worth a look', count: preview?.oddCount },
          ]}
        />
        <Checkbox checked={isWrapped} onChange={setIsWrapped} label="Whole texts" />
      </div>
      {rows?.length === 0 && view === 'odd' ? (
        <p className={styles.empty}>
          Nothing is odd in {preview?.isWhole ? 'the file' : 'these rows'}: each comes in as it stands, or is in the
          case already.
        </p>
      ) : (
        <PlanTable file={file} choices={choices} rows={rows?.slice(0, end) ?? null} label={label} isWrapped={isWrapped}>
          {rows && preview && (
            <More
              shown={Math.min(end, rows.length)}
              listed={rows.length}
              total={view === 'odd' ? preview.oddCount : rows.length}
              onMore={() => setEnd(end + portion)}
            />
          )}
        </PlanTable>
      )}
    </>
  )
}

interface MoreProps {
  readonly shown: number
  readonly listed: number
  readonly total: number
  readonly onMore: () => void
}

const number = (value: number): string => value.toLocaleString('en-GB')

/** What there is below the rows that are shown. */
function More({ shown, listed, total, onMore }: MoreProps): ReactElement | null {
  if (shown < listed)
    return (
      <Button size="small" onClick={onMore}>
        Show {number(Math.min(portion, listed - shown))} more of {number(total - shown)}
      </Button>
    )
  if (shown < total) return <span>{number(total - shown)} more are listed when they are imported.</span>
  return null
}
