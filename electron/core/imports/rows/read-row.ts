import type { ImportKind } from '../../../../shared/import-lists.ts'
import { readClaim } from './claim-row.ts'
import type { Draft } from './draft.ts'
import { readActor, readDocument, readEvent, readOutlet, readRelation } from './record-rows.ts'
import type { RowReader } from './row-reader.ts'

const readers: Readonly<Record<ImportKind, (row: RowReader) => Draft | null>> = {
  claims: readClaim,
  events: readEvent,
  actors: readActor,
  outlets: readOutlet,
  documents: readDocument,
  relations: readRelation,
}

/** The record that a row of a list gives; null where it gives none, with the reasons among the row's problems. */
export const readDraft = (kind: ImportKind, row: RowReader): Draft | null => readers[kind](row)
