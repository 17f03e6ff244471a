import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { activity, changedFields, historyState, people, setsCalled } from './activity.ts'
import { explain } from './explain.ts'
import { laterSteps } from './later.ts'
import { redo, undo } from './undo.ts'
import { bringBack, versions } from './versions.ts'

export const queries = {
  'history.state': ({ db }) => historyState(db),
  'history.list': ({ db }, filter) => activity(db, filter),
  'history.people': ({ db }) => people(db),
  'history.later': ({ db }, { step }) =>
    setsCalled(
      db,
      laterSteps(db, step).map(({ num }) => num),
    ),
  'history.changes': ({ db }, { step, limit }) => changedFields(db, step, limit),
  'history.versions': ({ db }, { record, limit }) => versions(db, record, limit),
} satisfies Handlers<
  'history.state' | 'history.list' | 'history.people' | 'history.later' | 'history.changes' | 'history.versions',
  QueryContext
>

export const commands = {
  'history.undo': (ctx, which) => undo(ctx, which),
  'history.redo': (ctx) => redo(ctx),
  'history.bringBack': (ctx, request) => bringBack(ctx, request),
  'history.explain': (ctx, request) => explain(ctx, request),
} satisfies Handlers<'history.undo' | 'history.redo' | 'history.bringBack' | 'history.explain', CommandContext>
