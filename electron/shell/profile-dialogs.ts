import { ExpectedError } from '../../shared/result.ts'
import { readProfile } from '../core/imports/mapping/profiles.ts'
import { openJson, saveJson } from './json-dialogs.ts'
import type { Workbench } from './workbench.ts'

const what = 'Import profile'

/** Asks for the file of an import profile and keeps it in the case. */
export async function openProfile({ store }: Workbench): Promise<string | null> {
  const file = await openJson('Open an import profile', what)
  if (file === null) return null
  const profile = readProfile(file.text, file.fileName)
  await store.ask('profiles.save', { profile }, 'command')
  return profile.name
}

/** Asks where to, and writes an import profile of the case there. */
export async function exportProfile({ store }: Workbench, name: string): Promise<string | null> {
  const profile = (await store.ask('profiles.list', undefined, 'query')).find((one) => one.name === name)
  if (!profile) throw new ExpectedError('not-found', `The case has no import profile “${name}”.`)
  return saveJson('Export the import profile', what, name, profile)
}
