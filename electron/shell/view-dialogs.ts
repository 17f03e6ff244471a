import { ExpectedError } from '../../shared/result.ts'
import { ViewsFile, type ViewsFound } from '../../shared/views.ts'
import { readJsonFile } from '../core/json-file.ts'
import { compareViews, viewsFile } from '../core/views/views.ts'
import { openJson, saveJson } from './json-dialogs.ts'
import type { Workbench } from './workbench.ts'

const what = 'Saved views'

/** Asks for a file of views and tells what they would be in the case. */
export async function openViews({ store }: Workbench): Promise<ViewsFound | null> {
  const file = await openJson('Import views', what)
  if (file === null) return null
  const { views } = readJsonFile(ViewsFile, 'file of views', file)
  return { fileName: file.fileName, views: compareViews(await store.ask('views.list', undefined, 'query'), views) }
}

/** Asks where to, and writes all views of the case there. */
export async function exportViews({ store }: Workbench): Promise<string | null> {
  const views = await store.ask('views.list', undefined, 'query')
  if (views.length === 0) throw new ExpectedError('nothing-to-do', 'The case has no saved views yet.')
  return saveJson('Export views', what, 'Views', viewsFile(views))
}
