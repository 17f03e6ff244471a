import type { ReportPlace } from '../../../shared/report-methods.ts'
import type { ReadDb } from '../../store/db.ts'
import { gatherReport } from './gather.ts'
import { drawModel } from './make-model.ts'
import { nameInText } from './references.ts'

/** What the texts of a report can refer to, as it is drawn now: what falls away cannot be referred to. */
export const placesOf = (db: ReadDb, id: string): ReportPlace[] =>
  drawModel(gatherReport(db, id), new Date(0).toISOString()).places.map(({ name, words }) => ({
    ...{ name: nameInText(name), words },
  }))
