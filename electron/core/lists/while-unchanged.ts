import type { ReadDb } from '../../store/db.ts'
import { dataVersion } from './view-cache.ts'

/** What is kept of a connection, by it, for as long as nothing is committed; `make`: with nothing in it yet. */
export function whileUnchanged<Of>(make: () => Of): (db: ReadDb) => Of {
  const connections = new WeakMap<ReadDb, { readonly version: string; readonly kept: Of }>()
  return (db) => {
    const version = dataVersion(db)
    const known = connections.get(db)
    if (known?.version === version) return known.kept
    const kept = make()
    connections.set(db, { version, kept })
    return kept
  }
}
