import type { Handlers } from '../../ipc/dispatch.ts'
import type { PlanContext } from '../context.ts'
import { writeCsv } from './write-csv.ts'

export const exportQueries = {
  'lists.writeCsv': (ctx, request) => writeCsv(ctx, request),
} satisfies Handlers<'lists.writeCsv', PlanContext>
