import { useState, type ReactElement } from 'react'
import type { KeptView } from '../../../shared/views.ts'
import { run } from '../../data/queries.ts'
import { NameDialog } from '../../ui/NameDialog.tsx'
import { closeViewQuestion } from './view-state.ts'

/** Asks for another name of a view. */
export function RenameViewDialog({ view }: { readonly view: KeptView }): ReactElement {
  const [name, setName] = useState(view.name)
  const rename = async (): Promise<void> => {
    if (await run('views.rename', { id: view.id, name })) closeViewQuestion()
  }
  return (
    <NameDialog
      title="Rename view"
      action="Rename"
      name={name}
      onName={setName}
      onSubmit={() => void rename()}
      onClose={closeViewQuestion}
    />
  )
}
