import { dialog, type FileFilter } from 'electron'
import { mainWindow } from './window.ts'

/** Asks for a file to open; null when the person thinks better of it. */
export async function askToOpen(title: string, filters: FileFilter[]): Promise<string | null> {
  const options = { title, filters, properties: ['openFile'] as 'openFile'[] }
  const window = mainWindow()
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}

/** Asks where to save; the extension is added when it was left out. */
export async function askToSave(title: string, defaultPath: string, filters: FileFilter[]): Promise<string | null> {
  const options = { title, defaultPath, filters, properties: ['showOverwriteConfirmation' as const] }
  const window = mainWindow()
  const { filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  if (!filePath) return null
  const extension = filters[0]?.extensions[0]
  return extension && extension !== '*' && !filePath.endsWith(`.${extension}`) ? `${filePath}.${extension}` : filePath
}

/** Asks yes or no; no is the default. */
export async function confirm(message: string, detail: string, yes: string): Promise<boolean> {
  const options = {
    type: 'question' as const,
    message,
    detail,
    buttons: ['Cancel', yes],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const window = mainWindow()
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
  return response === 1
}

/** Says why something that nobody asked for in the window could not be done. */
export async function tellFailure(message: string, error: unknown): Promise<void> {
  const detail = error instanceof Error ? error.message : String(error)
  const options = { type: 'error' as const, message, detail }
  const window = mainWindow()
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
}
