import { createContext, useContext } from 'react'
import type { DraftPlace } from '../../../shared/draft.ts'
import type { HistoryRef } from '../../../shared/history.ts'

/** The record whose fields are shown below it. */
export const RecordPlace = createContext<HistoryRef | null>(null)

interface NamedField {
  readonly field: string
  readonly title: string
  readonly fullTitle?: string
}

/** Where the draft of one field of a record lies, whether it is typed in a cell or in the pane. */
export const placeOfField = (record: HistoryRef | null, { field, title, fullTitle }: NamedField): DraftPlace => ({
  form: 'field',
  part: field,
  record,
  words: fullTitle ?? title,
  path: null,
})

/** The same for a field of the pane. */
export const useFieldPlace = (field: NamedField): DraftPlace => placeOfField(useContext(RecordPlace), field)
