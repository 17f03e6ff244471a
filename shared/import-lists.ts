import { z } from 'zod'

/** The kinds of lists that can be imported, with the fields that their columns can fill. */
export const listFields = {
  claims: [
    'ref',
    'statement',
    'quote',
    'quote_language',
    'translation',
    'claimant',
    'claimant_basis',
    'outlet',
    'document',
    'url',
    'published',
    'said',
    'topic',
    'place',
    /** A whole quantity ("about 11,000 soldiers"). */
    'measure',
    'measure_subject',
    'measure_category',
    'measure_low',
    'measure_high',
    'measure_best',
    'measure_qualifier',
    'measure_unit',
    'event',
    'reliability',
    'credibility',
    /** A whole Admiralty grade ("B2"), which fills both axes. */
    'grade',
    'status',
    'tlp',
    'tags',
    'note',
  ],
  events: [
    'ref',
    'title',
    'when',
    'place',
    'latitude',
    'longitude',
    'place_precision',
    'kind',
    'participants',
    'status',
    'note',
  ],
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
  relations: ['from', 'to', 'type', 'basis', 'state'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ImportKind = keyof typeof listFields
export const importKinds = ['claims', 'events', 'actors', 'outlets', 'documents', 'relations'] as const

export type ListField<K extends ImportKind> = (typeof listFields)[K][number]
export const ImportField = z.enum([...new Set(Object.values(listFields).flat())])
export type ImportField = z.infer<typeof ImportField>

/** The fields without which a row is no record. */
export const requiredFields = {
  claims: ['statement'],
  events: ['title'],
  actors: ['name'],
  outlets: ['name'],
  documents: ['title'],
  relations: ['from', 'to', 'type'],
} as const satisfies { readonly [K in ImportKind]: readonly ListField<K>[] }

/** The fields that hold several values. */
export const listedFields: ReadonlySet<ImportField> = new Set(['tags', 'participants', 'aliases'])

/** What one row of a kind of list is. */
export const nounOf: Readonly<Record<ImportKind, string>> = {
  claims: 'claim',
  events: 'event',
  actors: 'actor',
  outlets: 'outlet',
  documents: 'document',
  relations: 'relation',
}

/** "1 claim", "17 claims". */
export const countOf = (kind: ImportKind, count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? nounOf[kind] : kind}`

/** The fields by which rows can be told to be known. */
export const keyFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  claims: [
    'statement',
    'quote',
    'translation',
    'claimant',
    'said',
    'topic',
    'place',
    'event',
    'document',
    'outlet',
    'url',
  ],
  events: ['title', 'when', 'place', 'kind'],
  actors: ['name', 'kind'],
  outlets: ['name', 'country', 'language'],
  documents: ['title', 'outlet', 'author', 'url', 'archive_url', 'published', 'captured', 'language'],
  relations: [],
}
