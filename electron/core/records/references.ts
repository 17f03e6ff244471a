import { entities, entityNames, type EntityName } from './entities.ts'

/** A column that stands for another record. */
export interface Reference {
  readonly from: EntityName
  readonly column: string
  readonly to: EntityName
}

/** Every column that stands for another record. */
export const references: readonly Reference[] = entityNames.flatMap((from) =>
  Object.entries(entities[from].columns).flatMap(([column, kind]): Reference[] =>
    typeof kind === 'object' ? [{ from, column, to: kind.ref }] : [],
  ),
)

/** Whether the column names the record that the row is a part of. */
export const isOwner = ({ from, column }: Reference): boolean => entities[from].owner === column
