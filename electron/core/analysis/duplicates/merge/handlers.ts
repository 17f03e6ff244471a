import type { Handlers } from '../../../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../../../context.ts'
import { merge, previewMerge, split } from './merge.ts'

export const queries = {
  'merges.preview': (ctx, pair) => previewMerge(ctx, pair),
} satisfies Handlers<'merges.preview', QueryContext>

export const commands = {
  'merges.run': (ctx, request) => merge(ctx, request),
  'merges.split': (ctx, request) => split(ctx, request),
} satisfies Handlers<'merges.run' | 'merges.split', CommandContext>
