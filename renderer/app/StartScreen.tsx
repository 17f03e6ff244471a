import { FolderOpen, History, Plus, Learning } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import { run, useCall } from '../data/queries.ts'
import { openBackupsOf } from '../features/backups/backups-state.ts'
import { Button } from '../ui/Button.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { DamageActions } from './DamageActions.tsx'
import { Mark } from './Mark.tsx'
import styles from './StartScreen.module.css'
import { dayInWords } from './time.ts'

/** What is shown while no case is open. */
export function StartScreen(): ReactElement {
  return (
    <main className={styles.start}>
      <div className={styles.column}>
        <div className={styles.brand}>
          <Mark />
          <div>
            <h1 className={styles.name}>Parallax</h1>
            <p className={styles.motto}>A workbench for weighing claims. Everything stays on this machine.</p>
          </div>
        </div>
        <div className={styles.actions}>
          <Button look="primary" icon={<Plus />} onClick={() => void run('case.new', {})}>
            New case
          </Button>
          <Button icon={<FolderOpen />} onClick={() => void run('case.open')}>
            Open…
          </Button>
          <Button icon={<Learning />} onClick={() => void run('case.openSample')}>
            Sample case
          </Button>
        </div>
        <Refused />
        <p className={styles.help}>
          A case is one file. In it you collect who said what and when, grade it, and write your own assessment.{' '}
          <KeyHint keys="Mod+K" /> finds every command.
        </p>
        <Recent />
      </div>
    </main>
  )
}

/** The case that damage did not let open, and what can be done about it. */
function Refused(): ReactElement | null {
  const offer = useCall('case.refused').data
  if (!offer) return null
  return (
    <div className={styles.refused} role="alert">
      <p className={styles.refusal}>
        <strong>{offer.fileName} was not opened.</strong> {offer.message}
      </p>
      <div className={styles.ways}>
        <DamageActions offer={offer} />
      </div>
    </div>
  )
}

function Recent(): ReactElement | null {
  const recent = useCall('case.recent').data ?? []
  if (recent.length === 0) return null
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className={styles.head}>
        Recent
      </h2>
      <ul className={styles.recent}>
        {recent.map(({ ticket, title, fileName, folder, opened, backups, isMissing }) => (
          <li key={ticket} className={styles.entry}>
            <button
              type="button"
              className={styles.case}
              disabled={isMissing}
              onClick={() => void run('case.openRecent', { ticket })}
            >
              <span className={styles.title}>{title}</span>
              <span className={styles.opened}>{dayInWords(opened)}</span>
              <span className={styles.file}>
                {folder}/{fileName}
                {isMissing && ' is no longer there; its backups are.'}
              </span>
            </button>
            {backups > 0 && (
              <Button
                look="quiet"
                size="small"
                icon={<History size={14} />}
                label={`Backups of ${title}…`}
                onClick={() => openBackupsOf(ticket)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
