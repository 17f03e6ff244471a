import type { Handlers } from '../../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../../context.ts'
import { comparisons, comparisonsOf } from './comparisons.ts'
import { decide } from './decide.ts'
import { findings } from './findings.ts'
import { originCounts } from './origins.ts'
import type { Portion } from './portion.ts'
import { storePortion } from './store.ts'
import { isBehind } from './todo.ts'

export const queries = {
  'analysis.status': ({ db }) => ({ isBehind: isBehind(db) }),
  'analysis.findings': (ctx, request) => findings(ctx, request),
  'analysis.compare': (ctx, { claim, limit }) => comparisonsOf(ctx, claim, limit),
  'analysis.notComparable': (ctx, { start, end }) => comparisons(ctx, 'alike', start, end),
  'analysis.parts': (ctx, { start, end }) => comparisons(ctx, 'parts', start, end),
  'analysis.counts': (ctx, { start, end }) => originCounts(ctx, start, end),
  // Of the threads only that of the analysis needs what computes it.
  'analysis.compute': async (ctx, { restart }) => (await import('./pass.ts')).nextPortion(ctx, restart),
} satisfies Partial<Handlers<AnalysisMethod, QueryContext>>

export const commands = {
  'analysis.decide': (ctx, input) => decide(ctx, input),
  'analysis.store': (ctx, { portion }) => {
    // It comes from `analysis.compute`, never from outside: the contract keeps both internal.
    storePortion(ctx, portion as Portion)
    return null
  },
} satisfies Partial<Handlers<AnalysisMethod, CommandContext>>

type AnalysisMethod =
  | 'analysis.status'
  | 'analysis.findings'
  | 'analysis.compare'
  | 'analysis.notComparable'
  | 'analysis.parts'
  | 'analysis.counts'
  | 'analysis.compute'
  | 'analysis.decide'
  | 'analysis.store'
