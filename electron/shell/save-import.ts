import { basename, extname } from 'node:path'
import type { BatchSummary } from '../../shared/import.ts'
import { ExpectedError } from '../../shared/result.ts'
import { askToSave } from './dialogs.ts'
import type { Workbench } from './workbench.ts'
import { writeWhole } from '../store/write-whole.ts'

export async function batchOf({ store }: Workbench, id: BatchSummary['id']): Promise<BatchSummary> {
  const batch = (await store.ask('imports.list', undefined, 'query')).find((one) => one.id === id)
  if (!batch) throw new ExpectedError('not-found', 'This import is not in the case that is open now.')
  return batch
}

/** Asks where to, and writes the rows of an import that did not come in. */
export async function saveRejects(workbench: Workbench, id: BatchSummary['id']): Promise<string | null> {
  const { fileName } = await batchOf(workbench, id)
  const path = await askToSave('Save the rows that did not come in', `${plainName(fileName)} to mend.csv`, [
    { name: 'CSV', extensions: ['csv'] },
  ])
  if (path === null) return null
  writeWhole(path, await workbench.store.ask('imports.rejects', { batch: id }, 'query'))
  return basename(path)
}

/** Asks where to, and writes the file of an import as it was. */
export async function saveFile(workbench: Workbench, id: BatchSummary['id']): Promise<string | null> {
  const { fileName } = await batchOf(workbench, id)
  const path = await askToSave('Save the imported file', fileName.split(' › ')[0] ?? fileName, [
    { name: 'All files', extensions: ['*'] },
  ])
  if (path === null) return null
  writeWhole(path, await workbench.store.ask('imports.keptFile', { batch: id }, 'query'))
  return basename(path)
}

/** "list" of "list.csv" and of "archive.zip › list.csv". */
function plainName(fileName: string): string {
  const last = fileName.split(' › ').at(-1) ?? fileName
  return basename(last, extname(last))
}
