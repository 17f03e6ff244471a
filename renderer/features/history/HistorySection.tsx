import { useState, type ReactElement } from 'react'
import type { HistoryRef, Version } from '../../../shared/history.ts'
import { momentInWords } from '../../app/time.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { Section } from '../records/Section.tsx'
import { FieldTable } from './FieldTable.tsx'
import styles from './HistorySection.module.css'

interface HistorySectionProps {
  readonly record: HistoryRef
  readonly canEdit: boolean
}

/** What happened to a record, shown when it is asked for; each version can be brought back. */
export function HistorySection({ record, canEdit }: HistorySectionProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  const toggle = (
    <Button
      size="small"
      look="quiet"
      aria-expanded={isOpen}
      label={isOpen ? 'Hide the history' : 'Show the history'}
      onClick={() => setIsOpen(!isOpen)}
    >
      {isOpen ? 'Hide' : 'Show'}
    </Button>
  )
  return (
    <Section title="History" actions={toggle}>
      {isOpen && <Versions record={record} canEdit={canEdit} />}
    </Section>
  )
}

function Versions({ record, canEdit }: HistorySectionProps): ReactElement {
  const { data: versions } = useCall('history.versions', { record })
  const bringBack = async (step: number): Promise<void> => {
    const done = await run('history.bringBack', { record, step })
    if (done) toast({ message: `Done: ${done.label}.`, timeout: 3000 })
  }
  return (
    <ol className={styles.versions}>
      {versions?.map((version, at) => (
        <li key={version.id} className={styles.version}>
          <Head version={version} />
          {version.fields.length > 0 && <FieldTable fields={version.fields} />}
          {canEdit && at > 0 && (
            <Button size="small" onClick={() => void bringBack(version.id)}>
              Bring back
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}

function Head({ version }: { readonly version: Version }): ReactElement {
  const { at, by, label, reason, undone } = version
  return (
    <p>
      <span className={undone ? styles.undone : undefined}>{label}</span>
      <br />
      <span className={styles.muted}>
        {by}, {momentInWords(at)}
        {reason === null ? '' : ` · ${reason}`}
      </span>
    </p>
  )
}
