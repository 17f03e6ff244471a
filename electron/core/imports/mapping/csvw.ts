import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { listFields, type ImportField, type ImportKind } from '../../../../shared/import-lists.ts'
import type { FileOptions } from '../../../../shared/import.ts'
import { firstFields, type ColumnUse, type Mapping } from '../../../../shared/mapping.ts'
import { ExpectedError } from '../../../../shared/result.ts'
import { headingKey } from '../../../../shared/text.ts'
import { fieldByName } from '../fields/names.ts'
import { findEncoding } from '../text/encodings.ts'

// Metadata for Tabular Data (CSVW, W3C Recommendation of 17 December 2015): what of it says how a list is imported.

/** A text, a list of texts, or texts by language. */
const Titles = z.union([
  z.string(),
  z.array(z.string()),
  z.record(z.string(), z.union([z.string(), z.array(z.string())])),
])

const Column = z.looseObject({
  name: z.string().optional(),
  titles: Titles.optional(),
  propertyUrl: z.string().optional(),
  separator: z.string().min(1).max(10).nullish(),
  default: z.string().optional(),
  datatype: z.union([z.string(), z.looseObject({ base: z.string().optional(), format: z.unknown() })]).optional(),
  virtual: z.boolean().optional(),
  suppressOutput: z.boolean().optional(),
})
type Column = z.infer<typeof Column>

const Dialect = z.looseObject({ delimiter: z.string().min(1).max(10).optional(), encoding: z.string().optional() })
const Schema = z.looseObject({ columns: z.array(Column).optional() })
const Table = z.looseObject({
  url: z.string().optional(),
  dialect: Dialect.optional(),
  tableSchema: Schema.optional(),
})
type Table = z.infer<typeof Table>
const Metadata = Table.extend({ tables: z.array(Table).optional() })
type Metadata = z.infer<typeof Metadata>

/** What the metadata beside a file says of it. */
export interface Csvw {
  readonly fileName: string
  readonly options: FileOptions
  readonly columns: readonly Column[]
}

/** Larger metadata describes no list that a person sends. */
const largest = 2 ** 20

/** Reads `list.csv-metadata.json` beside `list.csv`; undefined where there is none. What is no metadata is refused, since it was meant. */
export function csvwBeside(path: string): Csvw | undefined {
  const beside = `${path}-metadata.json`
  if (!existsSync(beside)) return undefined
  const fileName = basename(beside)
  try {
    const table = tableOf(readMetadata(beside), basename(path))
    const columns = table.tableSchema?.columns?.filter((column) => column.virtual !== true) ?? []
    return { fileName, columns, options: optionsOf(table, columns) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ExpectedError(
      'cannot-read',
      `${fileName}, the metadata beside the list, cannot be used: ${why}. Mend or move it. Nothing was imported.`,
    )
  }
}

function readMetadata(path: string): Metadata {
  if (statSync(path).size > largest) throw new Error('it is too large for any that describes a list')
  const read = Metadata.safeParse(JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')))
  if (!read.success) throw new Error(z.prettifyError(read.error).replace(/\s*\n\s*/g, ' '))
  return read.data
}

/** Of a group of tables the one of this file; what the group says holds where the table says nothing. */
function tableOf({ tables, ...group }: Metadata, file: string): Table {
  const named = tables?.find(({ url }) => url !== undefined && fileOf(url) === file)
  const found = named ?? (tables?.length === 1 ? tables[0] : undefined)
  if (!found) return group
  const { dialect = group.dialect, tableSchema = group.tableSchema } = found
  return { dialect, tableSchema }
}

/** The name of the file that an address leads to. */
function fileOf(url: string): string {
  const name = url.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    // A "%" in it stands for itself.
    return name
  }
}

function optionsOf({ dialect = {} }: Table, columns: readonly Column[]): FileOptions {
  const { delimiter, encoding } = dialect
  if (encoding !== undefined && findEncoding(encoding) === undefined)
    throw new Error(`“${encoding}” is no encoding that Parallax knows`)
  const dateOrder = dateOrderOf(columns)
  return { ...(delimiter && { delimiter }), ...(encoding && { encoding }), ...(dateOrder && { dateOrder }) }
}

/** The order of day and month in the columns' dates. One with its year first cannot be misread; two orders are none. */
function dateOrderOf(columns: readonly Column[]): FileOptions['dateOrder'] {
  const orders = new Set(columns.flatMap((column) => orderOf(column) ?? []))
  const [only, ...more] = [...orders].filter((order) => order !== 'ymd')
  if (only === undefined) return orders.has('ymd') ? 'ymd' : undefined
  return more.length === 0 ? only : undefined
}

/** Of a format such as "dd/MM/yyyy" (Unicode TR35, as CSVW has it). */
function orderOf({ datatype }: Column): FileOptions['dateOrder'] {
  if (typeof datatype !== 'object' || typeof datatype.format !== 'string') return undefined
  const letters = datatype.format.replace(/[^dMy]/g, '').replace(/(.)\1+/g, '$1')
  return ({ dMy: 'dmy', Mdy: 'mdy', yMd: 'ymd' } as const)[letters]
}

function titlesOf({ titles }: Column): string[] {
  if (titles === undefined) return []
  if (typeof titles === 'string') return [titles]
  return Array.isArray(titles) ? titles : Object.values(titles).flat()
}

/**
 * The mapping that the metadata gives a file's columns; undefined where it names no field. A column of which it says none
 * is used as it would be without it.
 */
export function mappingByCsvw(
  { columns }: Csvw,
  kind: ImportKind,
  header: readonly string[],
  guess: Mapping,
): Mapping | undefined {
  const described = describedBy(columns, header)
  const taken = new Set<ImportField>()
  const take = (field: ImportField | null | undefined): ImportField | null => {
    if (field === null || field === undefined || taken.has(field)) return null
    taken.add(field)
    return field
  }
  const isUsed = (column: Column | undefined): boolean => column?.suppressOutput !== true
  // A column that is called as a field goes before one with a like name ("note" before "notes", "ref" before "id").
  const own = described.map((column) => (column && isUsed(column) ? take(ownField(column, kind)) : null))
  const said = described.map(
    (column, at) => own[at] ?? (column && isUsed(column) ? take(likeField(column, kind)) : null),
  )
  if (taken.size === 0) return undefined
  const guessed = firstFields(guess)
  const fields = said.map((field, at) => field ?? (isUsed(described[at]) ? take(guessed[at]) : null))
  const constants = fields.flatMap((field, at): [ImportField, string][] => {
    const text = described[at]?.default ?? ''
    return field === null || text === '' ? [] : [[field, text]]
  })
  const uses = fields.map((field, at): ColumnUse =>
    field === null ? { fields: [], separator: null } : { fields: [field], separator: described[at]?.separator ?? null },
  )
  return { columns: uses, constants: Object.fromEntries(constants), joins: {} }
}

/** What describes each column of a file: what has its title, else its name, else what stands in its place. */
function describedBy(columns: readonly Column[], header: readonly string[]): (Column | undefined)[] {
  const keys = header.map(headingKey)
  const found: (Column | undefined)[] = header.map(() => undefined)
  const find = (isOf: (column: Column, at: number) => boolean): void =>
    keys.forEach((_, at) => {
      found[at] ??= columns.find((column) => !found.includes(column) && isOf(column, at))
    })
  const isCalled = (name: string | undefined, at: number): boolean =>
    name !== undefined && keys[at] !== '' && headingKey(name) === keys[at]
  find((column, at) => titlesOf(column).some((title) => isCalled(title, at)))
  find(({ name }, at) => isCalled(name, at))
  if (columns.length === header.length) find((column, at) => column === columns[at])
  return found
}

/** The field that a column is by the last part of its property, or by its name. */
const ownField = (column: Column, kind: ImportKind): ImportField | undefined =>
  [propertyOf(column), column.name].find((name) =>
    (listFields[kind] as readonly (string | undefined)[]).includes(name),
  ) as ImportField | undefined

/** The field that a column's name, property or a title of it means. */
const likeField = (column: Column, kind: ImportKind): ImportField | undefined =>
  [column.name, propertyOf(column), ...titlesOf(column)]
    .filter((name) => name !== undefined)
    .map((name) => fieldByName(kind, name))
    .find((field) => field !== undefined)

const propertyOf = ({ propertyUrl }: Column): string | undefined => propertyUrl?.split(/[/#:]/).at(-1)
