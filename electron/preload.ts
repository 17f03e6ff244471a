import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Push } from '../shared/contract.ts'
import type { Result } from '../shared/result.ts'

const api = {
  /**
   * Calls a method of the contract. `file` is a file dropped on the window: its path goes to the main process from
   * here, where it cannot be forged, and never into the page.
   */
  call: (name: string, input?: unknown, file?: File): Promise<Result<unknown>> =>
    ipcRenderer.invoke('call', { name, input, droppedPath: file && webUtils.getPathForFile(file) }) as Promise<
      Result<unknown>
    >,
  /** Listens to what main pushes; answers how to stop. */
  onChanged: (listener: (push: Push) => void): (() => void) => {
    const receive = (_event: unknown, push: Push): void => listener(push)
    ipcRenderer.on('changed', receive)
    return () => void ipcRenderer.off('changed', receive)
  },
}

export type Bridge = typeof api

contextBridge.exposeInMainWorld('parallax', api)
