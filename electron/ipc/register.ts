import { ipcMain } from 'electron'
import { fail, type Result } from '../../shared/result.ts'
import { isTrustedSender } from '../shell/sender.ts'

/** A call as the bridge sends it: nothing of it is to be trusted. */
export interface Message {
  readonly name?: unknown
  readonly input?: unknown
  readonly droppedPath?: unknown
}

/** Opens the one channel between window and main process. */
export function registerChannel(answer: (message: Message) => Promise<Result<unknown>>): void {
  ipcMain.handle('call', async (event, message: Message | undefined) => {
    if (!isTrustedSender(event)) return fail('unknown-method', 'This frame may not call Parallax.')
    return answer(message ?? {})
  })
}
