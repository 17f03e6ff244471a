import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { discard, writeFailure } from './disk.ts'
import { writeWhole } from './write-whole.ts'

interface ReportFiles {
  readonly bytes: Uint8Array
  /** Their names stand for what is in them. */
  readonly pictures: readonly { readonly name: string; readonly svg: string }[]
}

/** The folder of the pictures that a report shows, beside it and called by it. */
export const pictureFolder = (path: string): string => `${basename(path, extname(path))}-pictures`

/** Like the names of pictures, and like nothing that anybody else would put there. */
const pictureName = /^section-\d+-[\w-]{10}\.svg$/

/**
 * Writes a report and the pictures that it shows. The report comes last, and over none of its earlier pictures: if
 * something fails, what was there before is as it was.
 */
export function writeReport(path: string, { bytes, pictures }: ReportFiles): void {
  const folder = join(dirname(path), pictureFolder(path))
  const fresh: string[] = []
  const isNew = pictures.length > 0 && !existsSync(folder)
  try {
    if (isNew) makeFolder(folder)
    for (const { name, svg } of pictures) {
      const picture = join(folder, name)
      const isThere = existsSync(picture)
      // One that is there already shows the same, unless somebody changed it since.
      writeWhole(picture, Buffer.from(svg))
      if (!isThere) fresh.push(picture)
    }
    writeWhole(path, bytes)
  } catch (error) {
    for (const picture of fresh) discard(picture)
    if (isNew) removeEmpty(folder)
    throw error
  }
  if (pictures.length > 0) removeEarlier(folder, new Set(pictures.map(({ name }) => name)))
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    throw writeFailure(error, folder, 'Nothing was written.') ?? error
  }
}

/** Pictures of the report that was written here before, which this one does not show. */
function removeEarlier(folder: string, shown: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) if (pictureName.test(name) && !shown.has(name)) discard(join(folder, name))
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // What failed before is what is told.
  }
}
