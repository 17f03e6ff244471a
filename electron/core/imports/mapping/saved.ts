import { profileOf, type Profile } from '../../../../shared/profile.ts'
import type { BatchSummary, FileOptions, Matching } from '../../../../shared/import.ts'
import { all, sql, type ReadDb } from '../../../store/db.ts'
import { reasonsColumn } from './mapping.ts'
import { profileFor, profileList, shapeOf } from './profiles.ts'

/** A way to import files of one shape that the case knows. */
export interface Saved {
  readonly profile: Profile
  /** Where it comes from, in words. */
  readonly from: string
}

/** A profile that was saved or chosen. */
export const savedProfile = (profile: Profile): Saved => ({ profile, from: `the profile “${profile.name}”` })

/** How files with this header are imported; undefined where the case does not know it. */
export function savedFor(db: ReadDb, header: readonly string[]): Saved | undefined {
  const shape = shapeOf(header)
  const earlier = isMended(header) ? earlierImports(db).find(({ of }) => shapeOf(of) === shape) : undefined
  if (earlier) return earlier
  const profile = profileFor(db, header)
  return profile && savedProfile(profile)
}

/** All ways that may fit a file whose header reads so, or otherwise in another encoding. */
export const savedList = (db: ReadDb, header: readonly string[]): Saved[] => [
  ...(isMended(header) ? earlierImports(db) : []),
  ...profileList(db).map(savedProfile),
]

/** Rows that did not come in come back as the list did which they are from, however few they are. */
const isMended = (header: readonly string[]): boolean => header.includes(reasonsColumn)

/** The imports that rows may be from which were mended; older ones are not looked for. */
const mostEarlier = 100

interface StoredHow {
  readonly fileName: string
  readonly kind: BatchSummary['kind']
  readonly header: string
  readonly mapping: string
  readonly matching: string
  readonly encoding: string
  readonly delimiter: string
}

/** How the lists of earlier imports came in, the newest first. */
function earlierImports(db: ReadDb): (Saved & { readonly of: readonly string[] })[] {
  const rows = all<StoredHow>(
    db,
    sql`SELECT file_name AS fileName, kind, header, mapping, matching, encoding, dialect ->> 'delimiter' AS delimiter
        FROM import_batch ORDER BY num DESC LIMIT ${mostEarlier}`,
  )
  return rows.map(({ fileName, kind, encoding, delimiter, ...json }) => {
    const header = JSON.parse(json.header) as string[]
    const mapping = JSON.parse(json.mapping) as BatchSummary['mapping']
    const { dateOrder, ...matching } = JSON.parse(json.matching) as Matching & Pick<FileOptions, 'dateOrder'>
    const options = { encoding, delimiter, ...(dateOrder && { dateOrder }) }
    const profile = profileOf(fileName, header, { kind, mapping, matching, options })
    return { profile, from: `the import of ${fileName}`, of: header }
  })
}
