import type { FigureData, FigureRequest } from '../../../shared/figures/data.ts'
import type { Tlp } from '../../../shared/scales.ts'
import type { ReadDb } from '../../store/db.ts'
import { dataVersion } from '../lists/view-cache.ts'
import { Kept } from '../reports/kept.ts'
import { figureData } from './figure-data.ts'

/** What pictures were drawn from last, of each connection, while nothing was committed since. */
const connections = new WeakMap<ReadDb, { readonly version: string; readonly data: Kept<FigureData> }>()

/** The same as `figureData`, read once as long as nothing changes. */
export function keptFigureData(db: ReadDb, request: FigureRequest, limit: Tlp | null): FigureData {
  const version = dataVersion(db)
  const known = connections.get(db)
  const { data } = known?.version === version ? known : { data: new Kept<FigureData>(30) }
  if (data !== known?.data) connections.set(db, { version, data })
  return data.get(JSON.stringify([request, limit]), () => figureData(db, request, limit))
}
