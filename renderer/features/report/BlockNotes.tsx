import type { ReactElement } from 'react'
import type { BlockId, ReportId } from '../../../shared/ids.ts'
import type { BlockChanges, ShownChange } from '../../../shared/report-methods.ts'
import { momentInWords } from '../../app/time.ts'
import { useCall } from '../../data/queries.ts'
import { openRecord } from '../records/open-record.ts'
import styles from './Block.module.css'
import { showPlace } from './report-actions.ts'

interface BlockNotesProps {
  readonly report: ReportId
  readonly block: BlockId
}

/** Findings that are about how a part is made, which its maker sees while it is. */
const own: ReadonlySet<string> = new Set(['loose reference', 'unbound table', 'cut table'])

/** What a part does not say by itself: that it refers or is bound to nothing, and that what it shows has changed. */
export function BlockNotes({ report, block }: BlockNotesProps): ReactElement | null {
  const checklist = useCall('reports.checklist', { id: report }).data
  const changes = useCall('reports.changes', { id: report }).data?.find((one) => one.block === block)
  const findings = (checklist?.rows ?? [])
    .flatMap((row) => row.findings)
    .filter(({ code, place }) => own.has(code) && place?.id === block)
  return (
    <>
      {findings.map(({ code, sentence }, at) => (
        <p key={`${code} ${at}`} className={styles.found} role="note">
          {sentence}
        </p>
      ))}
      {changes && <Changes changes={changes} />}
    </>
  )
}

function Changes({ changes: { since, count, records } }: { readonly changes: BlockChanges }): ReactElement {
  const kinds = new Set(records.map(({ kind }) => kind))
  const [kind = 'record'] = kinds.size === 1 ? kinds : []
  const when =
    since.what === 'export' ? `since the export of ${momentInWords(since.at)}` : 'since this part was last written'
  const what = records.every(({ isNew }) => isNew) ? (count === 1 ? 'is new' : 'are new') : 'changed'
  return (
    <details className={styles.changes}>
      <summary>
        {count.toLocaleString('en-GB')} of its {kind}s {what} {when}
      </summary>
      <ul>
        {records.map((record) => (
          <Change key={record.id} record={record} />
        ))}
      </ul>
      {count > records.length && <p>and {(count - records.length).toLocaleString('en-GB')} more.</p>}
    </details>
  )
}

function Change({ record: { kind, id, called, isNew, fields } }: { readonly record: ShownChange }): ReactElement {
  const show = (): void => (kind === 'judgement' ? showPlace({ kind, id, label: called }) : openRecord({ kind, id }))
  return (
    <li>
      <button type="button" className={styles.ref} title={`Show ${called}`} onClick={show}>
        {called}
      </button>{' '}
      {isNew
        ? 'is new'
        : fields.map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`).join('; ')}
    </li>
  )
}
