import { claimImportFields, eventImportFields, type ImportField, type ImportKind } from '../../../shared/import.ts'

/** One kind of list: the fields that its columns can fill, and the other names by which headers call them. */
export interface ListKind {
  readonly noun: string
  readonly fields: readonly ImportField[]
  /** The field without which a row is no record. */
  readonly required: ImportField
  readonly aliases: Readonly<Partial<Record<ImportField, readonly string[]>>>
}

const claims: ListKind = {
  noun: 'claim',
  fields: claimImportFields,
  required: 'statement',
  aliases: {
    ref: ['reference', 'claim ref', 'claim id'],
    statement: ['claim'],
    quote_language: ['language of quote'],
    claimant: ['speaker', 'said by'],
    claimant_basis: ['basis'],
    outlet: ['publisher', 'carrier'],
    url: ['link', 'address'],
    published: ['date published', 'publication date', 'published on'],
    said: ['date said', 'said on'],
    place: ['location'],
    measure_subject: ['subject'],
    measure_category: ['category'],
    measure_low: ['low'],
    measure_high: ['high'],
    measure_best: ['best', 'figure', 'quantity'],
    measure_qualifier: ['qualifier'],
    measure_unit: ['unit'],
    tags: ['tag'],
    note: ['notes', 'comment', 'comments'],
  },
}

const events: ListKind = {
  noun: 'event',
  fields: eventImportFields,
  required: 'title',
  aliases: {
    ref: ['reference', 'event ref', 'event id'],
    title: ['event', 'name'],
    when: ['date'],
    place: ['location'],
    latitude: ['lat'],
    longitude: ['lon', 'lng', 'long'],
    place_precision: ['precision'],
    kind: ['type'],
    participants: ['participant', 'actors'],
    note: ['notes', 'comment', 'comments'],
  },
}

export const listKinds: Readonly<Record<ImportKind, ListKind>> = { claims, events }
