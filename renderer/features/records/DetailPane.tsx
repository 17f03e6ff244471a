import { Cross } from '@blueprintjs/icons'
import { useMemo, type ReactElement, type ReactNode } from 'react'
import type { HistoryKind } from '../../../shared/history.ts'
import { CallError } from '../../data/call.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { RecordPlace } from '../drafts/field-place.ts'
import { HistorySection } from '../history/HistorySection.tsx'
import styles from './DetailPane.module.css'

export interface DetailPaneProps {
  /** The record's: what was being typed for one record never shows beside the next. */
  readonly id: string
  readonly kind: HistoryKind
  /** "C10 · claim · entered 23 Nov 2026". */
  readonly line: ReactNode
  readonly title: ReactNode
  /** When it was put in the trash, if it was. */
  readonly trashed: string | null
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The pane beside a grid that shows one record whole. */
export function DetailPane({ id, kind, line, title, trashed, onClose, children }: DetailPaneProps): ReactElement {
  const isReadOnly = useReadOnly() !== null
  const record = useMemo(() => ({ kind, id }), [kind, id])
  return (
    <aside className={styles.pane} aria-label="Detail" data-detail tabIndex={-1}>
      <RecordPlace key={id} value={record}>
        <header className={styles.head}>
          <div className={styles.line}>
            <span>{line}</span>
            <Button size="small" look="quiet" icon={<Cross />} label="Close the detail pane" onClick={onClose} />
          </div>
          {title}
          {trashed !== null && <p className={styles.trashed}>In the trash. Restore it to edit it.</p>}
        </header>
        {children}
        <HistorySection record={record} canEdit={!isReadOnly} />
      </RecordPlace>
    </aside>
  )
}

/** While a record is on its way, or when it is no longer there: an import that brought it may have been taken back. */
export function DetailMessage({ error }: { readonly error: Error | null }): ReactElement {
  const isGone = error instanceof CallError && error.code === 'not-found'
  return (
    <aside className={styles.pane} aria-label="Detail" data-detail tabIndex={-1}>
      <p className={styles.message}>{isGone ? 'This record is no longer in the case.' : error?.message}</p>
    </aside>
  )
}
