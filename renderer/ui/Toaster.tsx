import { OverlayToaster, Toast } from '@blueprintjs/core'
import { Error as ErrorIcon, InfoSign, WarningSign } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import { dismissToast, useToasts, type ShownToast, type ToastIntent } from './toast.ts'
import styles from './Toaster.module.css'

const icons: Readonly<Record<ToastIntent, ReactElement>> = {
  none: <InfoSign className={styles.plain} />,
  warning: <WarningSign className={styles.warning} />,
  danger: <ErrorIcon className={styles.danger} />,
}

/** Where toasts appear, in the middle at the foot: over neither the first column of a list nor the pane at its right; mounted once. */
export function Toaster(): ReactElement {
  const toasts = useToasts((state) => state.toasts)
  return (
    <OverlayToaster position="bottom" usePortal autoFocus={false}>
      {toasts.map((shown) => (
        <Toast key={shown.id} {...propsOf(shown)} />
      ))}
    </OverlayToaster>
  )
}

const propsOf = ({ id, message, intent = 'none', action, timeout = 6000 }: ShownToast) => ({
  message,
  icon: icons[intent],
  timeout,
  ...(action ? { action } : {}),
  onDismiss: () => dismissToast(id),
})
