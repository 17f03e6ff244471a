import { z } from 'zod'
import { Changed, optionalText } from './list.ts'
import { command, query } from './method.ts'
import { RatedSource, SourceRating, TrackRecord } from './ratings.ts'
import { reliabilities } from './scales.ts'

/** The part of the contract that is about the grades of sources. */
export const ratingMethods = {
  /** All ratings of a source, the newest first. */
  'ratings.ofSource': query(z.strictObject({ source: RatedSource }), z.array(SourceRating)),
  'ratings.trackRecord': query(z.strictObject({ source: RatedSource }), TrackRecord),
  /** Grades a source in general or for one topic; null takes the grade back. */
  'ratings.rateSource': command(
    z.strictObject({
      source: RatedSource,
      topic: optionalText(500),
      value: z.enum(reliabilities).nullable(),
      reason: z.string().max(5000).optional(),
    }),
    Changed,
  ),
} as const
