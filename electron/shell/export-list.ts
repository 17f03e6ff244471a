import { basename } from 'node:path'
import type { Parsed } from '../../shared/contract.ts'
import { escapedInWords } from '../core/exports/csv.ts'
import { askToSave } from './dialogs.ts'
import { fileNameOf } from './file-name.ts'
import type { Workbench } from './workbench.ts'

/** Asks where to, and writes a list there as CSV in the background. */
export async function exportList(
  workbench: Workbench,
  { list, selection }: Parsed<'lists.export'>,
): Promise<{ job: string; fileName: string } | null> {
  const { store } = workbench
  const { info } = await store.ask('case.info', undefined, 'query')
  const path = await askToSave(`Export ${list}`, `${fileNameOf(`${info.title} ${list}`)}.csv`, [
    { name: 'CSV', extensions: ['csv'] },
  ])
  if (path === null) return null
  const fileName = basename(path)
  const job = workbench.jobs.start('export', `Export ${fileName}`, async (id) => {
    const { rows, escaped } = await store.ask('lists.writeCsv', { path, list, selection, job: id }, 'query')
    const written = `${rows.toLocaleString('en-GB')} ${rows === 1 ? list.slice(0, -1) : list} exported as ${fileName}.`
    return { batch: null, message: escaped > 0 ? `${written} ${escapedInWords(escaped)}` : written }
  })
  return { job, fileName }
}
