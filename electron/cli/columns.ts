import { inWords, type ColumnsOf } from '../core/exports/columns.ts'

/** What a person looks for first, for the table on the terminal. */
export const tableColumns: ColumnsOf = {
  claims: {
    ref: (row) => row.ref,
    statement: (row) => row.statement,
    claimant: (row) => row.claimant,
    said: (row) => row.said ?? row.saidText,
    place: (row) => row.place,
    number: (row) => row.measures.map(inWords).join('; '),
    grade: (row) => `${row.reliability ?? '–'}${row.credibility ?? '–'}`,
  },
  events: {
    ref: (row) => row.ref,
    title: (row) => row.title,
    when: (row) => row.when ?? row.whenText,
    place: (row) => row.place,
    status: (row) => row.status,
    claims: (row) => row.claims,
  },
  actors: {
    name: (row) => row.name,
    kind: (row) => row.kind,
    affiliation: (row) => row.affiliation,
    claims: (row) => row.claims,
  },
  outlets: {
    name: (row) => row.name,
    kind: (row) => row.kind,
    country: (row) => row.country,
    documents: (row) => row.documents,
    claims: (row) => row.claims,
  },
  documents: {
    title: (row) => row.title,
    outlet: (row) => row.outlet,
    published: (row) => row.published ?? row.publishedText,
    claims: (row) => row.claims,
  },
  notes: {
    title: (row) => row.title,
    excerpt: (row) => row.excerpt,
    pins: (row) => row.pins.map((pin) => pin.label).join(';'),
  },
  places: {
    name: (row) => row.name,
    within: (row) => row.within,
    latitude: (row) => row.latitude,
    longitude: (row) => row.longitude,
    precision: (row) => row.precision,
  },
}
