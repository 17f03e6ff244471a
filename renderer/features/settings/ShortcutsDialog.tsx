import type { ReactElement } from 'react'
import { commandGroups, useCommandList } from '../../app/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { editorShortcuts } from '../notes/editor-shortcuts.ts'
import { closeSettings } from './settings-state.ts'
import styles from './Settings.module.css'

/** The keys of all commands that there are on the present screen. */
export function ShortcutsDialog(): ReactElement {
  const commands = useCommandList().flatMap(({ id, group, label, shortcut }) =>
    shortcut === undefined ? [] : [{ id, group, label, shortcut }],
  )
  const groups = commandGroups.map((group) => ({ title: group, keys: commands.filter((one) => one.group === group) }))
  return (
    <Dialog
      isOpen
      title="Keyboard shortcuts"
      width={720}
      onClose={closeSettings}
      foot="Some belong to one screen and are listed while it is shown."
      actions={
        <Button look="primary" autoFocus onClick={closeSettings}>
          Close
        </Button>
      }
    >
      <div className={styles.groups}>
        {[...groups, { title: 'In a text', keys: editorShortcuts }]
          .filter(({ keys }) => keys.length > 0)
          .map(({ title, keys }) => (
            <section key={title} className={styles.group}>
              <SectionHead title={title} />
              <ul>
                {keys.map(({ id, label, shortcut }) => (
                  <li key={id} className={styles.key}>
                    <span>{label.replace(/…$/, '')}</span>
                    <KeyHint keys={shortcut} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </Dialog>
  )
}
