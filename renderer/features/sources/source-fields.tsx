import type { ReactElement } from 'react'
import type { ActorRow, DocumentRow, OutletRow } from '../../../shared/source.ts'
import { actorKinds, outletKinds, stateControl } from '../../../shared/vocabulary.ts'
import { momentInWords } from '../../app/time.ts'
import { ok, fail } from '../../../shared/result.ts'
import { DateCell } from '../records/DateWords.tsx'
import type { Patches } from '../records/entities.ts'
import { fieldsOf, optionsFrom, type Field } from '../records/field.ts'

interface Common {
  readonly claims: number
  readonly created: string
  readonly changed: string
}

/** What every kind of source has. */
function commonFields<Row extends Common, Patch extends object>(): Field<Row, Patch>[] {
  const f = fieldsOf<Row, Patch>()
  return [
    f.fixed({
      field: 'claims',
      title: 'Claims',
      width: 70,
      filter: 'number',
      isRight: true,
      get: (row) => String(row.claims),
    }),
    f.fixed({
      field: 'created',
      title: 'Entered',
      width: 142,
      shown: 'hidden',
      get: (row) => momentInWords(row.created),
    }),
    f.fixed({
      field: 'changed',
      title: 'Changed',
      width: 142,
      shown: 'wide',
      get: (row) => momentInWords(row.changed),
    }),
  ]
}

const name = { title: 'Name', width: 300, minWidth: 200, isFlexible: true, isRequired: true } as const

const a = fieldsOf<ActorRow, Patches['actors']>()
/** Persons, states, organisations, units and services. */
export const actorFields: readonly Field<ActorRow, Patches['actors']>[] = [
  a.text({ field: 'name', ...name, get: (row) => row.name }),
  a.choice({
    field: 'kind',
    title: 'Kind',
    width: 112,
    options: optionsFrom(actorKinds, { isNullable: true }),
    get: (row) => row.kind,
  }),
  a.many({ field: 'aliases', title: 'Also called', width: 220, get: (row) => row.aliases }),
  a.text({ field: 'affiliation', title: 'Belongs to', width: 180, suggest: 'claimant', get: (row) => row.affiliation }),
  ...commonFields<ActorRow, Patches['actors']>(),
]

const o = fieldsOf<OutletRow, Patches['outlets']>()
/** Agencies, newspapers, broadcasters, sites, channels, think tanks. */
export const outletFields: readonly Field<OutletRow, Patches['outlets']>[] = [
  o.text({ field: 'name', ...name, get: (row) => row.name }),
  o.choice({
    field: 'kind',
    title: 'Kind',
    width: 112,
    options: optionsFrom(outletKinds, { isNullable: true }),
    get: (row) => row.kind,
  }),
  o.text({ field: 'owner', title: 'Owner', width: 180, suggest: 'claimant', get: (row) => row.owner }),
  o.choice({
    field: 'stateControlled',
    title: 'State-controlled',
    width: 124,
    options: optionsFrom(stateControl),
    get: (row) => row.stateControlled,
  }),
  o.text({ field: 'country', title: 'Country', width: 112, get: (row) => row.country }),
  o.text({ field: 'language', title: 'Language', width: 96, get: (row) => row.language }),
  o.fixed({
    field: 'documents',
    title: 'Documents',
    width: 96,
    filter: 'number',
    isRight: true,
    get: (row) => String(row.documents),
  }),
  ...commonFields<OutletRow, Patches['outlets']>(),
]

type DocumentPatch = Patches['documents']
const d = fieldsOf<DocumentRow, DocumentPatch>()
const readings = optionsFrom(['read', 'cited, not seen'], { isNullable: true })

/** "read", "cited, not seen", or empty where it was not said. */
export const readingOf = ({ readByMe }: Pick<DocumentRow, 'readByMe'>): string =>
  readByMe === null ? '' : readByMe ? 'read' : 'cited, not seen'

const PublishedCell = ({ row }: { readonly row: DocumentRow }): ReactElement => (
  <DateCell edtf={row.published} text={row.publishedText} />
)

/** Articles, statements, posts: what was read or cited. */
export const documentFields: readonly Field<DocumentRow, DocumentPatch>[] = [
  d.text({ field: 'title', ...name, title: 'Title', get: (row) => row.title }),
  d.text({ field: 'outlet', title: 'Outlet', width: 170, suggest: 'outlet', get: (row) => row.outlet }),
  d.date({
    field: 'published',
    title: 'Published',
    width: 112,
    Cell: PublishedCell,
    get: (row) => row.published ?? row.publishedText,
  }),
  {
    field: 'readByMe',
    title: 'Read by me',
    kind: 'enum',
    // The store compares true and false, which this filter cannot say yet.
    width: 120,
    options: readings,
    text: readingOf,
    read: (text) => {
      const known = readings.find(({ value }) => value === text.trim().toLowerCase())
      if (!known) return fail('invalid-input', `“${text}” is none of read, cited, not seen.`)
      return ok({ readByMe: known.value === '' ? null : known.value === 'read' })
    },
  },
  d.text({ field: 'author', title: 'Author', width: 140, shown: 'wide', get: (row) => row.author }),
  d.text({ field: 'language', title: 'Language', width: 96, shown: 'wide', get: (row) => row.language }),
  d.text({ field: 'url', title: 'Address', width: 200, shown: 'hidden', get: (row) => row.url }),
  d.text({
    field: 'archiveUrl',
    title: 'Archive',
    fullTitle: 'Archived address',
    width: 200,
    shown: 'hidden',
    get: (row) => row.archiveUrl,
  }),
  d.text({ field: 'captured', title: 'Captured', width: 142, shown: 'hidden', get: (row) => row.captured }),
  ...commonFields<DocumentRow, DocumentPatch>(),
]

type Text = DocumentRow & { readonly text: string | null }
/** The words of a document, which the detail pane alone shows. */
export const documentText = fieldsOf<Text, DocumentPatch>().text({
  field: 'text',
  title: 'Text',
  width: 0,
  isLong: true,
  get: (row) => row.text,
})
