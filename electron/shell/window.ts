import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, type BrowserWindowConstructorOptions } from 'electron'
import type { Push } from '../../shared/contract.ts'
import { windowUrl } from './scheme.ts'

/** Written out although most are defaults: a default that changes must not open anything. */
export const safePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies BrowserWindowConstructorOptions['webPreferences']

let main: BrowserWindow | undefined

/** The one window of the workbench. */
export const mainWindow = (): BrowserWindow | undefined => (main?.isDestroyed() ? undefined : main)

export async function openMainWindow(outFolder: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Parallax',
    icon: join(outFolder, '../resources/icon.png'),
    // The colour of the page before its first paint, so that a dark window does not flash white.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c2127' : '#ffffff',
    webPreferences: { ...safePreferences, preload: join(outFolder, 'preload/preload.cjs') },
  })
  main = window
  window.once('ready-to-show', () => window.show())
  reloadWhenGone(window)
  await window.loadURL(windowUrl)
  return window
}

/** More than that within a minute is no accident: loading the page once more would not help. */
const mostReloads = 3

/** Loads the page anew when its process stopped. What was typed is in the case, but for the last second. */
function reloadWhenGone(window: BrowserWindow): void {
  let stops: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    stops = [...stops.filter((at) => now - at < 60_000), now]
    if (stops.length > mostReloads) return void tellStopped(window, () => reload(window))
    reload(window)
  })
}

function reload(window: BrowserWindow): void {
  window.webContents.once('did-finish-load', () => push({ topics: [], restarted: true }))
  window.webContents.reload()
}

async function tellStopped(window: BrowserWindow, again: () => void): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The window stopped several times.',
    detail: 'All that was saved is safe, and so is what you typed until a second before. Try again, or end Parallax.',
    buttons: ['Try again', 'End Parallax'],
    defaultId: 0,
  })
  if (response === 0) again()
  else app.quit()
}

/** Closes the window; what was typed last is handed over before it is gone. */
export function closeMainWindow(): Promise<void> {
  const window = mainWindow()
  if (!window) return Promise.resolve()
  return new Promise((resolve) => {
    window.once('closed', resolve)
    window.close()
  })
}

/** Tells the window what changed; nothing when there is no window. */
export function push(message: Push): void {
  mainWindow()?.webContents.send('changed', message)
}

/** Brings the window to the front: a second start of the program ends here. */
export function focusMainWindow(): void {
  const window = mainWindow()
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
