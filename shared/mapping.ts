import { z } from 'zod'
import { ImportField } from './import-lists.ts'

/**
 * How a column is used. No field: it is left out. One: it fills that field. Several: its cells are split at the separator
 * and the parts fill these fields in order, the last one the rest; null passes a part over. With a field of several values
 * the separator parts those.
 */
export const ColumnUse = z.strictObject({
  fields: z.array(ImportField.nullable()).max(20),
  separator: z.string().min(1).max(10).nullable(),
})
export type ColumnUse = z.infer<typeof ColumnUse>

/** From a file's columns to fields. */
export const Mapping = z.strictObject({
  /** One use for each column of the file. */
  columns: z.array(ColumnUse).max(2000),
  /** What holds for every row whose own cell is empty or missing. */
  constants: z.partialRecord(ImportField, z.string().max(10_000)),
  /** What stands between the texts of several columns that fill one field; a space where it is not said. */
  joins: z.partialRecord(ImportField, z.string().max(20)),
})
export type Mapping = z.infer<typeof Mapping>

const unused: ColumnUse = { fields: [], separator: null }

/** The mapping in which each column fills one field or none. */
export const mappingOf = (fields: readonly (ImportField | null)[]): Mapping => ({
  columns: fields.map((field) => (field === null ? unused : { fields: [field], separator: null })),
  constants: {},
  joins: {},
})

/** The fields that a mapping fills, by columns or by constants. */
export const filledFields = ({ columns, constants }: Mapping): Set<ImportField> =>
  new Set([
    ...columns.flatMap(({ fields }) => fields.filter((field) => field !== null)),
    ...(Object.keys(constants) as ImportField[]),
  ])

/** The fields of each column: the first one, or null where it is left out. */
export const firstFields = ({ columns }: Mapping): (ImportField | null)[] =>
  columns.map(({ fields }) => fields.find((field) => field !== null) ?? null)
