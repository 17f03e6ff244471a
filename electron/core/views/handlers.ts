import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { removeView, renameView, saveViews, viewList } from './views.ts'

export const queries = {
  'views.list': ({ db }) => viewList(db),
} satisfies Handlers<'views.list', QueryContext>

export const commands = {
  'views.save': (ctx, { views }) => saveViews(ctx, views),
  'views.rename': (ctx, { id, name }) => renameView(ctx, id, name),
  'views.remove': (ctx, { id }) => removeView(ctx, id),
} satisfies Handlers<`views.${'save' | 'rename' | 'remove'}`, CommandContext>
