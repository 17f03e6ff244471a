import { z } from 'zod'
import { Changed, Filter, requiredText, SortKey } from './list.ts'
import { command, nothing, query, shellCommand } from './method.ts'

/** The lists that are shown in grids. */
export const viewLists = ['claims', 'events', 'actors', 'outlets', 'documents', 'places'] as const
export type ViewList = (typeof viewLists)[number]

/** A column of a grid: whether it is shown, its width in pixels, its share of what is left over. */
const Column = z.strictObject({
  field: z.string().max(100),
  isShown: z.boolean().default(true),
  width: z.number().min(0).max(10_000).nullable().default(null),
  flex: z.number().min(0).max(100).nullable().default(null),
})

/** What a list shows, by name. A saved search is one that has only a search. */
export const SavedView = z.strictObject({
  list: z.enum(viewLists),
  name: requiredText(200),
  search: z.string().max(500).default(''),
  filter: Filter.default({}),
  /** Null: the order stays as it is. */
  sort: z.array(SortKey).max(8).nullable().default(null),
  /** In their order; null: the columns stay as they are. */
  columns: z.array(Column).max(200).nullable().default(null),
})
export type SavedView = z.infer<typeof SavedView>

/** A view as the case keeps it. */
export const KeptView = SavedView.extend({
  id: z.uuid(),
  /** Fields that it goes by and that its list does not have. */
  unknown: z.array(z.string()),
})
export type KeptView = z.infer<typeof KeptView>

/** Views as a file, to take them to another case. */
export const ViewsFile = z.strictObject({
  /** What kind of file this is, so that another JSON file is not taken for one. */
  format: z.literal('parallax-views'),
  version: z.literal(1),
  views: z.array(SavedView).max(1000),
})
export type ViewsFile = z.infer<typeof ViewsFile>

/** What a view of a file would be in the case: of a name that it does not have; as it has it; in the place of another. */
export const viewVerdicts = ['new', 'same', 'replaces'] as const

export const ViewsFound = z.object({
  fileName: z.string(),
  views: z.array(z.object({ view: SavedView, verdict: z.enum(viewVerdicts) })),
})
export type ViewsFound = z.infer<typeof ViewsFound>

/** The part of the contract that is about views saved by name. */
export const viewMethods = {
  'views.list': query(nothing, z.array(KeptView)),
  /** Keeps views under their names, as one step; one of the same list and name gives way. */
  'views.save': command(z.strictObject({ views: z.array(SavedView).min(1).max(1000) }), Changed),
  'views.rename': command(z.strictObject({ id: z.uuid(), name: requiredText(200) }), Changed),
  'views.remove': command(z.strictObject({ id: z.uuid() }), Changed),
  /** Asks for a file of views and tells what they would be in the case; nothing is changed yet. */
  'views.open': shellCommand(nothing, ViewsFound.nullable()),
  /** Asks for a place and writes all views of the case there; answers the file's name. */
  'views.export': shellCommand(nothing, z.string().nullable()),
} as const
