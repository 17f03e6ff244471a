import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ExpectedError } from '../../shared/result.ts'
import { readProfile } from '../core/imports/mapping/profiles.ts'
import { explain } from '../store/errors.ts'
import { askToOpen, askToSave } from './dialogs.ts'
import type { Workbench } from './workbench.ts'
import { writeWhole } from '../store/write-whole.ts'

const json = [{ name: 'Import profile', extensions: ['json'] }]

/** Asks for the file of an import profile and keeps it in the case. */
export async function openProfile({ store }: Workbench): Promise<string | null> {
  const path = await askToOpen('Open an import profile', json)
  if (path === null) return null
  const profile = readProfile(textOf(path), basename(path))
  await store.ask('profiles.save', { profile }, 'command')
  return profile.name
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw explain(error, path)
  }
}

/** Asks where to, and writes an import profile of the case there. */
export async function exportProfile({ store }: Workbench, name: string): Promise<string | null> {
  const profile = (await store.ask('profiles.list', undefined, 'query')).find((one) => one.name === name)
  if (!profile) throw new ExpectedError('not-found', `The case has no import profile “${name}”.`)
  const path = await askToSave('Export the import profile', `${name.replace(/[/\\:*?"<>|]+/g, ' ')}.json`, json)
  if (path === null) return null
  writeWhole(path, new TextEncoder().encode(`${JSON.stringify(profile, null, 2)}\n`))
  return basename(path)
}
