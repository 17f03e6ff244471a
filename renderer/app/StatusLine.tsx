import type { ReactElement } from 'react'
import type { Output } from '../../shared/contract.ts'
import { run, useCall } from '../data/queries.ts'
import { useOpenCase } from '../data/use-case.ts'
import { SummaryLine } from '../features/claims/SummaryLine.tsx'
import { useGridCounts } from '../features/grid/grid-store.ts'
import { entities, type Entity } from '../features/records/entities.ts'
import { Button } from '../ui/Button.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { TlpBadge } from '../ui/TlpBadge.tsx'
import { runCommand } from './commands.ts'
import { scopeOfPath } from './search.ts'
import styles from './StatusLine.module.css'
import { useShownPath } from './shown-path.ts'
import { timeOfDay } from './time.ts'

/** The line at the foot: counts, the next undo, background work, the last save, TLP. */
export function StatusLine(): ReactElement {
  const open = useOpenCase()
  const history = useCall('history.state').data
  return (
    <footer className={styles.line}>
      <Counts />
      {history?.undo && open?.readOnly === null && (
        <button type="button" className={styles.undo} onClick={() => runCommand('undo')}>
          Undo: {history.undo} <KeyHint keys="Mod+Z" />
        </button>
      )}
      <span className={styles.space} />
      <BackgroundWork />
      {history?.lastChange && <span>Saved {timeOfDay(history.lastChange)}</span>}
      {open && <TlpBadge tlp={open.info.tlp} />}
    </footer>
  )
}

function Counts(): ReactElement | null {
  const scope = scopeOfPath(useShownPath())
  const entity = entities.find((known) => known === scope)
  if (!entity) return null
  return (
    <>
      <GridCounts entity={entity} />
      {entity === 'claims' && <SummaryLine />}
    </>
  )
}

function GridCounts({ entity }: { readonly entity: Entity }): ReactElement {
  const { total, selected } = useGridCounts(entity)
  const shown =
    total === null ? 'Counting…' : `${total.toLocaleString('en-GB')} ${total === 1 ? entity.slice(0, -1) : entity}`
  return (
    <span aria-live="polite">
      {shown}
      {selected > 0 && ` · ${selected.toLocaleString('en-GB')} selected`}
    </span>
  )
}

type Job = Output<'jobs.list'>[number]

function BackgroundWork(): ReactElement | null {
  const running = (useCall('jobs.list').data ?? []).filter((job) => job.state === 'running')
  const [job] = running
  return job ? <Running job={job} more={running.length - 1} /> : null
}

/** " · 12,300 rows/s, 40 s left". */
function paceInWords({ rowsPerSecond, secondsLeft }: Job): string {
  if (rowsPerSecond === null) return ''
  const left = secondsLeft === null ? '' : `, ${timeLeft(secondsLeft)} left`
  return ` · ${rowsPerSecond.toLocaleString('en-GB')} rows/s${left}`
}

const timeLeft = (seconds: number): string => (seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`)

function Running({ job, more }: { readonly job: Job; readonly more: number }): ReactElement {
  const share = job.total ? job.done / job.total : null
  const percent = share === null ? '' : `${Math.floor(share * 100)} %`
  return (
    <span className={styles.job}>
      <span className={styles.label} title={job.label}>
        {job.label}
      </span>
      <span>
        {percent}
        {paceInWords(job)}
        {more > 0 && ` (+${more})`}
      </span>
      <progress className={styles.progress} aria-label={job.label} {...(share === null ? {} : { value: share })} />
      <Button size="small" look="quiet" onClick={() => void run('jobs.cancel', { job: job.id })}>
        Cancel
      </Button>
    </span>
  )
}
