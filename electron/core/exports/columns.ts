import type { ClaimRow, Measure } from '../../../shared/claim.ts'
import type { EventRow } from '../../../shared/event.ts'
import type { NoteRow } from '../../../shared/note.ts'
import type { PlaceRow } from '../../../shared/places.ts'
import { formatQuantity } from '../../../shared/quantities.ts'
import type { ActorRow, DocumentRow, OutletRow } from '../../../shared/source.ts'
import type { ListName } from '../../../shared/exports.ts'
import type { ClaimCells } from '../claims/cells.ts'
import type { Column } from './csv.ts'
import type { ClaimDetailCells } from './claim-detail-cells.ts'
import type { ClaimDetails, DocumentDetails, EventDetails, NoteDetails, NoteText, SourceDetails } from './details.ts'

/** The rows of each list. */
export interface Rows {
  claims: ClaimRow
  events: EventRow
  actors: ActorRow
  outlets: OutletRow
  documents: DocumentRow
  notes: NoteRow
  places: PlaceRow
}

/** What the records of each list say beyond their rows. */
export interface Details {
  claims: ClaimDetails
  events: EventDetails
  actors: SourceDetails
  outlets: SourceDetails
  documents: DocumentDetails
  notes: NoteDetails
  places: object
}

/** What columns show of both: of claims, which may be very many, no more is read for a table. */
export interface Cells extends Omit<Rows, 'claims'> {
  claims: ClaimCells
}
export interface DetailCells extends Omit<Details, 'claims'> {
  claims: ClaimDetailCells
}

/** A list's columns by name: what a row shows in each. */
type Columns<Row> = Readonly<Record<string, Column<Row>>>
export type ColumnsOf = { readonly [L in ListName]: Columns<Cells[L]> }

const joined = (values: readonly string[]): string => values.join(';')
const times = { created: (row: { created: string }) => row.created, changed: (row: { changed: string }) => row.changed }

const firstMeasure =
  (part: keyof Measure) =>
  ({ measures }: ClaimCells) =>
    measures[0]?.[part] ?? null

/** A measure as a cell of its own. */
export const inWords = (measure: Measure): string =>
  [formatQuantity(measure) || measure.qualifier, measure.unit, measure.category].filter(Boolean).join(' ')

/** All that a row says, under the names that the import reads. */
export const csvColumns: ColumnsOf = {
  claims: {
    id: (row) => row.id,
    ref: (row) => row.ref,
    statement: (row) => row.statement,
    claimant: (row) => row.claimant,
    claimant_basis: (row) => row.basis,
    outlet: (row) => row.outlet,
    document: (row) => row.document,
    said: (row) => row.said ?? row.saidText,
    topic: (row) => row.topic,
    place: (row) => row.place,
    measure_subject: firstMeasure('subject'),
    measure_category: firstMeasure('category'),
    measure_low: firstMeasure('low'),
    measure_high: firstMeasure('high'),
    measure_best: firstMeasure('best'),
    measure_qualifier: firstMeasure('qualifier'),
    measure_unit: firstMeasure('unit'),
    more_measures: ({ measures }) => joined(measures.slice(1).map(inWords)),
    event: (row) => row.event,
    reliability: (row) => row.reliability,
    credibility: (row) => row.credibility,
    status: (row) => row.status,
    tlp: (row) => row.tlp,
    tags: (row) => joined(row.tags),
    carriers: (row) => row.carriers,
    notes: (row) => row.notes,
    ...times,
  },
  events: {
    id: (row) => row.id,
    ref: (row) => row.ref,
    title: (row) => row.title,
    when: (row) => row.when ?? row.whenText,
    place: (row) => row.place,
    latitude: (row) => row.latitude,
    longitude: (row) => row.longitude,
    place_precision: (row) => row.placePrecision,
    kind: (row) => row.kind,
    participants: (row) => joined(row.participants),
    status: (row) => row.status,
    claims: (row) => row.claims,
    notes: (row) => row.notes,
    ...times,
  },
  actors: {
    id: (row) => row.id,
    name: (row) => row.name,
    kind: (row) => row.kind,
    aliases: (row) => joined(row.aliases),
    affiliation: (row) => row.affiliation,
    claims: (row) => row.claims,
    notes: (row) => row.notes,
    ...times,
  },
  outlets: {
    id: (row) => row.id,
    name: (row) => row.name,
    kind: (row) => row.kind,
    owner: (row) => row.owner,
    state_controlled: (row) => row.stateControlled,
    country: (row) => row.country,
    language: (row) => row.language,
    documents: (row) => row.documents,
    claims: (row) => row.claims,
    notes: (row) => row.notes,
    ...times,
  },
  documents: {
    id: (row) => row.id,
    title: (row) => row.title,
    outlet: (row) => row.outlet,
    author: (row) => row.author,
    url: (row) => row.url,
    archive_url: (row) => row.archiveUrl,
    published: (row) => row.published ?? row.publishedText,
    captured: (row) => row.captured,
    language: (row) => row.language,
    read_by_me: (row) => (row.readByMe === null ? null : row.readByMe ? 'yes' : 'no'),
    claims: (row) => row.claims,
    notes: (row) => row.notes,
    ...times,
  },
  notes: {
    id: (row) => row.id,
    title: (row) => row.title,
    excerpt: (row) => row.excerpt,
    pins: (row) => joined(row.pins.map((pin) => pin.label)),
    ...times,
  },
  places: {
    id: (row) => row.id,
    name: (row) => row.name,
    aliases: (row) => joined(row.aliases),
    within: (row) => row.within,
    latitude: (row) => row.latitude,
    longitude: (row) => row.longitude,
    precision: (row) => row.precision,
    ...times,
  },
}

const note = {
  note: ({ notes }: { notes: readonly Pick<NoteText, 'body'>[] }) => notes.map(({ body }) => body).join('\n\n') || null,
}

/** What an exported file has beside, of what the rows do not show: under names that the import reads too. */
export const moreColumns: { readonly [L in ListName]: Columns<DetailCells[L]> } = {
  claims: {
    quote: (more) => more.quote,
    quote_language: (more) => more.quoteLanguage,
    translation: (more) => more.translation,
    url: ({ carriages }) => carriages[0]?.url ?? null,
    published: ({ carriages }) => carriages[0]?.published ?? null,
    ...note,
  },
  events: note,
  actors: note,
  outlets: note,
  documents: note,
  notes: {},
  places: {},
}
