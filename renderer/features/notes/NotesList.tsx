import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react'
import type { NoteRow } from '../../../shared/note.ts'
import { focusSearch } from '../../app/search.ts'
import { dayInWords, timeOfDay } from '../../app/time.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { trashNote } from './note-actions.ts'
import { useNoteState, type NoteSort } from './note-state.ts'
import styles from './NotesList.module.css'
import { useNoteRows } from './use-note-rows.ts'

interface NotesListProps {
  readonly shownId: string | undefined
  readonly onShow: (id: string) => void
}

const nearEnd = 400

/** The list of notes. Arrows move through it, Enter goes to the text, Delete to the trash. */
export function NotesList({ shownId, onShow }: NotesListProps): ReactElement {
  const { rows, total, search, more } = useNoteRows()
  const isEditable = useReadOnly() === null
  const list = useRef<HTMLUListElement>(null)
  const at = rows.findIndex((row) => row.id === shownId)
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyTarget(event.key, at, rows.length)
    const row = rows[next ?? at]
    if (next !== undefined && row) onShow(row.id)
    else if (event.key === 'Enter') focusText()
    else if (event.key === 'Delete' && row && isEditable) void trashNote(row.id, row.title)
    else return
    event.preventDefault()
  }

  return (
    <>
      <ListHead total={total} search={search} />
      <ul
        ref={list}
        className={styles.list}
        role="listbox"
        aria-label="Notes"
        tabIndex={0}
        aria-activedescendant={at >= 0 ? `note-${shownId}` : undefined}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          if (scrollHeight - scrollTop - clientHeight < nearEnd) more()
        }}
      >
        {rows.map((row) => (
          <Row key={row.id} row={row} isShown={row.id === shownId} onShow={onShow} />
        ))}
        {total === 0 && <NothingFound search={search} />}
      </ul>
    </>
  )
}

function keyTarget(key: string, at: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, count - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: count - 1,
  }
  return targets[key]
}

const focusText = (): void =>
  document.querySelector<HTMLElement>('[data-editor="Text of the note"] .cm-content')?.focus()

function ListHead({ total, search }: { readonly total: number | undefined; readonly search: string }): ReactElement {
  const sort = useNoteState((state) => state.sort)
  const noun = total === 1 ? 'note' : 'notes'
  return (
    <div className={styles.head}>
      <span className={styles.count} aria-live="polite">
        {total === undefined ? '' : `${total.toLocaleString('en-GB')} ${noun}${search === '' ? '' : ' found'}`}
      </span>
      <select
        className={styles.sort}
        aria-label="Sort notes"
        value={sort}
        onChange={(event) => useNoteState.setState({ sort: event.currentTarget.value as NoteSort })}
      >
        <option value="changed">Last changed</option>
        <option value="title">Title</option>
      </select>
    </div>
  )
}

interface RowProps {
  readonly row: NoteRow
  readonly isShown: boolean
  readonly onShow: (id: string) => void
}

function Row({ row, isShown, onShow }: RowProps): ReactElement {
  const pins = row.pins.map((pin) => pin.label).join(', ')
  return (
    <li
      id={`note-${row.id}`}
      role="option"
      aria-selected={isShown}
      className={isShown ? styles.shown : styles.row}
      onClick={() => onShow(row.id)}
    >
      <span className={styles.title}>{row.title}</span>
      <span className={styles.when}>{whenInWords(row.changed)}</span>
      <span className={styles.excerpt}>
        {pins !== '' && <span className={styles.pins}>{pins} · </span>}
        {row.excerpt || 'empty'}
      </span>
    </li>
  )
}

/** The time of today's changes, the day of older ones. */
const whenInWords = (iso: string): string => {
  const day = dayInWords(iso)
  return day === dayInWords(new Date().toISOString()) ? timeOfDay(iso).slice(0, 5) : day
}

function NothingFound({ search }: { readonly search: string }): ReactElement {
  return (
    <li role="option" aria-selected={false} aria-disabled className={styles.none} onClick={focusSearch}>
      {search === '' ? 'No notes yet.' : `No note holds “${search}”.`}
    </li>
  )
}
