import type { ImportKind, ListField } from '../../../../shared/import-lists.ts'

/** The names by which headings call each field, parted by bars: English, Russian, Ukrainian, Korean. */
export type FieldNames<K extends ImportKind> = Readonly<Record<ListField<K>, string>>
