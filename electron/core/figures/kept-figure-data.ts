import type { FigureData, FigureRequest } from '../../../shared/figures/data.ts'
import type { Tlp } from '../../../shared/scales.ts'
import type { ReadDb } from '../../store/db.ts'
import { whileUnchanged } from '../lists/while-unchanged.ts'
import { Kept } from '../reports/kept.ts'
import { figureData } from './figure-data.ts'
import type { OriginsOf } from './measure-data.ts'
import { originsOf } from './origins-of.ts'

/** What pictures were drawn from last. */
const readBefore = whileUnchanged(() => ({
  data: new Kept<FigureData>(30),
  /** Several pictures ask for the origins of the same claims, which takes the longest. */
  origins: new Kept<ReturnType<OriginsOf>>(4),
}))

/** The same as `figureData`, read once as long as nothing changes. */
export function keptFigureData(db: ReadDb, request: FigureRequest, limit: Tlp | null): FigureData {
  const { data, origins } = readBefore(db)
  const keptOrigins: OriginsOf = (_db, claims) => origins.get(JSON.stringify(claims), () => originsOf(db, claims))
  return data.get(JSON.stringify([request, limit]), () => figureData(db, request, limit, keptOrigins))
}
