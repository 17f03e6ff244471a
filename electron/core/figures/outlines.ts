import type { Outlines } from '../../../shared/places.ts'
import { readOutlines } from '../analysis/places/map-data.ts'

let read: Outlines | undefined

/** The outlines that come with Parallax, for reports and the command line. They are read once, when the first map is drawn. */
export const outlines = (): Outlines => (read ??= readOutlines())
