import type { CarriedRow } from '../../../shared/evidence.ts'
import { parseDate } from '../../../shared/dates.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { entities, type ColumnKind } from '../records/entities.ts'
import { carriedFields } from './collect.ts'

/** Throws for the first row that no case could have written, so that nothing of it is held against a case. What words a field may have, the case's own tables check. */
export function expectRows(rows: readonly CarriedRow[], name: string): void {
  const known = new Map(rows.map(({ id, entity }) => [id, entity as string]))
  if (known.size < rows.length) throw refused(name, 'two of its records have one id')
  for (const { entity, id, fields } of rows) {
    const { columns } = entities[entity]
    const allowed = new Set(carriedFields(entity))
    for (const [field, cell] of Object.entries(fields)) {
      const kind = columns[field] ?? 'text'
      if (!allowed.has(field)) throw refused(name, `${entity} ${id} has a field ${field}, which is not known`)
      if (cell !== null && !isOf(kind, cell))
        throw refused(name, `${field} of ${entity} ${id} is not what it should be`)
      if (cell !== null && typeof kind === 'object' && known.get(String(cell)) !== kind.ref)
        throw refused(name, `${field} of ${entity} ${id} leads to nothing`)
    }
  }
}

function isOf(kind: ColumnKind, cell: unknown): boolean {
  switch (kind) {
    case 'number':
    case 'boolean':
      return typeof cell === kind
    case 'tags':
      return isTexts(cell)
    case 'json':
      return typeof cell === 'object' && (!Array.isArray(cell) || isTexts(cell))
    case 'date':
      return typeof cell === 'string' && parseDate(cell).ok
    default:
      return typeof cell === 'string'
  }
}

const isTexts = (cell: unknown): boolean => Array.isArray(cell) && cell.every((part) => typeof part === 'string')

const refused = (name: string, why: string): ExpectedError =>
  new ExpectedError(
    'invalid-input',
    `${name} was not made as Parallax makes reports: ${why}. Nothing was changed. Ask for the report again.`,
  )
