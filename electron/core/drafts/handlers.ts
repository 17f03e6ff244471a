import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { listDrafts, removeDraft, storeDraft } from './drafts.ts'

export const queries = {
  'drafts.listStored': ({ db }, { beside }) => listDrafts(db, beside),
} satisfies Handlers<'drafts.listStored', QueryContext>

export const commands = {
  'drafts.store': ({ db }, { caseId, draft }) => storeDraft(db, caseId, draft),
  'drafts.remove': ({ db }, { caseId, key }) => removeDraft(db, caseId, key),
} satisfies Handlers<'drafts.store' | 'drafts.remove', CommandContext>
