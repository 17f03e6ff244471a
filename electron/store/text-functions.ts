import type Database from 'better-sqlite3'
import { foldText } from '../../shared/text.ts'
import { collationKey, orderKey } from './collation.ts'
import { statementHash } from './text-hash.ts'

const functions: Readonly<Record<string, (text: string) => string | number>> = {
  fold: foldText,
  collation_key: collationKey,
  order_key: orderKey,
  statement_hash: statementHash,
}

/** Functions of texts for statements of one connection: usable in queries, never in triggers or views (trusted_schema is off). Of NULL they are NULL. */
export function addTextFunctions(db: Database.Database): void {
  for (const [name, of] of Object.entries(functions))
    db.function(name, { deterministic: true, directOnly: true }, (text: unknown) =>
      text === null ? null : of(String(text)),
    )
}
