import { useState } from 'react'
import type { NoteRow } from '../../../shared/note.ts'
import { useSearchText } from '../../app/search.ts'
import { useCall } from '../../data/queries.ts'
import { useNoteState } from './note-state.ts'

const portion = 200

export interface NoteRows {
  readonly rows: readonly NoteRow[]
  /** Undefined until main has answered. */
  readonly total: number | undefined
  readonly search: string
  /** Asks for the next portion. */
  readonly more: () => void
}

/** The notes as the list shows them: searched, sorted, as many as were asked for. */
export function useNoteRows(): NoteRows {
  const search = useSearchText('notes')
  const sort = useNoteState((state) => state.sort)
  const [end, setEnd] = useState(portion)
  const { data } = useCall(
    'notes.page',
    { search, sort: [sort === 'title' ? { field: 'title' } : { field: 'changed', desc: true }], start: 0, end },
    { keepPrevious: true },
  )
  const rows = data?.rows ?? []
  const more = (): void => {
    if (data && data.total > rows.length) setEnd(rows.length + portion)
  }
  return { rows, total: data?.total, search, more }
}
