/** What an item of the native menu asks the window to do. */
export const menuActions = [
  'new-case',
  'open-case',
  'sample-case',
  'copy-case',
  'backups',
  'close-case',
  'new-claim',
  'import',
  'find',
  'palette',
  'report',
  'read-report',
  'pictures',
  'shortcuts',
  'about',
  'preferences',
  'undo',
  'redo',
] as const
export type MenuAction = (typeof menuActions)[number]
