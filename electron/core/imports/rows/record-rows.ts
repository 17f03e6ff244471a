import type { ImportField } from '../../../../shared/import-lists.ts'
import { foldText } from '../../../../shared/text.ts'
import { draftOf, filled, given, type Draft } from './draft.ts'
import type { RowReader } from './row-reader.ts'

const texts = (row: RowReader, fields: readonly ImportField[]): Record<string, string> =>
  given(Object.fromEntries(fields.map((field) => [field, row.text(field)])))

/** What a record is called; flagged where the row does not say it. */
function called(row: RowReader, field: 'title' | 'name', noun: string): string | null {
  const text = row.text(field)
  if (text === null) row.flag(field, `no-${field}`, `The row has no ${field}, without which there is no ${noun}.`)
  return text
}

/** Reads a row of an events list. */
export function readEvent(row: RowReader): Draft | null {
  const title = called(row, 'title', 'event')
  if (title === null) return null
  return draftOf({
    ref: row.text('ref'),
    fields: {
      title,
      ...texts(row, ['place', 'kind']),
      ...row.date('when', 'when'),
      ...given<unknown>({
        latitude: row.number('latitude', -90, 90),
        longitude: row.number('longitude', -180, 180),
        place_precision: row.oneOf('place_precision', 'placePrecision'),
        status: row.oneOf('status', 'eventStatus'),
      }),
    },
    lists: filled({ participants: row.values('participants') }),
    note: row.text('note'),
  })
}

/** Reads a row of an actors list. */
export function readActor(row: RowReader): Draft | null {
  const name = called(row, 'name', 'actor')
  if (name === null) return null
  const aliases = row.values('aliases')
  const affiliation = row.text('affiliation')
  const isOwn = affiliation !== null && [name, ...aliases].map(foldText).includes(foldText(affiliation))
  if (isOwn)
    row.flag('affiliation', 'own-affiliation', `${name} cannot belong to itself: “${affiliation}” was not taken.`)
  return draftOf({
    fields: { name, ...given({ kind: row.oneOf('kind', 'actorKind') }) },
    lists: filled({ aliases }),
    names: given({ affiliation: isOwn ? null : affiliation }),
    note: row.text('note'),
  })
}

/** Reads a row of an outlets list. */
export function readOutlet(row: RowReader): Draft | null {
  const name = called(row, 'name', 'outlet')
  if (name === null) return null
  return draftOf({
    fields: {
      name,
      ...texts(row, ['country', 'language']),
      ...given({
        kind: row.oneOf('kind', 'outletKind'),
        state_controlled: row.oneOf('state_controlled', 'stateControl'),
      }),
    },
    names: given({ owner: row.text('owner') }),
    note: row.text('note'),
  })
}

/** Reads a row of a documents list. */
export function readDocument(row: RowReader): Draft | null {
  const title = called(row, 'title', 'document')
  if (title === null) return null
  const read = row.oneOf('read_by_me', 'boolean')
  return draftOf({
    fields: {
      title,
      ...texts(row, ['author', 'url', 'archive_url', 'captured', 'language', 'text']),
      ...row.date('published', 'published'),
      ...given<unknown>({ read_by_me: read && read === 'yes' }),
    },
    names: given({ outlet: row.text('outlet') }),
    note: row.text('note'),
  })
}

/** Reads a row of a relations list: its ends by the references or titles of claims, events and documents. */
export function readRelation(row: RowReader): Draft | null {
  const [from, to] = [row.text('from'), row.text('to')]
  const type = row.oneOf('type', 'relationType')
  for (const field of ['from', 'to', 'type'] as const)
    if (row.text(field) === null)
      row.flag(field, `no-${field}`, `The row has no “${field}”, without which there is no relation.`)
  if (from === null || to === null || type === null) return null
  return draftOf({
    fields: { type, ...given({ basis: row.text('basis'), state: row.oneOf('state', 'relationState') }) },
    names: { from, to },
  })
}
