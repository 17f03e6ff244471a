import type { Handlers } from '../../../ipc/dispatch.ts'
import type { QueryContext } from '../../context.ts'
import { originsReport } from './queries.ts'

export const queries = {
  'analysis.origins': (ctx, question) => originsReport(ctx, question),
} satisfies Handlers<'analysis.origins', QueryContext>
