import type { Handlers } from '../ipc/dispatch.ts'
import type { ShellContext } from '../ipc/route.ts'
import type { CaseStore } from '../store/case-store.ts'
import type { Workbench } from './workbench.ts'

/** Merging for the window: the first time since a case was opened, a backup is made before. */
export function mergeMethods(workbench: Workbench): Handlers<'merges.make', ShellContext> {
  const backedUp = new WeakSet<CaseStore>()
  return {
    'merges.make': async (_ctx, request) => {
      const { store } = workbench
      if (store.readOnly === null && !backedUp.has(store)) {
        await workbench.backups.makeIfBehind(store.path, 'merge')
        backedUp.add(store)
      }
      return store.ask('merges.run', request, 'command')
    },
  }
}
