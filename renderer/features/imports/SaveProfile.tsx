import { useState, type ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { Popover } from '../../ui/Menu.tsx'
import styles from './ImportDialog.module.css'

/** Asks for a name under which the mapping is kept. */
export function SaveProfile({ onSave }: { readonly onSave: (name: string) => Promise<void> }): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  const [name, setName] = useState('')
  const save = (): void => {
    if (name.trim() === '') return
    setIsOpen(false)
    setName('')
    void onSave(name.trim())
  }
  const content = (
    <div className={styles.settings}>
      <Field label="Name of the profile" help="A profile of the same name is replaced.">
        {(ids) => (
          <TextInput
            {...ids}
            value={name}
            onChange={setName}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              save()
            }}
          />
        )}
      </Field>
      <Button size="small" look="primary" disabled={name.trim() === ''} onClick={save}>
        Save the profile
      </Button>
    </div>
  )
  return (
    <Popover isOpen={isOpen} onChange={setIsOpen} content={content} placement="bottom-end">
      <Button size="small">Save as a profile…</Button>
    </Popover>
  )
}
