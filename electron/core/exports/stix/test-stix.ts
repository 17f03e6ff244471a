import { z } from 'zod'
import { extensionId } from './ids.ts'

// What STIX 2.1 (OASIS Standard, 10 June 2021) demands of the objects that Parallax writes, from the text of the standard:
// required properties, no property that is not defined, no null and no empty list, ids, times and references.

/** Section 2.9: UUIDs of RFC 4122, which knows versions 1 to 5. */
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const idOf = (...types: readonly string[]): z.ZodString =>
  z.string().regex(new RegExp(`^(${types.join('|')})--${uuid}$`))
/** Sections 3.2 and 2.14: RFC 3339 in UTC, to the millisecond. */
const timestamp = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const text = z.string().min(1)
const many = <T extends z.ZodType>(item: T): z.ZodArray<T> => z.array(item).min(1)

/** A value of an extension: anything but null, lists only with something in them, names of three letters at least. */
const anything: z.ZodType = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    many(anything),
    z.record(z.string().regex(/^[a-z0-9_]{3,250}$/), anything),
  ]),
)
const extensions = z.strictObject({
  [extensionId]: z
    .record(z.string().regex(/^[a-z0-9_]{3,250}$/), anything)
    .and(z.looseObject({ extension_type: z.literal('property-extension') })),
})

const externalReference = z.strictObject({
  source_name: text,
  url: z.url({ protocol: /^https?$/ }).optional(),
  external_id: text.regex(/^(?!(CVE|CAPEC)-\d)/).optional(),
  description: text.optional(),
  hashes: z.strictObject({ 'SHA-256': z.string().regex(/^[0-9a-f]{64}$/i) }).optional(),
})

const common = (type: string) => ({
  type: z.literal(type),
  spec_version: z.literal('2.1'),
  id: idOf(type),
  created_by_ref: idOf('identity').optional(),
  created: timestamp,
  modified: timestamp,
  labels: many(text).optional(),
  confidence: z.int().min(0).max(100).optional(),
  external_references: many(externalReference).optional(),
  object_marking_refs: many(idOf('marking-definition')).optional(),
  extensions: extensions.optional(),
})

const sdo = ['identity', 'incident', 'location', 'note', 'opinion', 'report', 'grouping']
const refs = many(idOf(...sdo, 'relationship'))

const object = z.discriminatedUnion('type', [
  z.strictObject({
    ...common('identity'),
    type: z.literal('identity'),
    name: text,
    description: text.optional(),
    roles: many(text).optional(),
    identity_class: z.enum(['individual', 'group', 'system', 'organization', 'class', 'unknown']),
  }),
  z.strictObject({ ...common('incident'), type: z.literal('incident'), name: text }),
  z.strictObject({
    ...common('location'),
    type: z.literal('location'),
    name: text.optional(),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  z.strictObject({
    ...common('note'),
    type: z.literal('note'),
    abstract: text.optional(),
    content: text,
    object_refs: refs,
  }),
  z.strictObject({
    ...common('opinion'),
    type: z.literal('opinion'),
    explanation: text.optional(),
    authors: many(text),
    opinion: z.enum(['strongly-disagree', 'disagree', 'neutral', 'agree', 'strongly-agree']),
    object_refs: refs,
  }),
  z.strictObject({
    ...common('report'),
    type: z.literal('report'),
    name: text,
    published: timestamp,
    object_refs: refs,
  }),
  z.strictObject({
    ...common('grouping'),
    type: z.literal('grouping'),
    name: text,
    description: text.optional(),
    context: z.enum(['suspicious-activity', 'malware-analysis', 'unspecified']),
    object_refs: refs,
  }),
  z.strictObject({
    ...common('relationship'),
    type: z.literal('relationship'),
    relationship_type: z.string().regex(/^[a-z0-9-]+$/),
    description: text.optional(),
    source_ref: idOf(...sdo),
    target_ref: idOf(...sdo),
  }),
  z.strictObject({
    ...common('extension-definition'),
    type: z.literal('extension-definition'),
    created_by_ref: idOf('identity'),
    name: text,
    description: text,
    schema: text,
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    extension_types: many(z.literal('property-extension')),
  }),
  z.strictObject({
    type: z.literal('marking-definition'),
    spec_version: z.literal('2.1'),
    id: idOf('marking-definition'),
    created: timestamp,
    name: text,
    extensions: z.record(
      idOf('extension-definition'),
      z.strictObject({ extension_type: z.literal('property-extension'), tlp_2_0: text }),
    ),
  }),
])

export type Found = z.infer<typeof object>

const bundle = z.strictObject({ type: z.literal('bundle'), id: idOf('bundle'), objects: many(object) })

/** Reads a bundle; throws where it is none of STIX 2.1, has an id twice, or refers to what is not in it. */
export function readBundle(text: string): readonly Found[] {
  const { objects } = bundle.parse(JSON.parse(text))
  const ids = new Set(objects.map(({ id }) => id))
  if (ids.size < objects.length) throw new Error('An id is there twice.')
  for (const found of objects) {
    if ('modified' in found && found.modified < found.created)
      throw new Error(`${found.id} was modified before it was created.`)
    for (const ref of refsIn(found))
      if (!ids.has(ref)) throw new Error(`${found.id} refers to ${ref}, which is not there.`)
  }
  return objects
}

const refsIn = (found: Found): string[] =>
  Object.entries(found).flatMap(([key, value]) =>
    key.endsWith('_ref') ? [value as string] : key.endsWith('_refs') ? (value as string[]) : [],
  )
