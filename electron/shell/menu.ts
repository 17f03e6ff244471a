import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { HistoryState } from '../../shared/history.ts'
import type { MenuAction } from '../../shared/contract.ts'

interface MenuOptions {
  /** What the window does: it keeps what is being typed before it acts. */
  readonly act: (action: MenuAction) => void
  /** What undo and redo would do; null while no case is open. */
  readonly history: HistoryState | null
  readonly isEditable: boolean
}

/** Sets the native menu; undo and redo name the step they take. */
export function setMenu({ act, history, isEditable }: MenuOptions): void {
  const isMac = process.platform === 'darwin'
  const isOpen = history !== null
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        { label: 'New Case…', accelerator: 'CmdOrCtrl+Shift+N', click: () => act('new-case') },
        { label: 'Open Case…', accelerator: 'CmdOrCtrl+O', click: () => act('open-case') },
        { label: 'Open the Sample Case', click: () => act('sample-case') },
        { label: 'Save a Copy…', accelerator: 'CmdOrCtrl+Shift+S', click: () => act('copy-case'), enabled: isOpen },
        { label: 'Backups…', click: () => act('backups'), enabled: isOpen },
        { type: 'separator' },
        { label: 'Import CSV…', accelerator: 'CmdOrCtrl+I', click: () => act('import'), enabled: isEditable },
        { label: 'Read Report…', click: () => act('read-report'), enabled: isOpen },
        { label: 'Export Report…', accelerator: 'CmdOrCtrl+E', click: () => act('report'), enabled: isOpen },
        { type: 'separator' },
        { label: 'Preferences…', accelerator: 'CmdOrCtrl+,', click: () => act('preferences') },
        { label: 'Close Case', accelerator: 'CmdOrCtrl+W', click: () => act('close-case'), enabled: isOpen },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        // Not roles: in a text field the window hands the key to the text, elsewhere it takes back a step of the case.
        {
          label: isEditable && history?.undo ? named('Undo', history.undo) : 'Undo',
          accelerator: 'CmdOrCtrl+Z',
          registerAccelerator: false,
          click: () => act('undo'),
        },
        {
          label: isEditable && history?.redo ? named('Redo', history.redo) : 'Redo',
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
        { label: 'Add Claim', accelerator: 'CmdOrCtrl+N', click: () => act('new-claim'), enabled: isEditable },
        { label: 'Find', accelerator: 'CmdOrCtrl+F', click: () => act('find'), enabled: isOpen },
        { label: 'Command Palette', accelerator: 'CmdOrCtrl+K', click: () => act('palette') },
      ],
    },
    {
      label: '&View',
      submenu: [
        { label: 'Pictures', accelerator: 'CmdOrCtrl+8', click: () => act('pictures'), enabled: isOpen },
        { type: 'separator' },
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

/** Menus take a single "&" for the mark of a letter that picks the item. */
const named = (what: string, step: string): string => `${what}: ${step.replaceAll('&', '&&')}`
