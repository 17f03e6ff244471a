import type { ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { TextDraft } from '../notes/use-text-draft.ts'
import styles from './Block.module.css'

/** Says why a text could not be saved; nothing while it could. */
export function NotSaved({ draft: { state, flush } }: { readonly draft: TextDraft }): ReactElement | null {
  if (state.kind !== 'failed') return null
  return (
    <p className={styles.failed} role="alert">
      Not saved: {state.message}{' '}
      <Button size="small" onClick={flush}>
        Try again
      </Button>
    </p>
  )
}
