import type { ReactElement, ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import styles from './NotesScreen.module.css'

interface NotePanesProps {
  readonly list: ReactNode
  readonly note: ReactNode
}

/** The list beside the note; the list keeps its width when the window changes. */
export function NotePanes({ list, note }: NotePanesProps): ReactElement {
  const layout = useDefaultLayout({ id: 'split.notes', panelIds: ['list', 'note'], storage: localStorage })
  return (
    <Group orientation="horizontal" className={styles.group} {...layout}>
      <Panel
        id="list"
        defaultSize="280px"
        minSize="200px"
        maxSize="480px"
        groupResizeBehavior="preserve-pixel-size"
        className={styles.panel}
      >
        {list}
      </Panel>
      <Separator className={styles.line} aria-label="Resize the list of notes" />
      <Panel id="note" minSize="400px" className={styles.panel}>
        {note}
      </Panel>
    </Group>
  )
}
