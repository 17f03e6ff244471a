import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { rateSource, sourceRatings, trackRecord } from './source-ratings.ts'

export const queries = {
  'ratings.ofSource': (ctx, { source }) => sourceRatings(ctx, source),
  'ratings.trackRecord': (ctx, { source }) => trackRecord(ctx, source),
} satisfies Handlers<'ratings.ofSource' | 'ratings.trackRecord', QueryContext>

export const commands = {
  'ratings.rateSource': (ctx, input) => rateSource(ctx, input),
} satisfies Handlers<'ratings.rateSource', CommandContext>
