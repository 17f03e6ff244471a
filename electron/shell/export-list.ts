import { basename } from 'node:path'
import type { Parsed } from '../../shared/contract.ts'
import { formatFacts } from '../../shared/exports.ts'
import { recordsInWords, remarksOn } from '../core/exports/words.ts'
import { askToSave } from './dialogs.ts'
import { fileNameOf } from './file-name.ts'
import type { Workbench } from './workbench.ts'

/** Asks where to, and writes a list there in the background. */
export async function exportList(
  workbench: Workbench,
  asked: Parsed<'lists.export'>,
): Promise<{ job: string; fileName: string } | null> {
  const { list, format, tlp } = asked
  const { store } = workbench
  const info = await store.ask('case.info', undefined, 'query')
  const { title, extension } = formatFacts[format]
  const path = await askToSave(`Export ${list} as ${title}`, `${fileNameOf(`${info.title} ${list}`)}.${extension}`, [
    { name: title, extensions: [extension] },
  ])
  if (path === null) return null
  const fileName = basename(path)
  const job = workbench.jobs.start('export', `Export ${fileName}`, async (id) => {
    const written = await store.ask('lists.write', { ...asked, path, job: id }, 'query')
    const told = `${recordsInWords(written.rows, format, list)} exported as ${fileName}.`
    return { batch: null, message: [told, ...remarksOn(written, tlp)].join(' ') }
  })
  return { job, fileName }
}
