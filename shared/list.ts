import { z } from 'zod'
import './ids.ts'

/** One condition on a field. Several conditions in one object must all hold. */
export const Condition = z.strictObject({
  /** One of these values; null stands for "not set". */
  in: z
    .array(z.union([z.string(), z.number(), z.null()]))
    .max(1000)
    .optional(),
  /** None of these values. */
  notIn: z
    .array(z.union([z.string(), z.number(), z.null()]))
    .max(1000)
    .optional(),
  /** Contains this text (case, accents and ё/е folded). */
  contains: z.string().max(500).optional(),
  notContains: z.string().max(500).optional(),
  /** At least / at most: a number, or an EDTF date whose range must meet the field's. */
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  /** Has a value, or has none. */
  set: z.boolean().optional(),
})
export type Condition = z.infer<typeof Condition>

/** Conditions by field name. Shorthand: a text, number or null is "equals", an array is "in". */
export const Filter = z.record(
  z.string(),
  z.union([
    Condition,
    z.array(z.union([z.string(), z.number(), z.null()])).transform((values): Condition => ({ in: values })),
    z.union([z.string(), z.number(), z.null()]).transform((value): Condition => ({ in: [value] })),
  ]),
)
export type Filter = z.infer<typeof Filter>

export const SortKey = z.strictObject({ field: z.string(), desc: z.boolean().default(false) })
export type SortKey = z.infer<typeof SortKey>

/** What a grid shows, without its position: the filter, the quick search and the order. */
export const View = z.strictObject({
  filter: Filter.default({}),
  search: z.string().max(500).default(''),
  sort: z.array(SortKey).max(8).default([]),
  /** True to list what is in the trash instead of what is live. */
  trashed: z.boolean().default(false),
})
export type View = z.infer<typeof View>
export type ViewInput = z.input<typeof View>

/** A page of a view: rows from `start` (inclusive) to `end` (exclusive). */
export const PageRequest = View.extend({ start: z.int().min(0).default(0), end: z.int().min(0).default(100) })
export type PageRequest = z.infer<typeof PageRequest>

/** The filter of what waits for a grade: claims of no credibility. */
export const ungraded = { credibility: { in: [null] } } satisfies ViewInput['filter']

/** Whether a page asks only how many live claims wait for a grade, which is asked after each change and has an index. As the window sent it, or as it was read. */
export const countsUngraded = ({ filter, search = '', trashed = false, end }: z.input<typeof PageRequest>): boolean =>
  end === 0 && search === '' && !trashed && JSON.stringify(filter) === JSON.stringify(ungraded)

/** The first rows of a view: how many. */
export const FirstRequest = View.extend({ count: z.int().min(1).max(1000).default(100) })
export type FirstRequest = z.infer<typeof FirstRequest>

/** As a page; the total is null where it is not counted yet. `isReady`: any other page can be told at once; else asking for one makes it so. */
export const firstOf = <T extends z.ZodType>(row: T) =>
  z.object({ total: z.int().nullable(), rows: z.array(row), isReady: z.boolean() })

export const pageOf = <T extends z.ZodType>(row: T) => z.object({ total: z.int(), rows: z.array(row) })

/** Which records a bulk change means: these ids, or all that a view shows. */
export const Selection = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(100_000) }),
  z.strictObject({ view: View }),
])
export type Selection = z.infer<typeof Selection>

/** What a command that changes records answers: how many it changed, and the ids it made. */
export const Changed = z.object({ count: z.int(), ids: z.array(z.uuid()) })
export type Changed = z.infer<typeof Changed>

/** A text field: NFC, no outer white space; empty means not set. */
export const optionalText = (max = 10_000) =>
  z
    .string()
    .max(max)
    .nullable()
    .transform((text) => {
      const clean = text?.normalize('NFC').trim()
      return clean ? clean : null
    })
export const requiredText = (max = 10_000) =>
  z
    .string()
    .max(max)
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => text !== '', 'must not be empty')
