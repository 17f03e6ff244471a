import type { ImportField } from '../../../../shared/import-lists.ts'
import { columnOrder } from '../values/date-columns.ts'
import type { DateOrder } from '../values/date-numeric.ts'
import { columnDecimal, type DecimalMark } from '../values/figures.ts'
import { textOf, type Sources } from './sources.ts'

/** How a column writes what can be read two ways; null where nothing shows it and nobody said it. */
export interface Convention {
  readonly order: DateOrder | null
  readonly decimal: DecimalMark | null
}

/** The conventions of a list's columns. */
export type Conventions = ReadonlyMap<ImportField, Convention>

const dates: ReadonlySet<ImportField> = new Set(['said', 'published', 'when'])
const figures: ReadonlySet<ImportField> = new Set(['measure', 'measure_low', 'measure_high', 'measure_best'])

/** What the first rows show of each column: 31/10/2024 anywhere in it says that the day stands first everywhere. */
export function conventionsOf(
  sources: Sources,
  rows: readonly (readonly string[])[],
  order: DateOrder | null,
): Conventions {
  return new Map(
    [...sources].map(([field, source]) => {
      const cells = rows.map((cells) => textOf(source, cells))
      return [
        field,
        {
          order: order ?? (dates.has(field) ? shownOrder(cells) : null),
          decimal: figures.has(field) ? shownMark(cells) : null,
        },
      ]
    }),
  )
}

function shownOrder(cells: readonly string[]): DateOrder | null {
  const order = columnOrder(cells)
  return order === 'ambiguous' || order === 'contradictory' ? null : order
}

function shownMark(cells: readonly string[]): DecimalMark | null {
  const mark = columnDecimal(cells)
  return mark === '.' || mark === ',' ? mark : null
}
