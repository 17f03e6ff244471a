import type { ReactElement } from 'react'
import { Mark } from '../../app/Mark.tsx'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { closeSettings } from './settings-state.ts'
import styles from './Settings.module.css'

/** What this program is, which version, and where it keeps its data. */
export function AboutDialog(): ReactElement {
  const { data } = useCall('app.info')
  return (
    <Dialog
      isOpen
      title="About Parallax"
      width={480}
      onClose={closeSettings}
      actions={
        <Button look="primary" autoFocus onClick={closeSettings}>
          Close
        </Button>
      }
    >
      <div className={styles.brand}>
        <Mark />
        <div>
          <p className={styles.name}>Parallax {data?.version}</p>
          <p className={styles.words}>An offline workbench for weighing claims.</p>
        </div>
      </div>
      <dl className={styles.facts}>
        <dt>Network</dt>
        <dd>None. Parallax sends nothing and fetches nothing; every request that is not to itself is cancelled.</dd>
        <dt>Data folder</dt>
        <dd>{data?.folders.data}</dd>
        <dt>Electron</dt>
        <dd>
          {data?.electron}, {data?.platform}
        </dd>
        <dt>Licence</dt>
        <dd>MIT. The typeface is IBM Plex, under the SIL Open Font License 1.1.</dd>
      </dl>
    </Dialog>
  )
}
