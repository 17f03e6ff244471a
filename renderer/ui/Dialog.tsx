import { Dialog as BlueprintDialog, DialogBody, DialogFooter } from '@blueprintjs/core'
import type { CSSProperties, FormEvent, KeyboardEvent, ReactElement, ReactNode } from 'react'
import styles from './Dialog.module.css'

export interface DialogProps {
  readonly isOpen: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons at the foot, the main one last. */
  readonly actions?: ReactNode
  /** Left of the buttons: what will happen, or why not yet. */
  readonly foot?: ReactNode
  readonly width?: number
  /** Makes the body a form: Enter submits, in a text of several lines Ctrl+Enter. */
  readonly onSubmit?: () => void
}

/** A dialog over the window; Esc closes it and focus goes back to where it was. */
export function Dialog({ isOpen, title, onClose, children, actions, foot, width = 520, onSubmit }: DialogProps) {
  const style: CSSProperties = { width }
  return (
    <BlueprintDialog isOpen={isOpen} title={title} onClose={onClose} style={style} transitionDuration={0}>
      <Frame {...(onSubmit ? { onSubmit } : {})}>
        <DialogBody className={styles.body ?? ''}>{children}</DialogBody>
        {actions !== undefined && (
          <DialogFooter actions={actions}>
            <span className={styles.foot}>{foot}</span>
          </DialogFooter>
        )}
      </Frame>
    </BlueprintDialog>
  )
}

function Frame({ onSubmit, children }: { onSubmit?: () => void; children: ReactNode }): ReactElement {
  if (!onSubmit) return <>{children}</>
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  const submitByKey = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
  }
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={submitByKey} noValidate>
      {children}
    </form>
  )
}
