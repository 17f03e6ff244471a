import { isAscii } from 'node:buffer'
import type { FileOptions } from '../../../shared/import.ts'
import type { Profile } from '../../../shared/profile.ts'
import { ExpectedError } from '../../../shared/result.ts'
import type { ReadDb } from '../../store/db.ts'
import { openList, type ListFile } from './list-file.ts'
import { savedFor, savedList, savedProfile, type Saved } from './mapping/saved.ts'
import { findEncoding } from './text/encodings.ts'

/** A file as it is read, and by what. */
export interface Reading {
  readonly list: ListFile
  /** How such files are imported, where the case knows it. */
  readonly saved: Saved | undefined
  /** What it was read by: said by a person, else saved, else by the metadata beside it. */
  readonly options: FileOptions
}

/** Who says how a file is written; a person goes before what was saved, and that before metadata. */
export interface ReadingSources {
  readonly said: FileOptions
  readonly described: FileOptions
  /** A profile that a person chose; without one, what was saved for the file's header is found. */
  readonly chosen: Profile | undefined
}

/** Opens a list as it was saved that such lists are written. */
export async function openAsSaved(
  db: ReadDb,
  path: string,
  { said, described, chosen }: ReadingSources,
): Promise<Reading> {
  const by = (options: FileOptions): FileOptions => ({ ...described, ...options, ...said })
  if (chosen) {
    const options = by(chosen.options)
    return { list: await openList(path, options), saved: savedProfile(chosen), options }
  }
  const list = await openList(path, by({}))
  const saved = savedFor(db, list.table.shape.header)
  if (saved && isReadBy(list, saved, said)) return { list, saved, options: by(saved.profile.options) }
  for (const other of saved ? [saved] : mayReadOtherwise(db, list, said)) {
    const found = await openBy(db, path, by(other.profile.options), said)
    if (!found) continue
    await list.text.close()
    return { ...found, options: by(found.saved.profile.options) }
  }
  // What was saved of other files with this header does not fit this one; the order of dates is no matter of reading.
  const { dateOrder } = saved?.profile.options ?? {}
  return { list, saved, options: by(dateOrder ? { dateOrder } : {}) }
}

/** The list as it reads by these options, if that shows a header for which just these were saved. */
async function openBy(
  db: ReadDb,
  path: string,
  options: FileOptions,
  said: FileOptions,
): Promise<{ readonly list: ListFile; readonly saved: Saved } | undefined> {
  const list = await openOrNot(path, options)
  if (!list) return undefined
  const saved = savedFor(db, list.table.shape.header)
  if (saved && isReadBy(list, saved, said) && list.text.doubt?.code !== 'does-not-fit') return { list, saved }
  await list.text.close()
  return undefined
}

async function openOrNot(path: string, options: FileOptions): Promise<ListFile | undefined> {
  try {
    return await openList(path, options)
  } catch (error) {
    if (error instanceof ExpectedError) return undefined
    throw error
  }
}

/** Whether a list is read as it was saved, as far as no person says otherwise. A sheet says itself how it is written. */
function isReadBy({ text, table }: ListFile, { profile }: Saved, said: FileOptions): boolean {
  if (text.container === 'xlsx') return true
  const encoding = said.encoding === undefined ? profile.options.encoding : undefined
  const delimiter = said.delimiter === undefined ? profile.options.delimiter : undefined
  const isEncoded = encoding === undefined || findEncoding(encoding) === text.encoding
  return isEncoded && (delimiter === undefined || delimiter === table.dialect.delimiter)
}

/** What was saved by which a file of an unknown header may show a known one; each way to read it is tried once. */
function mayReadOtherwise(db: ReadDb, list: ListFile, said: FileOptions): Saved[] {
  const { text, table } = list
  const { header } = table.shape
  // UTF-8 is known when it is seen, and a header of plain letters reads alike in every encoding.
  const isSure = text.encoding === 'utf-8' || isAscii(Buffer.from(header.join('')))
  const ways = new Map<string, Saved>()
  for (const saved of savedList(db, header)) {
    const { encoding, delimiter } = saved.profile.options
    const way = JSON.stringify([isSure ? null : encoding, delimiter])
    const plain = { ...saved, profile: { ...saved.profile, options: isSure ? { delimiter } : { encoding, delimiter } } }
    if (!ways.has(way) && !isReadBy(list, plain, said)) ways.set(way, saved)
  }
  return [...ways.values()]
}
