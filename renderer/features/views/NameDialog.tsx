import type { ReactElement, ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { closeViewQuestion } from './view-state.ts'

export interface NameDialogProps {
  readonly title: string
  /** What its main button says. */
  readonly action: string
  readonly name: string
  readonly onName: (name: string) => void
  readonly onSubmit: () => void
  readonly foot?: string
  readonly children?: ReactNode
}

/** Asks for the name of a view. */
export function NameDialog({ title, action, name, onName, onSubmit, foot, children }: NameDialogProps): ReactElement {
  const isEmpty = name.trim() === ''
  return (
    <Dialog
      isOpen
      title={title}
      width={440}
      onClose={closeViewQuestion}
      onSubmit={() => !isEmpty && onSubmit()}
      foot={foot}
      actions={
        <>
          <Button onClick={closeViewQuestion}>Cancel</Button>
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
