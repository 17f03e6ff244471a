import { z } from 'zod'
import { FigureData, FigureRequest } from './figures/data.ts'
import { query, shellCommand } from './method.ts'

/** The part of the contract that is about pictures. */
export const figureMethods = {
  /** What a picture is drawn from. At most a few thousand records: the counts say of how many. */
  'figures.data': query(FigureRequest, FigureData),
  /** Style rules with the fonts that a text needs, cut down to its characters: a picture that is kept has them in it. */
  'figures.fonts': query(z.strictObject({ text: z.string().max(2_000_000) }), z.string()),
  /** Asks for a place and writes the picture there; answers the file's name, null when the dialog was cancelled. */
  'figures.save': shellCommand(
    z.strictObject({
      name: z.string().max(200),
      format: z.enum(['svg', 'png']),
      content: z.union([z.string().max(50_000_000), z.instanceof(Uint8Array)]),
    }),
    z.string().nullable(),
  ),
} as const
