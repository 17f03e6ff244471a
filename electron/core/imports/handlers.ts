import type { CommandContext, PlanContext } from '../context.ts'
import type { Handlers } from '../../ipc/dispatch.ts'
import { batchList, keptFile, verdictPage } from './batches.ts'
import { inspectFile } from './inspect.ts'
import { profileList, removeProfile, saveProfile } from './mapping/profiles.ts'
import { rejectsOf } from './rejects.ts'
import { previewImport, runImport } from './run.ts'
import { previewUndo, undoBatch } from './undo/undo-batch.ts'

export const queries = {
  'imports.list': ({ db }) => batchList(db),
  'imports.verdicts': ({ db }, page) => verdictPage(db, page),
  'imports.inspectFile': ({ db }, { path, ...how }) => inspectFile(db, path, how),
  'imports.previewFile': (ctx, request) => previewImport(ctx, request),
  'imports.previewUndo': (ctx, request) => previewUndo(ctx, request),
  'imports.rejects': ({ db }, { batch }) => rejectsOf(db, batch),
  'imports.keptFile': ({ db }, { batch }) => keptFile(db, batch),
  'profiles.list': ({ db }) => profileList(db),
} satisfies Handlers<
  | 'imports.list'
  | 'imports.verdicts'
  | 'imports.inspectFile'
  | 'imports.previewFile'
  | 'imports.previewUndo'
  | 'imports.rejects'
  | 'imports.keptFile'
  | 'profiles.list',
  PlanContext
>

export const commands = {
  'profiles.save': ({ db, touch }, { profile }) => {
    saveProfile(db, profile)
    touch('imports')
    return null
  },
  'profiles.remove': ({ db, touch }, { name }) => {
    removeProfile(db, name)
    touch('imports')
    return null
  },
} satisfies Handlers<'profiles.save' | 'profiles.remove', CommandContext>

export const jobs = {
  'imports.run': (ctx, request) => runImport(ctx, request),
  'imports.takeBack': (ctx, request) => undoBatch(ctx, request),
} satisfies Handlers<'imports.run' | 'imports.takeBack', CommandContext>
