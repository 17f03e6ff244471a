import type { ReactElement, ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import styles from './SplitPane.module.css'

export interface SplitPaneProps {
  /** Under this name the sizes are kept. */
  readonly name: string
  readonly children: ReactNode
  /** The second pane; null while it is closed. */
  readonly side: ReactNode | null
  /** Its first width (or height), in pixels or as a share, before anyone moved the line. */
  readonly sideSize?: number | `${number}%`
  readonly sideMin?: number
  readonly mainMin?: number
  readonly direction?: 'horizontal' | 'vertical'
}

/** Two panes with a line between them that can be moved by mouse and by arrow keys; sizes are kept. */
export function SplitPane(props: SplitPaneProps): ReactElement {
  const { name, children, side, sideSize = 400, sideMin = 280, mainMin = 320, direction = 'horizontal' } = props
  const isOpen = side !== null
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `split.${name}`,
    panelIds: isOpen ? ['main', 'side'] : ['main'],
    storage: localStorage,
  })
  return (
    <Group
      orientation={direction}
      className={styles.group}
      defaultLayout={defaultLayout}
      onLayoutChanged={onLayoutChanged}
    >
      <Panel id="main" minSize={`${mainMin}px`} className={styles.panel}>
        {children}
      </Panel>
      {isOpen && (
        <>
          <Separator className={styles[direction]} aria-label="Resize the panes" />
          <Panel
            id="side"
            defaultSize={typeof sideSize === 'number' ? `${sideSize}px` : sideSize}
            minSize={`${sideMin}px`}
            groupResizeBehavior={typeof sideSize === 'number' ? 'preserve-pixel-size' : 'preserve-relative-size'}
            className={styles.panel}
          >
            {side}
          </Panel>
        </>
      )}
    </Group>
  )
}
