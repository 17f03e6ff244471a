import type { ReactElement, ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { TextInput } from './inputs.tsx'

export interface NameDialogProps {
  readonly title: string
  /** What its main button says. */
  readonly action: string
  readonly name: string
  readonly onName: (name: string) => void
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly foot?: string
  readonly children?: ReactNode
}

/** Asks for the name of something that is to be kept. */
export function NameDialog(props: NameDialogProps): ReactElement {
  const { title, action, name, onName, onSubmit, onClose, foot, children } = props
  const isEmpty = name.trim() === ''
  return (
    <Dialog
      isOpen
      title={title}
      width={440}
      onClose={onClose}
      onSubmit={() => !isEmpty && onSubmit()}
      foot={foot}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={isEmpty}>
            {action}
          </Button>
        </>
      }
    >
      <Field label="Name">{(ids) => <TextInput {...ids} value={name} onChange={onName} />}</Field>
      {children}
    </Dialog>
  )
}
