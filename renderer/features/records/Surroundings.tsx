import { Plus } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import type { RecordKind, RecordLink } from '../../../shared/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { Markdown } from '../notes/Markdown.tsx'
import { newNote } from '../notes/note-actions.ts'
import { RecordButton } from './RecordButton.tsx'
import { Nothing, Section } from './Section.tsx'
import styles from './Surroundings.module.css'

export interface NotesSectionProps {
  readonly record: { readonly kind: RecordKind; readonly id: string }
  readonly notes: readonly { readonly id: string; readonly title: string; readonly body: string }[]
  readonly canEdit: boolean
}

/** The notes pinned to a record. */
export function NotesSection({ record, notes, canEdit }: NotesSectionProps): ReactElement {
  const add = (
    <Button
      size="small"
      look="quiet"
      icon={<Plus size={12} />}
      label="Write a note and pin it here"
      onClick={() => void newNote([{ kind: record.kind, id: record.id }])}
    />
  )
  return (
    <Section title="Notes" actions={canEdit && add}>
      {notes.length === 0 && <Nothing>No note is pinned here.</Nothing>}
      {notes.map(({ id, title, body }) => (
        <article key={id} className={styles.note}>
          <RecordButton to={{ kind: 'note', id }}>{title}</RecordButton>
          <Markdown text={body} />
        </article>
      ))}
    </Section>
  )
}

/** The notes and claims whose text links here. */
export function BacklinksSection({ links }: { readonly links: readonly RecordLink[] }): ReactElement | null {
  if (links.length === 0) return null
  return (
    <Section title="Linked from">
      <LinkLines links={links} />
    </Section>
  )
}

export interface LinksSectionProps {
  readonly title: string
  readonly links: readonly RecordLink[]
  readonly total: number
  readonly empty: string
}

/** The records that belong to this one, at most as many as the store answers. */
export function LinksSection({ title, links, total, empty }: LinksSectionProps): ReactElement {
  return (
    <Section title={total > 0 ? `${title} · ${total.toLocaleString('en-GB')}` : title}>
      {links.length === 0 ? <Nothing>{empty}</Nothing> : <LinkLines links={links} />}
      {total > links.length && links.length > 0 && <Nothing>The newest {links.length} are shown.</Nothing>}
    </Section>
  )
}

function LinkLines({ links }: { readonly links: readonly RecordLink[] }): ReactElement {
  return (
    <ul>
      {links.map((link) => (
        <li key={`${link.kind} ${link.id}`} className={styles.link}>
          <RecordButton to={link}>{link.label}</RecordButton>
          {link.detail !== '' && link.detail !== link.label && <span className={styles.detail}>{link.detail}</span>}
        </li>
      ))}
    </ul>
  )
}
