import { all, sql, type ReadDb } from '../../store/db.ts'
import type { Change } from '../records/changes.ts'
import { changesOf } from '../records/log.ts'
import type { StepRow } from './steps.ts'

/** Fields of a record that steps touched; `true`: all of it, as when it was made or removed. */
type Touched = Map<string, Set<string> | true>

/**
 * The standing steps that build on a step, the newest first: those that set a field again which it set, change or refer to
 * what it made, and those that build on them in turn.
 */
export function laterSteps(db: ReadDb, step: number): StepRow[] {
  const touched: Touched = new Map()
  const made = new Set<string>()
  note(changesOf(db, step), touched, made)
  const found: StepRow[] = []
  for (const later of all<StepRow>(
    db,
    sql`SELECT num, label FROM change_set WHERE num > ${step} AND is_step = 1 AND undone = 0 ORDER BY num`,
  )) {
    const changes = [...changesOf(db, later.num)]
    if (!changes.some((change) => buildsOn(change, touched, made))) continue
    found.unshift(later)
    note(changes, touched, made)
  }
  return found
}

function note(changes: Iterable<Change>, touched: Touched, made: Set<string>): void {
  for (const change of changes) {
    const { id, before, after } = change
    if (before === null) made.add(id)
    const known = touched.get(id)
    if (before === null || after === null || known === true) touched.set(id, true)
    else touched.set(id, new Set([...(known ?? []), ...Object.keys(after)]))
  }
}

function buildsOn({ id, before, after }: Change, touched: Touched, made: ReadonlySet<string>): boolean {
  const known = touched.get(id)
  if (known === true) return true
  if (known && (before === null || after === null || Object.keys(after).some((field) => known.has(field)))) return true
  return [before, after].some((fields) =>
    Object.values(fields ?? {}).some((cell) => typeof cell === 'string' && made.has(cell)),
  )
}
