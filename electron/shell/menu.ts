import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { HistoryState } from '../../shared/case.ts'
import type { MenuAction } from '../../shared/contract.ts'

interface MenuOptions {
  readonly act: (action: MenuAction) => void
  readonly newCase: () => void
  readonly openCase: () => void
  readonly openSample: () => void
  readonly saveCopy: () => void
  readonly closeCase: () => void
}

/** Sets the native menu; undo and redo name the step they take. */
export function setMenu(options: MenuOptions, history: HistoryState | null): void {
  const isMac = process.platform === 'darwin'
  const { act } = options
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        { label: 'New Case…', accelerator: 'CmdOrCtrl+Shift+N', click: options.newCase },
        { label: 'Open Case…', accelerator: 'CmdOrCtrl+O', click: options.openCase },
        { label: 'Open the Sample Case', click: options.openSample },
        { label: 'Save a Copy…', accelerator: 'CmdOrCtrl+Shift+S', click: options.saveCopy, enabled: history !== null },
        { type: 'separator' },
        { label: 'Import CSV…', accelerator: 'CmdOrCtrl+I', click: () => act('import'), enabled: history !== null },
        { label: 'Export Report…', accelerator: 'CmdOrCtrl+E', click: () => act('report'), enabled: history !== null },
        { type: 'separator' },
        { label: 'Preferences…', accelerator: 'CmdOrCtrl+,', click: () => act('preferences') },
        { label: 'Close Case', accelerator: 'CmdOrCtrl+W', click: options.closeCase, enabled: history !== null },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        // Not roles: in a text field the window hands the key to the text, elsewhere it takes back a step of the case.
        {
          label: history?.undo ? `Undo: ${history.undo}` : 'Undo',
          accelerator: 'CmdOrCtrl+Z',
          registerAccelerator: false,
          click: () => act('undo'),
        },
        {
          label: history?.redo ? `Redo: ${history.redo}` : 'Redo',
          accelerator: 'CmdOrCtrl+Shift+Z',
          registerAccelerator: false,
          click: () => act('redo'),
        },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        { label: 'Add Claim', accelerator: 'CmdOrCtrl+N', click: () => act('new-claim'), enabled: history !== null },
        { label: 'Find', accelerator: 'CmdOrCtrl+F', click: () => act('find'), enabled: history !== null },
        { label: 'Command Palette', accelerator: 'CmdOrCtrl+K', click: () => act('palette') },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
    {
      label: '&Help',
      submenu: [
        { label: 'Keyboard Shortcuts', accelerator: 'CmdOrCtrl+/', click: () => act('shortcuts') },
        { label: 'About Parallax', click: () => act('about') },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
