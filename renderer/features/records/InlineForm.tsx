import {
  Fragment,
  useEffect,
  useRef,
  type FormEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react'
import { Button } from '../../ui/Button.tsx'
import { DraftLine } from '../drafts/DraftLine.tsx'
import { useKeptWhenLeft, type FormState } from './use-kept-when-left.ts'

export interface InlineFormProps extends FormState {
  readonly saveLabel: string
  readonly className?: string | undefined
  readonly buttonsClass?: string | undefined
  readonly children: ReactNode
}

/** A form in the detail pane. Enter saves once, Cancel drops; Esc and leaving the record keep what was typed. */
export function InlineForm(props: InlineFormProps): ReactElement {
  const { isReady, saveLabel, className, buttonsClass, children } = props
  const form = useRef<HTMLFormElement>(null)
  const isRestored = props.draft.restored !== null
  useEffect(() => (isRestored && form.current ? keepInSight(form.current) : undefined), [isRestored])
  const onClose = (): void => {
    // The form stands where it was opened: the nearest button is the one that did it, or stands in for it.
    const place = form.current?.parentElement
    props.onClose()
    requestAnimationFrame(() => place?.querySelector('button')?.focus())
  }
  const { submit, drop, leave } = useKeptWhenLeft({ ...props, onClose })
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    void submit()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    leave()
  }
  return (
    <form ref={form} className={className} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <DraftLine draft={props.draft} />
      <Fragment key={props.draft.version}>{children}</Fragment>
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

/** Scrolls its pane to the form, and again while what stands above it is on its way, until somebody does something. */
function keepInSight(form: HTMLElement): () => void {
  const observer = new ResizeObserver(() => form.scrollIntoView({ block: 'nearest' }))
  for (const part of form.closest('[data-detail]')?.children ?? [form]) observer.observe(part)
  const acts = ['pointerdown', 'keydown', 'wheel'] as const
  const stop = (): void => {
    observer.disconnect()
    for (const act of acts) window.removeEventListener(act, stop)
  }
  for (const act of acts) window.addEventListener(act, stop, { passive: true })
  return stop
}
