import { z } from 'zod'

/** Points of a line that ends where it begins: longitude and latitude in degrees. */
export const Ring = z.array(z.tuple([z.number(), z.number()])).min(4)

/** What a map draws: outlines of countries, and of areas of which it is disputed to whom they belong. */
export const Outlines = z.object({
  /** The data set with its version. */
  name: z.string(),
  /** How it treats disputed borders, in a sentence or two: shown under every map. */
  treatment: z.string(),
  licence: z.string(),
  countries: z.array(
    z.object({
      /** The key of the place in the gazetteer where there is one: `RU`, `crimea`. */
      key: z.string(),
      name: z.string(),
      /** All islands and holes together: what lies in an even number of rings is not of it. */
      rings: z.array(Ring),
      /** Who claims an area and who holds it; absent: not in dispute. */
      disputed: z.string().optional(),
    }),
  ),
})
export type Outlines = z.infer<typeof Outlines>
