import { claimImportFields, eventImportFields } from '../../../../shared/import.ts'

/** The kinds of lists that can be imported, with the fields that their columns can fill. */
export const listFields = {
  claims: claimImportFields,
  events: eventImportFields,
  actors: ['name', 'kind', 'aliases', 'affiliation', 'note'],
  outlets: ['name', 'kind', 'owner', 'state_controlled', 'country', 'language', 'note'],
  documents: [
    'title',
    'outlet',
    'author',
    'url',
    'archive_url',
    'published',
    'captured',
    'language',
    'text',
    'read_by_me',
    'note',
  ],
  relations: ['from', 'to', 'type', 'basis', 'state', 'note'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ListKindName = keyof typeof listFields
export type ListField<K extends ListKindName> = (typeof listFields)[K][number]

/** The names by which headings call each field, parted by bars: English, Russian, Ukrainian, Korean. */
export type FieldNames<K extends ListKindName> = Readonly<Record<ListField<K>, string>>

/** The field without which a row is no record. */
export const requiredFields = {
  claims: ['statement'],
  events: ['title'],
  actors: ['name'],
  outlets: ['name'],
  documents: ['title'],
  relations: ['from', 'to', 'type'],
} as const satisfies { readonly [K in ListKindName]: readonly ListField<K>[] }
