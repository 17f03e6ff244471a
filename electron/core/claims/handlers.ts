import type { CommandContext, QueryContext } from '../context.ts'
import type { Handlers } from '../../ipc/dispatch.ts'
import { facetsOf } from '../lists/facets.ts'
import { viewIds } from '../lists/list.ts'
import { pasteRecords, trashRecords, updateRecords } from '../records/editing.ts'
import { claims, createClaim, rateClaim } from './commands.ts'
import { claimList } from './list.ts'
import { claimDetail, claimPage, firstClaims } from './queries.ts'
import { addCarriage, addMeasure, removePart, updateCarriage, updateMeasure } from './parts.ts'
import { summaryOf } from './summary.ts'
import { addRelation, removeRelation } from './relations.ts'
import { claimValues } from './values.ts'

export const queries = {
  'claims.page': (ctx, request) => claimPage(ctx, request),
  'claims.first': (ctx, request) => firstClaims(ctx, request),
  'claims.ids': (ctx, view) => ({ ids: viewIds(ctx, claimList, view) }),
  'claims.facets': (ctx, view) => facetsOf(ctx, claimList, view),
  'claims.summary': (ctx, selection) => summaryOf(ctx, selection),
  'claims.get': (ctx, { id }) => claimDetail(ctx, id),
  'claims.values': async (ctx, { field, search }) => {
    const values = claimValues(ctx, field, search)
    if (field !== 'place') return values
    const { withKnownPlaces } = await import('../analysis/places/suggest.ts')
    return withKnownPlaces(ctx, values, search)
  },
} satisfies Handlers<`claims.${'page' | 'first' | 'ids' | 'facets' | 'summary' | 'get' | 'values'}`, QueryContext>

export const commands = {
  'claims.create': (ctx, { patch }) => createClaim(ctx, patch),
  'claims.update': (ctx, input) => updateRecords(ctx, claims, input),
  'claims.paste': (ctx, { rows }) => pasteRecords(ctx, claims, rows),
  'claims.trash': (ctx, { selection }) => trashRecords(ctx, claimList, selection, false),
  'claims.restore': (ctx, { selection }) => trashRecords(ctx, claimList, selection, true),
  'claims.rate': (ctx, { id, rating, reason }) => rateClaim(ctx, id, rating, reason),
  'measures.add': (ctx, { claimId, measure }) => addMeasure(ctx, claimId, measure),
  'measures.update': (ctx, { id, measure }) => updateMeasure(ctx, id, measure),
  'measures.remove': (ctx, { id }) => removePart(ctx, 'measure', id),
  'carriages.add': (ctx, { claimId, carriage }) => addCarriage(ctx, claimId, carriage),
  'carriages.update': (ctx, { id, patch }) => updateCarriage(ctx, id, patch),
  'carriages.remove': (ctx, { id }) => removePart(ctx, 'carriage', id),
  'relations.add': (ctx, input) => addRelation(ctx, input),
  'relations.remove': (ctx, { id }) => removeRelation(ctx, id),
} satisfies Partial<Handlers<ClaimCommand, CommandContext>>

type ClaimCommand =
  | 'claims.create'
  | 'claims.update'
  | 'claims.paste'
  | 'claims.trash'
  | 'claims.restore'
  | 'claims.rate'
  | 'measures.add'
  | 'measures.update'
  | 'measures.remove'
  | 'carriages.add'
  | 'carriages.update'
  | 'carriages.remove'
  | 'relations.add'
  | 'relations.remove'
