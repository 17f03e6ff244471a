import { useState, type ReactElement } from 'react'
import type { Preferences } from '../../../shared/case.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { closeSettings } from './settings-state.ts'
import styles from './Settings.module.css'

const themes: readonly { readonly value: Preferences['theme']; readonly label: string }[] = [
  { value: 'system', label: 'as the system' },
  { value: 'light', label: 'light' },
  { value: 'dark', label: 'dark' },
]

/** Choices of the person at this machine. Each counts as soon as it is made. */
export function PreferencesDialog(): ReactElement | null {
  const { data } = useCall('preferences.get')
  return data ? <Open preferences={data} /> : null
}

function Open({ preferences }: { readonly preferences: Preferences }): ReactElement {
  const [userName, setUserName] = useState(preferences.userName)
  const saveName = async (): Promise<void> => {
    if (userName.trim() !== preferences.userName) await run('preferences.set', { userName: userName.trim() })
  }
  const close = (): void => {
    void saveName()
    closeSettings()
  }
  return (
    <Dialog
      isOpen
      title="Preferences"
      width={440}
      onClose={close}
      onSubmit={close}
      actions={
        <Button look="primary" type="submit">
          Done
        </Button>
      }
    >
      <fieldset className={styles.themes}>
        <legend className={styles.legend}>Theme</legend>
        {themes.map(({ value, label }) => (
          <label key={value} className={styles.theme}>
            <input
              type="radio"
              name="theme"
              checked={preferences.theme === value}
              onChange={() => void run('preferences.set', { theme: value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <Field
        label="Your name"
        help="What you change and grade from now on is recorded under it. Earlier changes keep the name they have."
      >
        {(ids) => <TextInput {...ids} value={userName} onChange={setUserName} onBlur={() => void saveName()} />}
      </Field>
    </Dialog>
  )
}
