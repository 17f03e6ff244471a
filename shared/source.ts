import { z } from 'zod'
import { PinnedNote, Relation } from './claim.ts'
import { ActorId, DocumentId, OutletId, RecordLink } from './ids.ts'
import { optionalText, pageOf, requiredText } from './list.ts'
import { actorKinds, outletKinds, stateControl } from './vocabulary.ts'

/** What every source record's detail shows beside its own fields. */
const surroundings = {
  /** Claims said, carried or documented by it: at most 200, newest first. */
  claimLinks: z.array(RecordLink),
  pinned: z.array(PinnedNote),
  backlinks: z.array(RecordLink),
  trashed: z.string().nullable(),
}

export const ActorRow = z.object({
  id: ActorId,
  name: z.string(),
  kind: z.enum(actorKinds).nullable(),
  aliases: z.array(z.string()),
  affiliation: z.string().nullable(),
  affiliationId: ActorId.nullable(),
  claims: z.int(),
  notes: z.int(),
  created: z.string(),
  changed: z.string(),
})
export type ActorRow = z.infer<typeof ActorRow>
export const ActorPage = pageOf(ActorRow)
export const ActorDetail = ActorRow.extend(surroundings)
export type ActorDetail = z.infer<typeof ActorDetail>
export const actorFields = ['name', 'kind', 'aliases', 'affiliation', 'claims', 'created', 'changed'] as const
export const ActorPatch = z
  .strictObject({
    name: requiredText(500),
    kind: z.enum(actorKinds).nullable(),
    aliases: z.array(requiredText(500)).max(200),
    affiliation: optionalText(500),
  })
  .partial()
export type ActorPatch = z.infer<typeof ActorPatch>

export const OutletRow = z.object({
  id: OutletId,
  name: z.string(),
  kind: z.enum(outletKinds).nullable(),
  owner: z.string().nullable(),
  ownerId: ActorId.nullable(),
  stateControlled: z.enum(stateControl),
  country: z.string().nullable(),
  language: z.string().nullable(),
  documents: z.int(),
  claims: z.int(),
  notes: z.int(),
  created: z.string(),
  changed: z.string(),
})
export type OutletRow = z.infer<typeof OutletRow>
export const OutletPage = pageOf(OutletRow)
export const OutletDetail = OutletRow.extend(surroundings)
export type OutletDetail = z.infer<typeof OutletDetail>
export const outletFields = [
  'name',
  'kind',
  'owner',
  'stateControlled',
  'country',
  'language',
  'documents',
  'claims',
  'created',
  'changed',
] as const
export const OutletPatch = z
  .strictObject({
    name: requiredText(500),
    kind: z.enum(outletKinds).nullable(),
    owner: optionalText(500),
    stateControlled: z.enum(stateControl),
    country: optionalText(200),
    language: optionalText(100),
  })
  .partial()
export type OutletPatch = z.infer<typeof OutletPatch>

export const DocumentRow = z.object({
  id: DocumentId,
  title: z.string(),
  outlet: z.string().nullable(),
  outletId: OutletId.nullable(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  archiveUrl: z.string().nullable(),
  published: z.string().nullable(),
  publishedText: z.string().nullable(),
  captured: z.string().nullable(),
  language: z.string().nullable(),
  /** Read by the analyst: true, false ("cited, not seen") or null (not said). */
  readByMe: z.boolean().nullable(),
  claims: z.int(),
  notes: z.int(),
  created: z.string(),
  changed: z.string(),
})
export type DocumentRow = z.infer<typeof DocumentRow>
export const DocumentPage = pageOf(DocumentRow)
export const DocumentDetail = DocumentRow.extend({
  text: z.string().nullable(),
  fileSha256: z.string().nullable(),
  relations: z.array(Relation),
  ...surroundings,
})
export type DocumentDetail = z.infer<typeof DocumentDetail>
export const documentFields = [
  'title',
  'outlet',
  'author',
  'url',
  'archiveUrl',
  'published',
  'captured',
  'language',
  'readByMe',
  'claims',
  'created',
  'changed',
] as const
export const DocumentPatch = z
  .strictObject({
    title: requiredText(1000),
    outlet: optionalText(500),
    author: optionalText(500),
    url: optionalText(4000),
    archiveUrl: optionalText(4000),
    published: optionalText(200),
    captured: optionalText(200),
    language: optionalText(100),
    text: optionalText(5_000_000),
    readByMe: z.boolean().nullable(),
  })
  .partial()
export type DocumentPatch = z.infer<typeof DocumentPatch>
