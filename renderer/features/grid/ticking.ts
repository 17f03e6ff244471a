import { toast, toastFailure } from '../../ui/toast.ts'
import { apis, type Entity } from '../records/entities.ts'
import { gridStore, viewOf } from './grid-store.ts'
import { isSelected, mostIds, nothingSelected, withIds } from './selection.ts'

interface RowAt {
  readonly id: string
  readonly index: number
}

/** The row ticked last, per grid: where a tick with Shift begins. */
const lastTicked = new Map<Entity, number>()

/** Ticks or unticks a row; with `isRange` also every row between it and the one before. */
export async function tickRow(entity: Entity, { id, index }: RowAt, isRange: boolean): Promise<void> {
  const store = gridStore(entity)
  const { selection } = store.getState()
  const isTicked = !isSelected(selection, id)
  const from = lastTicked.get(entity)
  lastTicked.set(entity, index)
  const selected = selection.kind === 'ids' ? selection.ids : await idsInView(entity)
  if (!selected) return
  const ids = isRange && from !== undefined ? await idsBetween(entity, from, index) : [id]
  store.setState({ selection: withIds(selected, ids, isTicked) })
}

/** Ticks all that the view shows, or nothing. */
export function tickAll(entity: Entity, isTicked: boolean): void {
  gridStore(entity).setState({ selection: isTicked ? { kind: 'view' } : nothingSelected })
}

async function idsBetween(entity: Entity, a: number, b: number): Promise<string[]> {
  const range = { start: Math.min(a, b), end: Math.max(a, b) + 1 }
  const { rows } = await apis[entity].page({ ...viewOf(entity), ...range })
  return rows.map((row: { readonly id: string }) => row.id)
}

/** Every id of the view: to take single rows out of "all". */
async function idsInView(entity: Entity): Promise<ReadonlySet<string> | undefined> {
  const { total } = gridStore(entity).getState()
  if ((total ?? 0) > mostIds) {
    toast({
      intent: 'warning',
      message: `Single rows can be taken out of a selection of up to ${mostIds.toLocaleString('en-GB')}. Filter the list instead.`,
    })
    return undefined
  }
  try {
    return new Set((await apis[entity].ids(viewOf(entity))).ids)
  } catch (error) {
    toastFailure(error)
    return undefined
  }
}
