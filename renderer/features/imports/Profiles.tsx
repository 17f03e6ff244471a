import type { ReactElement } from 'react'
import type { FileOptions, Inspection } from '../../../shared/import.ts'
import { profileOf, type Profile } from '../../../shared/profile.ts'
import { call } from '../../data/call.ts'
import { ask, run, useCall } from '../../data/queries.ts'
import { MenuButton } from '../../ui/Menu.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './ImportDialog.module.css'
import { SaveProfile } from './SaveProfile.tsx'
import type { PlanChoices } from './use-import-plan.ts'

interface ProfilesProps {
  readonly file: Inspection
  readonly options: FileOptions
  readonly onOptions: (options: FileOptions) => void
  readonly choices: PlanChoices
}

/** Where the mapping comes from, and the mappings that are kept under names. */
export function Profiles({ file, options, onOptions, choices }: ProfilesProps): ReactElement {
  const profiles = useCall('profiles.list').data ?? []
  const apply = (profile: Profile): void => {
    const { sheet, entry } = options
    onOptions({ ...profile.options, ...(sheet && { sheet }), ...(entry && { entry }) })
    choices.apply(profile)
  }
  const open = async (): Promise<void> => {
    const name = await run('profiles.open')
    if (!name) return
    // Asked anew: what the window knows of profiles is from before this one came.
    const opened = (await call('profiles.list')).find((profile) => profile.name === name)
    if (opened) apply(opened)
  }
  const save = async (name: string): Promise<void> => {
    const profile = profileOf(name, file.header, choices.plan(options))
    if ((await run('profiles.save', { profile })) === undefined) return
    choices.apply(profile)
    toast({ message: `Files with these columns will be imported by “${name}”.` })
  }
  return (
    <div className={styles.profiles}>
      <span className={styles.fact}>
        Columns by <b>{choices.mappedBy ?? 'names and contents'}</b>
        {choices.isChanged && ', changed'}
      </span>
      <MenuButton
        size="small"
        items={[
          ...profiles.map((profile) => ({
            id: profile.name,
            text: `Use “${profile.name}”`,
            onPick: () => apply(profile),
          })),
          { id: 'reset', text: 'As the file was found', onPick: choices.reset },
          { id: 'open', text: 'Open a profile from a file…', onPick: () => void open() },
          ...(profiles.length > 0 ? (['divider'] as const) : []),
          ...profiles.map(({ name }) => ({
            id: `export ${name}`,
            text: `Export “${name}”…`,
            onPick: () => void exportProfile(name),
          })),
          ...profiles.map(({ name }) => ({
            id: `remove ${name}`,
            text: `Remove “${name}”`,
            onPick: () => void removeProfile(name),
          })),
        ]}
      >
        Profiles
      </MenuButton>
      <SaveProfile onSave={save} />
    </div>
  )
}

async function exportProfile(name: string): Promise<void> {
  const fileName = await run('profiles.export', { name })
  if (fileName) toast({ message: `The profile “${name}” was saved as ${fileName}.` })
}

async function removeProfile(name: string): Promise<void> {
  const profile = (await ask('profiles.list')).find((one) => one.name === name)
  if ((await run('profiles.remove', { name })) === undefined) return
  toast({
    message: `The profile “${name}” was removed. Imports made by it stay.`,
    // Profiles are no records: the history of the case does not bring one back.
    ...(profile && { action: { text: 'Bring it back', onClick: () => void run('profiles.save', { profile }) } }),
  })
}
