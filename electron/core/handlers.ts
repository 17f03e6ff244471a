import { analysisCommands, analysisQueries } from './analysis/engine/handlers.ts'
import { mergeCommands, mergeQueries } from './analysis/duplicates/merge/handlers.ts'
import { placeCommands, placeQueries } from './analysis/places/handlers.ts'
import { caseCommands, caseQueries } from './cases/handlers.ts'
import { claimCommands, claimQueries } from './claims/handlers.ts'
import { draftCommands, draftQueries } from './drafts/handlers.ts'
import { eventCommands, eventQueries } from './events/handlers.ts'
import { evidenceJobs, evidenceQueries } from './evidence/handlers.ts'
import { exportQueries } from './exports/handlers.ts'
import { figureQueries } from './figures/handlers.ts'
import { historyCommands, historyQueries } from './history/handlers.ts'
import { importCommands, importJobs, importQueries } from './imports/handlers.ts'
import { originQueries } from './analysis/origins/handlers.ts'
import { noteCommands, noteQueries } from './notes/handlers.ts'
import { ratingCommands, ratingQueries } from './ratings/handlers.ts'
import { reportCommands, reportQueries } from './reports/handlers.ts'
import { trashCommands, trashJobs, trashQueries } from './trash/handlers.ts'
import { viewCommands, viewQueries } from './views/handlers.ts'
import { sourceCommands, sourceQueries } from './sources/handlers.ts'

/** Every method that runs in a database thread, by kind; a test holds that the contract's store methods are all here. */
export const queries = {
  ...caseQueries,
  ...draftQueries,
  ...claimQueries,
  ...eventQueries,
  ...sourceQueries,
  ...noteQueries,
  ...importQueries,
  ...reportQueries,
  ...historyQueries,
  ...exportQueries,
  ...evidenceQueries,
  ...figureQueries,
  ...trashQueries,
  ...analysisQueries,
  ...ratingQueries,
  ...originQueries,
  ...mergeQueries,
  ...placeQueries,
  ...viewQueries,
}
export const commands = {
  ...caseCommands,
  ...draftCommands,
  ...claimCommands,
  ...eventCommands,
  ...sourceCommands,
  ...noteCommands,
  ...importCommands,
  ...reportCommands,
  ...historyCommands,
  ...trashCommands,
  ...analysisCommands,
  ...ratingCommands,
  ...mergeCommands,
  ...placeCommands,
  ...viewCommands,
}

/** Long commands: they hold one transaction over many turns of the event loop, so that progress and cancel get through. */
export const jobs = { ...importJobs, ...trashJobs, ...evidenceJobs }
