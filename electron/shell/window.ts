import { join } from 'node:path'
import { BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions } from 'electron'
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
  await window.loadURL(windowUrl)
  return window
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
