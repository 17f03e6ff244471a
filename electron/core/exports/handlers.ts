import type { Handlers } from '../../ipc/dispatch.ts'
import type { PlanContext } from '../context.ts'
import { linesOf } from './lines.ts'

export const queries = {
  'lists.lines': (ctx, request) => linesOf(ctx, request),
  // The program of all formats is large, and lines need none of it.
  'lists.write': async (ctx, request) => (await import('./write-list.ts')).writeList(ctx, request),
} satisfies Handlers<'lists.lines' | 'lists.write', PlanContext>
