import type { MergeField, MergeKind, MergeSide } from '../../../../../shared/merge.ts'
import { ExpectedError } from '../../../../../shared/result.ts'
import { foldText } from '../../../../../shared/text.ts'
import { same } from '../../../records/changes.ts'
import { entities, type ColumnKind } from '../../../records/entities.ts'
import type { Fields } from '../../../records/fields.ts'

/** A field that is chosen as a whole: a date is two columns. */
interface Choice {
  readonly field: string
  readonly columns: readonly string[]
  readonly isList: boolean
}

/** The fields of a kind in the order of its columns, by their names in the contract. */
export const choicesOf = (kind: MergeKind): Choice[] =>
  Object.entries(entities[kind].columns).map(([column, type]) => ({
    field: column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    columns: type === 'date' ? [`${column}_text`, column] : [column],
    isList: isList(type),
  }))

const isList = (type: ColumnKind): boolean => type === 'json' || type === 'tags'

/** What a side has in a field: null where nothing is said. */
const valueOf = ({ columns }: Choice, fields: Fields): unknown => {
  const found = columns.map((column) => fields[column]).find((cell) => cell !== null && cell !== undefined)
  return found === 'unknown' || (Array.isArray(found) && found.length === 0) ? null : (found ?? null)
}

/** Lists are joined; else the kept record's value stays where it has one. */
function usualSide(choice: Choice, keep: Fields, drop: Fields): MergeSide {
  if (choice.isList) return 'both'
  return valueOf(choice, keep) === null && valueOf(choice, drop) !== null ? 'drop' : 'keep'
}

/** The fields in words, with what can be chosen; `tell` says a cell in words. */
export const fieldsInWords = (
  kind: MergeKind,
  keep: Fields,
  drop: Fields,
  tell: (column: string, cell: unknown) => string | null,
): MergeField[] =>
  choicesOf(kind).map((choice) => {
    const words = (fields: Fields): string | null => {
      const value = valueOf(choice, fields)
      return tell(choice.columns.at(-1) ?? '', value)
    }
    return {
      field: choice.field,
      keep: words(keep),
      drop: words(drop),
      sides: choice.isList ? ['keep', 'drop', 'both'] : ['keep', 'drop'],
      side: usualSide(choice, keep, drop),
    }
  })

/** What the kept record's columns become. */
export function mergedFields(
  kind: MergeKind,
  keep: Fields,
  drop: Fields,
  chosen: Readonly<Record<string, MergeSide>>,
): Fields {
  const merged: Record<string, unknown> = {}
  for (const choice of choicesOf(kind)) {
    const side = chosen[choice.field] ?? usualSide(choice, keep, drop)
    if (side === 'both' && !choice.isList)
      throw new ExpectedError('invalid-input', `“${choice.field}” has one value: choose keep or drop.`)
    if (side === 'keep') continue
    for (const column of choice.columns)
      merged[column] = side === 'drop' ? drop[column] : joinedLists(keep[column], drop[column])
  }
  if (kind === 'actor') merged['aliases'] = aliasesOf(keep, drop, merged)
  return Object.fromEntries(Object.entries(merged).filter(([column, cell]) => !same(cell, keep[column])))
}

/** Whoever was found by the other name must still be. */
function aliasesOf(keep: Fields, drop: Fields, merged: Fields): string[] {
  const name = String(merged['name'] ?? keep['name'])
  const listed = (merged['aliases'] ?? keep['aliases'] ?? []) as string[]
  const all = [...listed, String(keep['name']), String(drop['name'])]
  const known = new Set([foldText(name)])
  return all.filter((alias) => {
    const folded = foldText(alias)
    return known.has(folded) ? false : known.add(folded)
  })
}

const joinedLists = (keep: unknown, drop: unknown): unknown[] => [
  ...new Set([...(Array.isArray(keep) ? keep : []), ...(Array.isArray(drop) ? drop : [])]),
]
