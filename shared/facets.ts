import { z } from 'zod'
import { View } from './list.ts'
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

/** The part of the contract that is about facets: the values of a view's rows, counted. */
export const facetMethods = {
  'claims.facets': query(FacetRequest, z.array(Facet)),
  'events.facets': query(FacetRequest, z.array(Facet)),
  'actors.facets': query(FacetRequest, z.array(Facet)),
  'outlets.facets': query(FacetRequest, z.array(Facet)),
  'documents.facets': query(FacetRequest, z.array(Facet)),
  'places.facets': query(FacetRequest, z.array(Facet)),
} as const
