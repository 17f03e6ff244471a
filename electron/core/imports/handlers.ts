import type { CommandContext, QueryContext } from '../context.ts'
import type { Handlers } from '../../ipc/dispatch.ts'
import { batchList, verdictPage } from './batches.ts'
import { inspectFile } from './inspect.ts'
import { runImport } from './run.ts'

export const importQueries = {
  'imports.list': ({ db }) => batchList(db),
  'imports.verdicts': ({ db }, page) => verdictPage(db, page),
  'imports.inspectFile': (_ctx, { path, options }) => inspectFile(path, options),
} satisfies Handlers<'imports.list' | 'imports.verdicts' | 'imports.inspectFile', QueryContext>

export const importJobs = {
  'imports.run': (ctx, request) => runImport(ctx, request),
} satisfies Handlers<'imports.run', CommandContext>
