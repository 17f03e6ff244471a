import { useState, type ReactElement } from 'react'
import type { KeptView } from '../../../shared/views.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { closeViewQuestion } from './view-state.ts'

/** Asks for another name of a view. */
export function RenameViewDialog({ view }: { readonly view: KeptView }): ReactElement {
  const [name, setName] = useState(view.name)
  const rename = async (): Promise<void> => {
    if (name.trim() !== '' && (await run('views.rename', { id: view.id, name }))) closeViewQuestion()
  }
  return (
    <Dialog
      isOpen
      title="Rename view"
      width={440}
      onClose={closeViewQuestion}
      onSubmit={() => void rename()}
      actions={
        <>
          <Button onClick={closeViewQuestion}>Cancel</Button>
          <Button look="primary" type="submit" disabled={name.trim() === ''}>
            Rename
          </Button>
        </>
      }
    >
      <Field label="Name">{(ids) => <TextInput {...ids} value={name} onChange={setName} />}</Field>
    </Dialog>
  )
}
