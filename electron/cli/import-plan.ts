import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { listFields, type ImportField, type ImportKind } from '../../shared/import-lists.ts'
import type { FileOptions, ImportPlan, Inspection, OnDuplicate } from '../../shared/import.ts'
import type { ColumnUse, Mapping } from '../../shared/mapping.ts'
import type { Profile } from '../../shared/profile.ts'
import { ExpectedError } from '../../shared/result.ts'
import { readProfile } from '../core/imports/mapping/profiles.ts'
import { explain } from '../store/errors.ts'
import type { OpenCase } from './open-case.ts'

/** Texts by the names of columns or fields, as the command line gives them. */
type Pairs = Readonly<Record<string, string>>

export interface MappingOptions extends FileOptions {
  readonly kind?: ImportKind
  /** The name of a profile in the case, or a file. */
  readonly profile?: string
  /** Fields by the names of columns. */
  readonly map?: Pairs
  /** Constants by fields. */
  readonly set?: Pairs
  /** What parts the cells of a column, by its name. */
  readonly split?: Pairs
  /** What joins several columns of a field. */
  readonly join?: Pairs
  readonly key?: ImportField[]
  readonly onDuplicate?: OnDuplicate
  readonly keepFile?: boolean
}

/** How a file is to be imported: by what is said, else by a profile, else by its names and contents. */
export async function planOf(
  open: OpenCase,
  file: string,
  given: MappingOptions,
): Promise<{ inspection: Inspection; plan: ImportPlan }> {
  const { encoding, delimiter, entry, sheet, dateOrder } = given
  const profile = given.profile === undefined ? undefined : await profileOf(open, given.profile)
  if (profile && given.kind !== undefined && given.kind !== profile.kind)
    throw new ExpectedError(
      'invalid-input',
      `The profile “${profile.name}” is for lists of ${profile.kind}, not of ${given.kind}. Nothing was imported.`,
    )
  const options = defined({ encoding, delimiter, entry, sheet, dateOrder })
  const inspection = await open.ask('imports.inspectFile', { path: file, options, ...(profile && { profile }) })
  const kind = given.kind ?? inspection.kind
  // What was saved of rows that the case has is said of its own kind of list.
  const saved = kind === inspection.kind ? inspection.matching : {}
  return {
    inspection,
    plan: {
      kind,
      mapping: mappingBySaid(inspection.header, kind, inspection.mappings[kind], given),
      options: inspection.options,
      matching: { ...saved, ...defined({ key: given.key, onDuplicate: given.onDuplicate }) },
      ...(given.keepFile && { keepFile: true }),
    },
  }
}

const defined = <T extends object>(options: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never

async function profileOf(open: OpenCase, nameOrFile: string): Promise<Profile> {
  const profiles = await open.ask('profiles.list', undefined)
  const found = profiles.find(({ name }) => name === nameOrFile)
  if (found) return found
  if (nameOrFile.endsWith('.json')) return readProfile(textOf(nameOrFile), basename(nameOrFile))
  const names = profiles.length === 0 ? 'It has none yet' : `It has: ${profiles.map(({ name }) => name).join(', ')}`
  throw new ExpectedError(
    'not-found',
    `The case has no import profile “${nameOrFile}”. ${names}. A profile in a file is named by its path, which ends in .json.`,
  )
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw explain(error, path)
  }
}

/** The mapping, with what a person says of single columns and fields. */
function mappingBySaid(header: readonly string[], kind: ImportKind, base: Mapping, said: MappingOptions): Mapping {
  const { map = {}, set = {}, split = {}, join = {} } = said
  const unknown = [...Object.keys(map), ...Object.keys(split)].find((column) => !header.includes(column))
  if (unknown !== undefined)
    throw new ExpectedError('invalid-input', `The file has no column “${unknown}”. Columns: ${header.join(', ')}.`)
  const field = (name: string): ImportField => fieldOf(kind, name)
  const mapped = new Map(Object.entries(map).map(([column, fields]) => [column, fieldsOf(fields, field)] as const))
  const taken = new Set([...mapped.values()].flat())
  const columns = header.map((column, at): ColumnUse => {
    const use = base.columns[at] ?? { fields: [], separator: null }
    // The other parts of a column that is split keep their places.
    const fields = mapped.get(column) ?? use.fields.map((known) => (known === null || taken.has(known) ? null : known))
    return { fields, separator: split[column] ?? use.separator ?? (fields.length > 1 ? ',' : null) }
  })
  const byField = (pairs: Pairs): Partial<Record<ImportField, string>> =>
    Object.fromEntries(Object.entries(pairs).map(([name, text]) => [field(name), text]))
  return {
    columns,
    constants: { ...base.constants, ...byField(set) },
    joins: { ...base.joins, ...byField(join) },
  }
}

/** One field or several in order, parted by commas; "-" passes a part over, and alone leaves the column out. */
const fieldsOf = (text: string, field: (name: string) => ImportField): (ImportField | null)[] =>
  text === '-' ? [] : text.split(',').map((name) => (name.trim() === '-' ? null : field(name.trim())))

function fieldOf(kind: ImportKind, name: string): ImportField {
  const fields: readonly ImportField[] = listFields[kind]
  const field = fields.find((known) => known === name)
  if (field !== undefined) return field
  throw new ExpectedError('invalid-input', `A list of ${kind} has no field “${name}”. Fields: ${fields.join(', ')}.`)
}
