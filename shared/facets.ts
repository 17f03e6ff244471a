import { z } from 'zod'
import { Selection, View } from './list.ts'
import { query } from './method.ts'

/** A field whose values are shown with how many rows have each; `null` stands for "not set". */
export const Facet = z.object({
  field: z.string(),
  /** The most frequent first, those alike by their text; values that the filter names are there, however rare. */
  values: z.array(z.object({ value: z.string().nullable(), count: z.int() })),
  /** How many further values there are. */
  more: z.int(),
})
export type Facet = z.infer<typeof Facet>
export type FacetValue = Facet['values'][number]

/** Of which view facets are asked for; only some of them, or only values with a text in them, where that is said. */
export const FacetRequest = View.extend({
  fields: z.array(z.string()).max(20).optional(),
  find: z.string().max(200).default(''),
})
export type FacetRequest = z.infer<typeof FacetRequest>

/** The most values of a facet. */
export const mostFacetValues = 200

/** The fields of each list that have facets, in their order. */
export const facetFields = {
  claim: ['topic', 'claimant', 'outlet', 'place', 'reliability', 'credibility', 'status', 'tags'],
  event: ['kind', 'place', 'participants', 'status'],
  actor: ['kind', 'affiliation'],
  outlet: ['kind', 'owner', 'stateControlled', 'country', 'language'],
  document: ['outlet', 'author', 'language', 'readByMe'],
  place: ['within', 'precision'],
  note: [],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What the columns of some claims hold in all: of each claim its first number, first outlet and first document. */
export const ClaimSummary = z.object({
  count: z.int(),
  /** Null: none of them states a number. `subjects`: of how many subjects and units they are. */
  numbers: z
    .object({ count: z.int(), min: z.number(), max: z.number(), median: z.number(), subjects: z.int() })
    .nullable(),
  /** The first and the last day on which any of them may have been said (ISO 8601); null: not known. */
  said: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  claimants: z.int(),
  outlets: z.int(),
  documents: z.int(),
})
export type ClaimSummary = z.infer<typeof ClaimSummary>

/** The part of the contract that is about what the rows of a list hold in all: their values, counted, and their columns, summed up. */
export const facetMethods = {
  'claims.facets': query(FacetRequest, z.array(Facet)),
  'claims.summary': query(Selection, ClaimSummary),
  'events.facets': query(FacetRequest, z.array(Facet)),
  'actors.facets': query(FacetRequest, z.array(Facet)),
  'outlets.facets': query(FacetRequest, z.array(Facet)),
  'documents.facets': query(FacetRequest, z.array(Facet)),
  'places.facets': query(FacetRequest, z.array(Facet)),
} as const
