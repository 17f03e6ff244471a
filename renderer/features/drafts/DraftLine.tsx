import type { ReactElement } from 'react'
import { clockTime } from '../../app/time.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './DraftLine.module.css'
import type { DraftOf } from './use-draft.ts'

/** Says above a form that what was typed earlier was filled in, and lets one begin anew. */
export function DraftLine({
  draft: { restored, discard },
}: {
  readonly draft: Pick<DraftOf<object>, 'restored' | 'discard'>
}): ReactElement | null {
  if (restored === null) return null
  return (
    // A click on it leaves no field: a cell's editor would close.
    <p className={styles.line} role="status" onMouseDown={(event) => event.preventDefault()}>
      Restored what you typed {clockTime(restored)}.
      <Button size="small" look="quiet" onClick={discard}>
        Discard
      </Button>
    </p>
  )
}
