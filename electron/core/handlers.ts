import { caseCommands, caseQueries } from './cases/handlers.ts'
import { claimCommands, claimQueries } from './claims/handlers.ts'
import { eventCommands, eventQueries } from './events/handlers.ts'
import { figureQueries } from './figures/handlers.ts'
import { historyCommands, historyQueries } from './history/handlers.ts'
import { importCommands, importJobs, importQueries } from './imports/handlers.ts'
import { noteCommands, noteQueries } from './notes/handlers.ts'
import { reportCommands, reportQueries } from './reports/handlers.ts'
import { trashCommands, trashJobs, trashQueries } from './trash/handlers.ts'
import { sourceCommands, sourceQueries } from './sources/handlers.ts'

/** Every method that runs in a database thread, by kind; a test holds that the contract's store methods are all here. */
export const queries = {
  ...caseQueries,
  ...claimQueries,
  ...eventQueries,
  ...sourceQueries,
  ...noteQueries,
  ...importQueries,
  ...reportQueries,
  ...historyQueries,
  ...figureQueries,
  ...trashQueries,
}
export const commands = {
  ...caseCommands,
  ...claimCommands,
  ...eventCommands,
  ...sourceCommands,
  ...noteCommands,
  ...importCommands,
  ...reportCommands,
  ...historyCommands,
  ...trashCommands,
}

/** Long commands: they hold one transaction over many turns of the event loop, so that progress and cancel get through. */
export const jobs = { ...importJobs, ...trashJobs }
