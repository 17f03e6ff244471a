import { Comparison, ScatterPlot, Document, History, Manual, Office, Calendar, Comment } from '@blueprintjs/icons'
import type { ReactElement } from 'react'

export interface Screen {
  readonly path: string
  /** Where its other addresses begin. */
  readonly root: string
  readonly label: string
  readonly icon: ReactElement
  readonly shortcut: string
}

/** The screens, in the order of the rail. */
export const screens: readonly Screen[] = [
  { path: '/claims', root: '/claims', label: 'Claims', icon: <Comment size={18} />, shortcut: 'Mod+1' },
  { path: '/events', root: '/events', label: 'Events', icon: <Calendar size={18} />, shortcut: 'Mod+2' },
  { path: '/sources/actors', root: '/sources', label: 'Sources', icon: <Office size={18} />, shortcut: 'Mod+3' },
  { path: '/notes', root: '/notes', label: 'Notes', icon: <Manual size={18} />, shortcut: 'Mod+4' },
  { path: '/report', root: '/report', label: 'Report', icon: <Document size={18} />, shortcut: 'Mod+5' },
  { path: '/review', root: '/review', label: 'Review', icon: <Comparison size={18} />, shortcut: 'Mod+7' },
  { path: '/history', root: '/history', label: 'History', icon: <History size={18} />, shortcut: 'Mod+6' },
  { path: '/pictures', root: '/pictures', label: 'Pictures', icon: <ScatterPlot size={18} />, shortcut: 'Mod+8' },
]
