import { useDeferredValue, type ReactElement } from 'react'
import type { NoteDetail } from '../../../shared/note.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { HistorySection } from '../history/HistorySection.tsx'
import { LinkList, UnresolvedList } from './LinkList.tsx'
import { Markdown } from './Markdown.tsx'
import styles from './NoteView.module.css'

interface NotePreviewProps {
  readonly note: NoteDetail
  /** The text as it is being typed. */
  readonly text: string
}

/** How a note reads, what it leads to and what leads to it. */
export function NotePreview({ note, text }: NotePreviewProps): ReactElement {
  const isReadOnly = useReadOnly() !== null
  const shown = useDeferredValue(text)
  const leadsTo = note.links.flatMap(({ target }) => (target ? [target] : []))
  const unresolved = note.links.filter(({ target }) => target === null).map((link) => link.text)
  return (
    <section className={styles.preview} aria-label="Preview" tabIndex={0}>
      {shown.trim() === '' ? <p className={styles.nothing}>Nothing is written yet.</p> : <Markdown text={shown} />}
      {note.links.length > 0 && (
        <div className={styles.links}>
          <SectionHead title="Links to" />
          <LinkList links={leadsTo} />
          <UnresolvedList texts={unresolved} />
        </div>
      )}
      {note.backlinks.length > 0 && (
        <div className={styles.links}>
          <SectionHead title="Linked from" />
          <LinkList links={note.backlinks} />
        </div>
      )}
      <HistorySection record={{ kind: 'note', id: note.id }} canEdit={!isReadOnly} />
    </section>
  )
}
