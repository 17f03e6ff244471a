import { z } from 'zod'
import { FileOptions, Matching } from './import.ts'
import { importKinds, ImportField } from './import-lists.ts'
import { ColumnUse, type Mapping } from './mapping.ts'
import { headingKey } from './text.ts'

/** A saved way to import files of one shape: it goes by the names of columns, in whatever order they stand. */
export const Profile = z.strictObject({
  /** What kind of file this is, so that another JSON file is not taken for one. */
  format: z.literal('parallax-import-profile'),
  version: z.literal(1),
  name: z.string().trim().min(1).max(200),
  kind: z.enum(importKinds),
  columns: z.array(ColumnUse.extend({ column: z.string().max(10_000) })).max(2000),
  constants: z.partialRecord(ImportField, z.string().max(10_000)),
  joins: z.partialRecord(ImportField, z.string().max(20)),
  options: FileOptions.pick({ encoding: true, delimiter: true, dateOrder: true }),
  matching: Matching.omit({ decisions: true }),
})
export type Profile = z.infer<typeof Profile>

/** The heading of a column: those without a name are told apart by their place. */
const headingOf = (header: readonly string[], index: number): string => header[index]?.trim() || `column ${index + 1}`

/** Makes a profile of how a file is imported. */
export const profileOf = (
  name: string,
  header: readonly string[],
  how: {
    readonly kind: Profile['kind']
    readonly mapping: Mapping
    readonly options?: FileOptions
    readonly matching?: Matching
  },
): Profile => {
  const { encoding, delimiter, dateOrder } = how.options ?? {}
  const { key, onDuplicate } = how.matching ?? {}
  return {
    format: 'parallax-import-profile',
    version: 1,
    name,
    kind: how.kind,
    columns: how.mapping.columns.map((use, index) => ({ column: headingOf(header, index), ...use })),
    constants: how.mapping.constants,
    joins: how.mapping.joins,
    options: { ...(encoding && { encoding }), ...(delimiter && { delimiter }), ...(dateOrder && { dateOrder }) },
    matching: { ...(key && { key }), ...(onDuplicate && { onDuplicate }) },
  }
}

/** The mapping of a file's columns by a profile; columns that it does not know are left out. */
export function mappingBy({ columns, constants, joins }: Profile, header: readonly string[]): Mapping {
  const left = [...columns]
  const uses = header.map((): ColumnUse => ({ fields: [], separator: null }))
  const open = new Set(header.keys())
  // Columns that are called just so go before those whose case or marks differ, by which a header is found again too. Of
  // columns that share a name, the first in the file is the first in the profile.
  for (const keyOf of [(name: string) => name, headingKey]) {
    for (const index of open) {
      const name = keyOf(headingOf(header, index))
      const at = left.findIndex(({ column }) => keyOf(column) === name)
      const [use] = at < 0 || name === '' ? [] : left.splice(at, 1)
      if (!use) continue
      uses[index] = { fields: use.fields, separator: use.separator }
      open.delete(index)
    }
  }
  return { columns: uses, constants, joins }
}
