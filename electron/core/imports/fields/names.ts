import { claimNames } from './claim-names.ts'
import { listFields, type ImportKind, type ListField } from '../../../../shared/import-lists.ts'
import { headingKey } from '../../../../shared/text.ts'
import type { FieldNames } from './field-names.ts'
import { actorNames, documentNames, eventNames, outletNames, relationNames } from './record-names.ts'

/** Every name of every field, by kind of list. */
export const fieldNames: { readonly [K in ImportKind]: FieldNames<K> } = {
  claims: claimNames,
  events: eventNames,
  actors: actorNames,
  outlets: outletNames,
  documents: documentNames,
  relations: relationNames,
}

export const namesOf = (line: string): string[] => line.split('|').map((name) => name.trim().replace(/\s+/g, ' '))

function byKey<K extends ImportKind>(kind: K): ReadonlyMap<string, ListField<K>> {
  const lines: FieldNames<K> = fieldNames[kind]
  const fields: readonly ListField<K>[] = listFields[kind]
  const keys = new Map<string, ListField<K>>()
  for (const field of fields) for (const name of namesOf(lines[field])) keys.set(headingKey(name), field)
  // A field's own name goes before another field's.
  for (const field of fields) keys.set(headingKey(field), field)
  return keys
}

const fieldsByKey: { readonly [K in ImportKind]: ReadonlyMap<string, ListField<K>> } = {
  claims: byKey('claims'),
  events: byKey('events'),
  actors: byKey('actors'),
  outlets: byKey('outlets'),
  documents: byKey('documents'),
  relations: byKey('relations'),
}

/** A longer heading is a sentence, which is not taken apart. */
const longest = 200

/**
 * The field that a heading names, in English, Russian, Ukrainian or Korean. A hint in brackets or after a comma is passed
 * over ("Reliability (A–F)", "Численность, чел."), unless it names another field; a heading in two languages
 * ("Дата публикации / Published") counts when both name the same one.
 */
export function fieldByName<K extends ImportKind>(kind: K, heading: string): ListField<K> | undefined {
  const names: ReadonlyMap<string, ListField<K>> = fieldsByKey[kind]
  const find = (text: string): ListField<K> | undefined => names.get(headingKey(text))
  const field = find(heading)
  if (field !== undefined || heading.length > longest) return field
  return withoutHint(heading, find) ?? inTwoLanguages(heading, find)
}

const hinted = /^([^([,:]+)\s*[([,:]\s*([^)\]]*)[)\]]?\s*$/

function withoutHint<T>(heading: string, find: (text: string) => T | undefined): T | undefined {
  const [, name = '', hint = ''] = hinted.exec(heading) ?? []
  const field = find(name)
  const other = find(hint)
  return other === undefined || other === field ? field : undefined
}

function inTwoLanguages<T>(heading: string, find: (text: string) => T | undefined): T | undefined {
  const parts = heading.split(/[/|;\n]|\s[–—-]\s/).filter((part) => part.trim() !== '')
  const [first, ...rest] = parts.map(find)
  return rest.length > 0 && rest.every((field) => field === first) ? first : undefined
}

/** How many fields the cells of a header name, each counted once (of words that are none, “long” may come again and again); a header belongs to the kind that knows the most of it. */
export const countKnown = (kind: ImportKind, header: readonly string[]): number =>
  new Set(header.map((heading) => fieldByName(kind, heading)).filter((field) => field !== undefined)).size
