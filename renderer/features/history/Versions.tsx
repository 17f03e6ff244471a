import { useState, type ReactElement } from 'react'
import type { HistoryRef, Version } from '../../../shared/history.ts'
import { clockTime, momentInWords } from '../../app/time.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { FieldTable } from './FieldTable.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import styles from './Versions.module.css'

interface VersionsProps {
  readonly record: HistoryRef
  readonly canEdit: boolean
}

/** The versions of a record, the newest first, old and new side by side; each can be brought back and be given a reason. */
export function Versions({ record, canEdit }: VersionsProps): ReactElement {
  const { data: versions } = useCall('history.versions', { record })
  const [explained, setExplained] = useState<Version | null>(null)
  const bringBack = async ({ id, at }: Version): Promise<void> => {
    const done = await run('history.bringBack', { record, step: id })
    if (done) toast({ message: `${done.called} is as it was ${clockTime(at)}.`, timeout: 3000 })
  }
  return (
    <>
      <ol className={styles.versions} aria-label="Versions">
        {versions?.map((version, at) => (
          <li key={version.id} className={styles.version}>
            <Head version={version} isNow={at === 0} />
            {version.fields.length > 0 && <FieldTable fields={version.fields} />}
            {canEdit && (
              <div className={styles.actions}>
                {at > 0 && (
                  <Button size="small" onClick={() => void bringBack(version)}>
                    Bring back
                  </Button>
                )}
                <Button size="small" look="quiet" onClick={() => setExplained(version)}>
                  {version.reason === null ? 'Give a reason…' : 'Give another reason…'}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {explained && <ReasonDialog step={explained} onClose={() => setExplained(null)} />}
    </>
  )
}

function Head({ version, isNow }: { readonly version: Version; readonly isNow: boolean }): ReactElement {
  const { at, by, label, reason, undone } = version
  return (
    <p>
      <span className={undone ? styles.undone : undefined}>{label}</span>
      <br />
      <span className={styles.muted}>
        {by}, {momentInWords(at)}
        {isNow && ' · as it is now'}
        {undone && ' · taken back'}
      </span>
      {reason !== null && (
        <>
          <br />
          {reason}
        </>
      )}
    </p>
  )
}
