import type { FigureData, FigureRequest } from '../../../shared/figures/data.ts'
import type { Tlp } from '../../../shared/scales.ts'
import type { ReadDb } from '../../store/db.ts'
import { dataVersion } from '../lists/view-cache.ts'
import { Kept } from '../reports/kept.ts'
import { figureData } from './figure-data.ts'
import type { OriginsOf } from './measure-data.ts'
import { originsOf } from './origins-of.ts'

interface Read {
  readonly version: string
  readonly data: Kept<FigureData>
  /** Several pictures ask for the origins of the same claims, which takes the longest. */
  readonly origins: Kept<ReturnType<OriginsOf>>
}

/** What pictures were drawn from last, of each connection, while nothing was committed since. */
const connections = new WeakMap<ReadDb, Read>()

/** The same as `figureData`, read once as long as nothing changes. */
export function keptFigureData(db: ReadDb, request: FigureRequest, limit: Tlp | null): FigureData {
  const { data, origins } = readBefore(db)
  const keptOrigins: OriginsOf = (_db, claims) => origins.get(JSON.stringify(claims), () => originsOf(db, claims))
  return data.get(JSON.stringify([request, limit]), () => figureData(db, request, limit, keptOrigins))
}

function readBefore(db: ReadDb): Read {
  const version = dataVersion(db)
  const known = connections.get(db)
  if (known?.version === version) return known
  const read: Read = { version, data: new Kept(30), origins: new Kept(4) }
  connections.set(db, read)
  return read
}
