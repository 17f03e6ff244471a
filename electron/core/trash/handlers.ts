import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { emptyTrash } from './purge.ts'
import { restoreFromTrash } from './restore.ts'
import { trashList } from './trash-list.ts'

export const queries = {
  'trash.list': ({ db }) => trashList(db),
} satisfies Handlers<'trash.list', QueryContext>

export const commands = {
  'trash.restore': (ctx, { records }) => restoreFromTrash(ctx, records),
} satisfies Handlers<'trash.restore', CommandContext>

export const jobs = {
  'trash.empty': (ctx) => emptyTrash(ctx),
} satisfies Handlers<'trash.empty', CommandContext>
