import { useState, type ReactElement } from 'react'
import type { FileOptions, Inspection } from '../../../shared/import.ts'
import { profileOf } from '../../../shared/profile.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { MenuButton, Popover } from '../../ui/Menu.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './ImportDialog.module.css'
import type { PlanChoices } from './use-import-plan.ts'

interface ProfilesProps {
  readonly file: Inspection
  readonly options: FileOptions
  readonly choices: PlanChoices
}

/** Where the mapping comes from, and the mappings that are kept under names. */
export function Profiles({ file, options, choices }: ProfilesProps): ReactElement {
  const profiles = useCall('profiles.list').data ?? []
  return (
    <div className={styles.profiles}>
      <span className={styles.fact}>
        Columns by <b>{choices.mappedBy ?? 'names and contents'}</b>
      </span>
      <MenuButton
        size="small"
        items={[
          ...profiles.map((profile) => ({
            id: profile.name,
            text: `Use “${profile.name}”`,
            onPick: () => choices.apply(profile),
          })),
          ...(profiles.length > 0 ? (['divider'] as const) : []),
          { id: 'open', text: 'Open a profile from a file…', onPick: () => void openProfile() },
          ...profiles.map(({ name }) => ({
            id: `export ${name}`,
            text: `Export “${name}”…`,
            onPick: () => void run('profiles.export', { name }),
          })),
          ...profiles.map(({ name }) => ({
            id: `remove ${name}`,
            text: `Remove “${name}”`,
            onPick: () => void run('profiles.remove', { name }),
          })),
        ]}
      >
        Profiles
      </MenuButton>
      <SaveProfile
        onSave={async (name) => {
          const plan = choices.plan(options)
          const profile = profileOf(name, file.header, { ...plan, options })
          if ((await run('profiles.save', { profile })) === undefined) return
          choices.apply(profile)
          toast({ message: `Files with these columns will be imported by “${name}”.` })
        }}
      />
    </div>
  )
}

async function openProfile(): Promise<void> {
  const name = await run('profiles.open')
  if (name) toast({ message: `“${name}” is now a profile of this case.` })
}

function SaveProfile({ onSave }: { readonly onSave: (name: string) => Promise<void> }): ReactElement {
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
              if (event.key !== 'Enter') return
              // The dialog's own form must not take it for "Import".
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
    <Popover isOpen={isOpen} onChange={setIsOpen} content={content}>
      <Button size="small">Save as a profile…</Button>
    </Popover>
  )
}
