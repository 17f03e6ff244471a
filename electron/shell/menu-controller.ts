import type { HistoryState } from '../../shared/history.ts'
import { setMenu } from './menu.ts'
import { push } from './window.ts'
import type { Workbench } from './workbench.ts'

/** Keeps the native menu in step with the case. */
export class MenuController {
  readonly #workbench: Workbench

  constructor(workbench: Workbench) {
    this.#workbench = workbench
  }

  async refresh(): Promise<void> {
    const history = await this.#history()
    const isEditable = this.#workbench.hasCase && this.#workbench.store.readOnly === null
    setMenu({ act: (action) => push({ topics: [], action }), history, isEditable })
  }

  async #history(): Promise<HistoryState | null> {
    if (!this.#workbench.hasCase) return null
    try {
      return await this.#workbench.store.ask('history.state', undefined, 'query')
    } catch {
      // The case was closed while we asked; the next refresh shows it.
      return null
    }
  }
}
