import { goTo } from '../../app/history.ts'
import { gridStore } from '../grid/grid-store.ts'
import { mountedGrid } from '../grid/GridController.ts'
import { entityOfKind, pathOfEntity, type RecordTarget } from './entities.ts'

/** Shows a record where it lives: a note on its screen, any other in its grid and in the detail pane. */
export function openRecord({ kind, id }: RecordTarget): void {
  if (kind === 'note') {
    goTo(`/notes/${id}`)
    return
  }
  const entity = entityOfKind[kind]
  gridStore(entity).setState({ focusedId: id, isPaneOpen: true })
  goTo(pathOfEntity[entity])
  // A grid that is not on the screen yet reveals its focused record when it is ready.
  void mountedGrid(entity)?.reveal(id)
}
