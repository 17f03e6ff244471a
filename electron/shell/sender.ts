import { BrowserWindow, type IpcMainInvokeEvent } from 'electron'

/** A call counts only from the main frame of a window of ours that shows the application. */
export function isTrustedSender(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  if (!frame || frame.parent !== null || BrowserWindow.fromWebContents(event.sender) === null) return false
  const url = parse(frame.url)
  // `origin` of a scheme of our own is the text "null" in Node: protocol and host are compared instead.
  return url?.protocol === 'app:' && url.host === 'window'
}

const parse = (url: string): URL | undefined => (URL.canParse(url) ? new URL(url) : undefined)
