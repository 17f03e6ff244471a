import type { FigureData, FigureRequest } from '../../../shared/figures/data.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Tlp } from '../../../shared/scales.ts'
import type { ReadDb } from '../../store/db.ts'
import { mapData } from './map-data.ts'
import { measureData, type OriginsOf } from './measure-data.ts'
import { originsData } from './origins-data.ts'
import { originsOf } from './origins-of.ts'
import { selectedFor, unmarked } from './selected.ts'
import { timelineData } from './timeline-data.ts'

/** What a picture is drawn from. `limit` is the label of a report that shows it: claims above it are left out. `origins`: how those of claims are found. */
export function figureData(
  db: ReadDb,
  request: FigureRequest,
  limit: Tlp | null = null,
  origins: OriginsOf = originsOf,
): FigureData {
  const selected = selectedFor(db, request, limit)
  switch (request.figure) {
    case 'numbers':
    case 'matrix':
      return measureData(db, request.figure, selected, origins)
    case 'timeline':
      return timelineData(db, selected)
    case 'map':
      return mapData(db, selected)
    case 'origins':
      return originsData(db, request, selected, (claims) => (limit === null ? claims : unmarked(db, claims, limit)))
    default:
      return assertNever(request.figure)
  }
}
