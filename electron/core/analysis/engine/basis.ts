import type { ReadDb } from '../../../store/db.ts'
import type { Basis } from '../compare/comparable.ts'
import { placeBook } from '../places/book.ts'
import { toleranceOf } from './load.ts'

/** What figures, dates and places of this case are held against. */
export const basisOf = (db: ReadDb): Basis => ({ tolerance: toleranceOf(db), places: placeBook(db) })
