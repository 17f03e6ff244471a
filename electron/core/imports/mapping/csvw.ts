import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { listFields, type ImportField, type ImportKind } from '../../../../shared/import-lists.ts'
import type { FileOptions } from '../../../../shared/import.ts'
import type { ColumnUse, Mapping } from '../../../../shared/mapping.ts'
import { ExpectedError } from '../../../../shared/result.ts'
import { fieldByName, headingKey } from '../fields/names.ts'

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
const Table = z.looseObject({
  url: z.string().optional(),
  dialect: Dialect.optional(),
  tableSchema: z.looseObject({ columns: z.array(Column).optional() }).optional(),
})
const Metadata = Table.extend({ tables: z.array(Table).optional() })

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
  if (!existsSync(beside) || statSync(beside).size > largest) return undefined
  const fileName = basename(beside)
  const table = tableOf(readMetadata(beside, fileName), basename(path))
  const columns = table.tableSchema?.columns?.filter((column) => column.virtual !== true) ?? []
  const { delimiter, encoding } = table.dialect ?? {}
  const dateOrder = columns.map(dateOrderOf).find((order) => order !== undefined)
  return {
    fileName,
    columns,
    options: { ...(delimiter && { delimiter }), ...(encoding && { encoding }), ...(dateOrder && { dateOrder }) },
  }
}

function readMetadata(path: string, fileName: string): z.infer<typeof Metadata> {
  const refused = (why: string): ExpectedError =>
    new ExpectedError(
      'cannot-read',
      `${fileName}, the metadata beside the list, cannot be used: ${why}. Mend or move it. Nothing was imported.`,
    )
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error))
  }
  const read = Metadata.safeParse(json)
  if (!read.success) throw refused(z.prettifyError(read.error).replace(/\s*\n\s*/g, ' '))
  return read.data
}

/** Of a group of tables the one of this file; a dialect of the group holds where the table has none. */
function tableOf({ tables, ...group }: z.infer<typeof Metadata>, file: string): z.infer<typeof Table> {
  const named = tables?.find(({ url }) => url !== undefined && decodeURIComponent(url.split('/').at(-1) ?? '') === file)
  const found = named ?? (tables?.length === 1 ? tables[0] : undefined)
  return found ? { ...found, dialect: found.dialect ?? group.dialect } : group
}

/** The order of day and month in a format such as "dd/MM/yyyy" (Unicode TR35, as CSVW has it). */
function dateOrderOf({ datatype }: Column): FileOptions['dateOrder'] {
  if (typeof datatype !== 'object' || typeof datatype.format !== 'string') return undefined
  const letters = datatype.format.replace(/[^dMy]/g, '').replace(/(.)\1+/g, '$1')
  return ({ dMy: 'dmy', Mdy: 'mdy', yMd: 'ymd' } as const)[letters]
}

function titlesOf({ titles }: Column): string[] {
  if (titles === undefined) return []
  if (typeof titles === 'string') return [titles]
  return Array.isArray(titles) ? titles : Object.values(titles).flat()
}

/** The mapping that the metadata gives a file's columns, known by their titles, else by their places; undefined where it names no field. */
export function mappingByCsvw({ columns }: Csvw, kind: ImportKind, header: readonly string[]): Mapping | undefined {
  const keys = header.map(headingKey)
  const isNamed = columns.some((column) => titlesOf(column).some((title) => keys.includes(headingKey(title))))
  const constants: Partial<Record<ImportField, string>> = {}
  const taken = new Set<ImportField>()
  const uses = header.map((_, at): ColumnUse => {
    const column = isNamed
      ? columns.find((one) => [...titlesOf(one), one.name ?? ''].some((title) => headingKey(title) === keys[at]))
      : columns[at]
    const field = column && column.suppressOutput !== true ? fieldOf(column, kind) : undefined
    if (!column || field === undefined || taken.has(field)) return { fields: [], separator: null }
    taken.add(field)
    if (column.default !== undefined && column.default !== '') constants[field] = column.default
    return { fields: [field], separator: column.separator ?? null }
  })
  return taken.size === 0 ? undefined : { columns: uses, constants, joins: {} }
}

/** The field that a column is: by the last part of its property, by its name, or by a title. */
function fieldOf(column: Column, kind: ImportKind): ImportField | undefined {
  const fields: readonly string[] = listFields[kind]
  const property = column.propertyUrl?.split(/[/#:]/).at(-1)
  const own = [property, column.name].find((name) => name !== undefined && fields.includes(name))
  if (own !== undefined) return own as ImportField
  const names = [column.name, property, ...titlesOf(column)].filter((name) => name !== undefined)
  return names.map((name) => fieldByName(kind, name)).find((field) => field !== undefined)
}
