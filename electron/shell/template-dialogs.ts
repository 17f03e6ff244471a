import { TemplateFile, type OwnTemplate } from '../../shared/template-methods.ts'
import { readJsonFile } from '../core/json-file.ts'
import { openJson, saveJson } from './json-dialogs.ts'
import type { Workbench } from './workbench.ts'

const what = 'Report template'

/** Asks for a file and reads the template in it; what of it is taken into the case is said afterwards. */
export async function openTemplate(): Promise<{ fileName: string; template: OwnTemplate } | null> {
  const file = await openJson('Read a template', what)
  if (file === null) return null
  const { template } = readJsonFile(TemplateFile, 'report template', file)
  return { fileName: file.fileName, template }
}

/** Asks where to, and writes a template of the case there. */
export async function exportTemplate({ store }: Workbench, name: string): Promise<string | null> {
  const file = await store.ask('templates.file', { name }, 'query')
  return saveJson('Save the template as a file', what, file.template.name, file)
}
