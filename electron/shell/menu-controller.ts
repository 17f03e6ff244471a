import { dialog } from 'electron'
import type { HistoryState } from '../../shared/case.ts'
import { ExpectedError } from '../../shared/result.ts'
import { newCase, openCase, saveCopy } from './case-dialogs.ts'
import { setMenu } from './menu.ts'
import { mainWindow, push } from './window.ts'
import type { Workbench } from './workbench.ts'

/** Keeps the native menu in step with the case and carries out what it says. */
export class MenuController {
  readonly #workbench: Workbench

  constructor(workbench: Workbench) {
    this.#workbench = workbench
  }

  async refresh(): Promise<void> {
    setMenu(
      {
        act: (action) => push({ topics: [], action }),
        newCase: () => void this.#try(() => newCase(this.#workbench)),
        openCase: () => void this.#try(() => openCase(this.#workbench)),
        openSample: () => void this.#try(() => this.#workbench.openSample()),
        saveCopy: () => void this.#try(() => saveCopy(this.#workbench)),
        closeCase: () => void this.#try(() => this.#workbench.close()),
      },
      await this.#history(),
    )
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

  async #try(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof ExpectedError)) console.error('parallax: menu:', error)
      const message = error instanceof Error ? error.message : String(error)
      const window = mainWindow()
      if (window) await dialog.showMessageBox(window, { type: 'error', message: 'That did not work', detail: message })
    }
  }
}
