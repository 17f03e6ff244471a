import { ExpectedError } from '../../../shared/result.ts'
import type { EntityName } from './entities.ts'

/** What is said where an id leads nowhere: the record may have been taken back meanwhile. */
export const notFound = (entity: EntityName, id: string): ExpectedError =>
  new ExpectedError('not-found', `There is no ${entity.replace('_', ' ')} with the id ${id} in this case.`)
