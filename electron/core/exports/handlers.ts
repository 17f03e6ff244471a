import type { Handlers } from '../../ipc/dispatch.ts'
import type { PlanContext } from '../context.ts'
import { writeList } from './write-list.ts'

export const queries = {
  'lists.write': (ctx, request) => writeList(ctx, request),
} satisfies Handlers<'lists.write', PlanContext>
