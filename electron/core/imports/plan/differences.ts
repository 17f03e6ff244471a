import type { FieldDifference } from '../../../../shared/import.ts'
import { formatQuantity, type Quantity } from '../../../../shared/quantities.ts'
import { foldText } from '../../../../shared/text.ts'
import { ratingChange } from '../../claims/commands.ts'
import { column, sql, type ReadDb } from '../../../store/db.ts'
import { participantChanges } from '../../events/participants.ts'
import { create, type Change } from '../../records/changes.ts'
import { entities, type EntityName } from '../../records/entities.ts'
import type { Fields } from '../../records/fields.ts'
import type { Draft, NamedDocument } from '../rows/draft.ts'
import type { Maker } from './creation.ts'
import { completion, type Flag } from './document-book.ts'
import type { Carried, Existing } from './existing.ts'
import { entityOf } from './kinds.ts'

/** What a row says otherwise than the record that it is about, or beyond it. */
export interface Difference extends FieldDifference {
  /** The columns that hold what it would overwrite; null where it only adds. */
  readonly over: { readonly entity: EntityName; readonly id: string; readonly columns: readonly string[] } | null
  /** The changes that make the record say what the row says. */
  readonly changes: () => Change[]
}

/** In which fields a row and a record differ. What a row leaves open is no difference. */
export function differencesOf(maker: Maker, draft: Draft, known: Existing, flag: Flag): Difference[] {
  return [
    ...fieldDifferences(maker, draft, known),
    ...nameDifferences(maker, draft, known),
    ...listDifferences(maker, draft, known),
    ...(draft.measure ? measureDifference(maker, draft.measure, known) : []),
    ...(draft.document ? documentDifference(maker, draft.document, known, flag) : []),
    ...gradeDifferences(maker, draft, known),
    ...noteDifference(maker, draft.note, known),
  ]
}

/** What the store's columns are called in a list. */
const listNames: Readonly<Record<string, string>> = { basis: 'claimant_basis' }

const shown = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

function fieldDifferences({ kind }: Maker, { ref, fields }: Draft, known: Existing): Difference[] {
  const entity = entityOf[kind]
  const all: Fields = ref !== null && known.fields['ref'] === null ? { ...fields, ref } : fields
  return Object.keys(all).flatMap((field): Difference[] => {
    const isDateText = field.endsWith('_text') && entities[entity].columns[field.slice(0, -5)] === 'date'
    // A date is told by its text; its EDTF goes with it.
    if (!isDateText && entities[entity].columns[field] === 'date') return []
    const base = isDateText ? field.slice(0, -5) : field
    const columns = isDateText ? [field, base] : [field]
    if (isDateText ? isSameDate(known.fields, all, base) : isSame(known.fields[field], all[field])) return []
    if (field === 'name' && isAlias(known, String(all[field]))) return []
    const overwritten = known.fields[field] ?? null
    // What a record has without being told says nothing against a row that tells.
    const isOpen = overwritten === null || openValues[`${entity}.${field}`] === overwritten
    const before = Object.fromEntries(columns.map((name) => [name, known.fields[name] ?? null]))
    const after = Object.fromEntries(columns.map((name) => [name, all[name] ?? null]))
    return [
      {
        field: listNames[base] ?? base,
        old: shown(overwritten),
        new: shown(all[field]),
        over: isOpen ? null : { entity, id: known.id, columns },
        changes: () => [{ entity, id: known.id, before, after }],
      },
    ]
  })
}

const openValues: Readonly<Record<string, unknown>> = {
  'event.status': 'asserted',
  'claim.status': 'open',
  'claim.basis': 'unknown',
  'outlet.state_controlled': 'unknown',
}

/** What a record is called beside its name does not take the name's place. */
const isAlias = ({ fields }: Existing, name: string): boolean =>
  ((fields['aliases'] as readonly string[] | undefined) ?? []).some((alias) => foldText(alias) === foldText(name))

/** A boolean of the store is 0 or 1 until it is read as one; texts compare as they are. */
const isSame = (left: unknown, right: unknown): boolean => left === right

/** Two ways to write the same date are no difference. */
function isSameDate(known: Fields, row: Fields, base: string): boolean {
  const edtf = row[base] ?? null
  return edtf === null ? known[`${base}_text`] === row[`${base}_text`] : known[base] === edtf
}

function nameDifferences(maker: Maker, { names }: Draft, known: Existing): Difference[] {
  if (maker.kind === 'relations') return []
  const entity = entityOf[maker.kind]
  return Object.entries(names).flatMap(([field, text]): Difference[] => {
    const kind = entities[entity].columns[field]
    const named = typeof kind === 'object' ? kind.ref : 'actor'
    if (named !== 'actor' && named !== 'outlet' && named !== 'event') return []
    const before = known.fields[field] ?? null
    if (before !== null && maker.names.isCalled(named, before, text)) return []
    // An actor that goes by several names may be told to belong to itself.
    if (named === entity && maker.names.isCalled(named, known.id, text)) return []
    const over = before === null ? null : { entity, id: known.id, columns: [field] }
    return [
      {
        field,
        old: before === null ? null : nameOf(maker.ctx.db, named, String(before)),
        new: text,
        over,
        changes: () => [
          { entity, id: known.id, before: { [field]: before }, after: { [field]: maker.names.idOf(named, text) } },
        ],
      },
    ]
  })
}

const nameOf = (db: ReadDb, entity: 'actor' | 'outlet' | 'event', id: string): string | null => {
  const table = { actor: sql`name FROM actor`, outlet: sql`name FROM outlet`, event: sql`title FROM event` }[entity]
  return column<string>(db, sql`SELECT ${table} WHERE id = ${id}`)[0] ?? null
}

/** Values that the record lacks are added; those that it has beyond the row stay. */
function listDifferences(maker: Maker, { lists }: Draft, known: Existing): Difference[] {
  const entity = entityOf[maker.kind]
  return Object.entries(lists).flatMap(([field, values]): Difference[] => {
    if (field === 'participants') return participantDifference(maker, values, known)
    const before = (known.fields[field] as readonly string[] | undefined) ?? []
    const has = new Set([...before, ...(field === 'aliases' ? [String(known.fields['name'])] : [])].map(foldText))
    const missing = values.filter((value) => !has.has(foldText(value)))
    if (missing.length === 0) return []
    const after = [...before, ...missing]
    return [
      {
        field,
        old: before.join('; ') || null,
        new: after.join('; '),
        over: null,
        changes: () => [{ entity, id: known.id, before: { [field]: before }, after: { [field]: after } }],
      },
    ]
  })
}

function participantDifference({ ctx, names }: Maker, values: readonly string[], known: Existing): Difference[] {
  const missing = values.filter((value) => !known.participants.some((id) => names.isCalled('actor', id, value)))
  if (missing.length === 0) return []
  const seated = column<string>(
    ctx.db,
    sql`SELECT a.name FROM json_each(${[...known.participants]}) j CROSS JOIN actor a ON a.id = j.value ORDER BY j.key`,
  )
  const all = [...seated, ...missing]
  return [
    {
      field: 'participants',
      old: seated.join('; ') || null,
      new: all.join('; '),
      over: null,
      changes: () => participantChanges(ctx, names, [known.id], all),
    },
  ]
}

const figures = ['low', 'high', 'best', 'qualifier'] as const
const measureFields = ['subject', 'category', 'kind', 'unit', ...figures] as const

/** The measure of a record that a row's is about: one of the same subject and category, else its only one. */
function measureDifference({ ctx }: Maker, measure: Fields, known: Existing): Difference[] {
  const isLike = (other: Fields): boolean =>
    (['subject', 'category'] as const).every(
      (field) => foldText(String(other[field] ?? '')) === foldText(String(measure[field] ?? '')),
    )
  if (known.measures.some((other) => saysTheSame(other, measure))) return []
  const before = known.measures.find(isLike) ?? (known.measures.length === 1 ? known.measures[0] : undefined)
  const difference = { field: 'measure', old: before ? inWords(before) : null, new: inWords(measure) }
  if (!before) {
    const position = known.measures.length
    return [
      {
        ...difference,
        over: null,
        changes: () => [create('measure', ctx.newId(), { claim: known.id, position, ...measure })],
      },
    ]
  }
  // Figures change together: a bound of the one statement and a bound of the other are a quantity that nobody said.
  const given = [...new Set([...Object.keys(measure), ...figures, 'verbatim'])]
  const after = Object.fromEntries(given.map((field) => [field, measure[field] ?? null]))
  const old = Object.fromEntries(given.map((field) => [field, before[field] ?? null]))
  const change: Change = {
    entity: 'measure',
    id: before.id,
    before: { claim: known.id, ...old },
    after: { claim: known.id, ...after, qualifier: measure['qualifier'] ?? 'unspecified' },
  }
  return [{ ...difference, over: { entity: 'measure', id: before.id, columns: given }, changes: () => [change] }]
}

function saysTheSame(known: Fields, row: Fields): boolean {
  const isUnread = figures.slice(0, 3).every((field) => (row[field] ?? null) === null)
  if (isUnread && (known['verbatim'] ?? null) !== (row['verbatim'] ?? null)) return false
  return measureFields.every((field) => {
    const isFigure = (figures as readonly string[]).includes(field)
    if (!isFigure && !(field in row)) return true
    return (known[field] ?? null) === (row[field] ?? (field === 'qualifier' ? 'unspecified' : null))
  })
}

/** "about 11,000 soldiers, present". */
function inWords(measure: Fields): string {
  const quantity = formatQuantity({
    low: null,
    high: null,
    best: null,
    qualifier: 'unspecified',
    ...(measure as Partial<Quantity>),
  })
  const { verbatim, unit, subject, category } = measure
  const isNamed = foldText(String(subject ?? '')).includes(foldText(String(unit ?? '')))
  const words = [quantity || verbatim, isNamed ? null : unit, subject].filter(
    (text) => typeof text === 'string' && text !== '',
  )
  return [words.join(' '), category].filter((text) => typeof text === 'string' && text !== '').join(', ')
}

/** The document of a row carries the claim already, then it may add to it; or it is one more that does. */
function documentDifference(maker: Maker, named: NamedDocument, known: Existing, flag: Flag): Difference[] {
  const carried = known.carriages.find((one) => isCarriedBy(maker, named, one))
  const addition = maker.documents.additionOf(named, flag)
  if (!carried) {
    const old = known.carriages.map(({ title }) => title).join('; ') || null
    const changes = (): Change[] => maker.documents.carriage(named, known.id, known.carriages.length, addition)
    return [{ field: 'document', old, new: named.title ?? named.url ?? 'Untitled', over: null, changes }]
  }
  return Object.entries(addition).map(([field, text]) => ({
    field,
    old: null,
    new: text,
    over: null,
    changes: () => completion(carried.document, named, { [field]: text }),
  }))
}

/** Whether a row's document is this one: by title and outlet, as far as the row names them. */
export function isCarriedBy({ names }: Maker, { title, outlet, url }: NamedDocument, carried: Carried): boolean {
  if (outlet !== null && (carried.outlet === null || !names.isCalled('outlet', carried.outlet, outlet))) return false
  const called = title ?? url
  if (called === null) return carried.title === 'Untitled'
  return foldText(carried.title) === foldText(called) && (outlet !== null || carried.outlet === null)
}

function gradeDifferences({ ctx, reason }: Maker, { grades }: Draft, known: Existing): Difference[] {
  return (['reliability', 'credibility'] as const).flatMap((axis): Difference[] => {
    const grade = grades[axis]
    const before = known.grades[axis]
    if (grade === undefined || before?.value === grade) return []
    return [
      {
        field: axis,
        old: before?.value ?? null,
        new: grade,
        // A grade that a person took back is a judgement too.
        over: before ? { entity: 'rating', id: before.id, columns: ['value'] } : null,
        changes: () => [ratingChange(ctx, known.id, axis, grade, reason)],
      },
    ]
  })
}

/** The note that an import brought is the one that a row may change; other people's notes stay. */
function noteDifference(maker: Maker, body: string | null, known: Existing): Difference[] {
  if (body === null || known.notes.some((note) => note.body === body)) return []
  const before = known.notes.find(({ isImported }) => isImported)
  if (!before) return [{ field: 'note', old: null, new: body, over: null, changes: () => maker.note(body, known) }]
  return [
    {
      field: 'note',
      old: before.body,
      new: body,
      over: { entity: 'note', id: before.id, columns: ['body'] },
      changes: () => [{ entity: 'note', id: before.id, before: { body: before.body }, after: { body } }],
    },
  ]
}
