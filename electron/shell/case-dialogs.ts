import { basename } from 'node:path'
import type { OpenCase } from '../../shared/case.ts'
import { inWords } from './damaged-case.ts'
import { askToOpen, askToSave } from './dialogs.ts'
import type { Workbench } from './workbench.ts'

const caseFiles = [{ name: 'Parallax case', extensions: ['parallax'] }]

/** Asks for a place and makes a new case there; null when the dialog was cancelled. */
export async function newCase(workbench: Workbench, title?: string): Promise<OpenCase | null> {
  const path = await askToSave('New case', `${title ?? 'New case'}.parallax`, caseFiles)
  return path === null ? null : workbench.create(path, title ?? basename(path, '.parallax'))
}

/** Asks for a case and opens it. */
export async function openCase(workbench: Workbench): Promise<OpenCase | null> {
  const path = await askToOpen('Open a case', caseFiles)
  return path === null ? null : workbench.open(path)
}

/** Asks for a place and saves a verified copy there; answers its file name. */
export async function saveCopy(workbench: Workbench): Promise<string | null> {
  const path = await askToSave('Save a copy', `Copy of ${basename(workbench.store.path)}`, caseFiles)
  if (path === null) return null
  await workbench.store.ask('case.copyTo', { path }, 'query')
  return basename(path)
}

/** Asks for a place, makes a new case there of what can be read of the damaged one, and opens it; answers what came of it. */
export async function recoverCase(workbench: Workbench): Promise<string | null> {
  const damaged = workbench.damaged.path
  const name = `${basename(damaged, '.parallax')} recovered.parallax`
  const path = await askToSave('Recover into a new case', name, caseFiles)
  if (path === null) return null
  const recovery = await workbench.recover(damaged, path)
  await workbench.open(path)
  return inWords(recovery)
}
