import { toastFailure } from '../../ui/toast.ts'
import type { EntityApi } from './entities.ts'

/** Changes one record, from its detail pane; true when it was done, a failure is shown as a toast. */
export const patchRecord =
  <Row, Patch>(api: EntityApi<Row, Patch>, id: string) =>
  async (patch: Patch): Promise<boolean> => {
    try {
      await api.update({ selection: { ids: [id] }, patch })
      return true
    } catch (error) {
      toastFailure(error)
      return false
    }
  }

/** A field by its name; the detail pane shows the same fields as the grid. */
export function fieldNamed<F extends { readonly field: string }>(fields: readonly F[], name: string): F {
  const found = fields.find(({ field }) => field === name)
  if (!found) throw new Error(`There is no field ${name}`)
  return found
}
