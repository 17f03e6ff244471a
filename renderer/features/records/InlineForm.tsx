import { useRef, type FormEvent, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useKeptWhenLeft, type FormState } from './use-kept-when-left.ts'

export interface InlineFormProps extends FormState {
  readonly saveLabel: string
  readonly className?: string | undefined
  readonly buttonsClass?: string | undefined
  readonly children: ReactNode
}

/** A form in the detail pane. Enter saves once, Esc drops; leaving the record keeps what can be kept and says what cannot. */
export function InlineForm(props: InlineFormProps): ReactElement {
  const { isReady, saveLabel, className, buttonsClass, children } = props
  const form = useRef<HTMLFormElement>(null)
  const onClose = (): void => {
    // The form stands where it was opened: the nearest button is the one that did it, or stands in for it.
    const place = form.current?.parentElement
    props.onClose()
    requestAnimationFrame(() => place?.querySelector('button')?.focus())
  }
  const { submit, drop } = useKeptWhenLeft({ ...props, onClose })
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    void submit()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    drop()
  }
  return (
    <form ref={form} className={className} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {children}
      <div className={buttonsClass}>
        <Button size="small" onClick={drop}>
          Cancel
        </Button>
        <Button size="small" look="primary" type="submit" disabled={!isReady}>
          {saveLabel}
        </Button>
      </div>
    </form>
  )
}
