import { Dialog as BlueprintDialog, DialogBody, DialogFooter } from '@blueprintjs/core'
import {
  useEffect,
  useState,
  type CSSProperties,
  type FormEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react'
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
  /** Keeps one height, whatever is in it: the body lies in a column, and what grows in that takes the space. */
  readonly isTall?: boolean
  /** Makes the body a form: Enter submits, in a text of several lines Ctrl+Enter. */
  readonly onSubmit?: () => void
}

/** Where nothing in the dialog took the focus, its first field gets it, else its main button. */
function enter(dialog: HTMLElement): void {
  if (document.activeElement?.closest('.bp6-dialog')) return
  const [field] = dialog.querySelectorAll<HTMLElement>('.bp6-dialog-body :is(input, select, textarea):not(:disabled)')
  const buttons = dialog.querySelectorAll<HTMLElement>('.bp6-dialog-footer button:not(:disabled)')
  ;(field ?? buttons[buttons.length - 1])?.focus()
}

let opener: Element | null = null

/** What had the focus before the first dialog opened; one that takes the place of another was opened by the same. */
function openerNow(): Element | null {
  if (!document.querySelector('.bp6-dialog')) opener = document.activeElement
  return opener
}

/** Whoever had the focus before gets it again: a dialog that is taken off the screen cannot give it back itself. */
function useFocusBack(): void {
  const [before] = useState(openerNow)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
      })
    },
    [before],
  )
}

/** A dialog over the window; Esc closes it and focus goes back to where it was. */
export function Dialog(props: DialogProps): ReactElement {
  const { isOpen, title, onClose, children, actions, foot, width = 520, isTall = false, onSubmit } = props
  const style: CSSProperties = { width }
  useFocusBack()
  return (
    <BlueprintDialog
      isOpen={isOpen}
      title={title}
      onClose={onClose}
      className={(isTall ? styles.tall : styles.dialog) ?? ''}
      style={style}
      transitionDuration={0}
      onOpened={enter}
      // A click beside a form is no wish to lose what was typed into it.
      canOutsideClickClose={onSubmit === undefined}
    >
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
    // What is typed into a popover of the dialog is none of its fields, though React passes its keys on.
    const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (isOwn && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
  }
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={submitByKey} noValidate>
      {children}
    </form>
  )
}
