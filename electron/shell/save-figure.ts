import { basename } from 'node:path'
import type { Parsed } from '../../shared/contract.ts'
import { writeWhole } from '../store/write-whole.ts'
import { askToSave } from './dialogs.ts'
import { fileNameOf } from './file-name.ts'

/** Asks where to, and writes a picture there. */
export async function saveFigure({ name, format, content }: Parsed<'figures.save'>): Promise<string | null> {
  const path = await askToSave('Save the picture', `${fileNameOf(name)}.${format}`, [
    { name: format.toUpperCase(), extensions: [format] },
  ])
  if (path === null) return null
  writeWhole(path, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  return basename(path)
}
