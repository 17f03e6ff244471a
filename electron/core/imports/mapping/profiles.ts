import { Profile } from '../../../../shared/profile.ts'
import { ExpectedError } from '../../../../shared/result.ts'
import { headingKey } from '../../../../shared/text.ts'
import { all, run, sql, value, type ReadDb, type WriteDb } from '../../../store/db.ts'
import { notOfForm, readJsonFile } from '../../json-file.ts'
import { findEncoding } from '../text/encodings.ts'
import { reasonsColumn } from './mapping.ts'

/** The shape of a header: its headings, folded and sorted. The column of reasons of a mended file is none of it. */
export const shapeOf = (header: readonly string[]): string =>
  JSON.stringify(
    header
      .filter((name) => name !== reasonsColumn)
      .map((name) => headingKey(name) || name.trim())
      .sort(),
  )

/** The profiles that a case keeps, by name. */
export const profileList = (db: ReadDb): Profile[] =>
  all<{ profile: string }>(db, sql`SELECT profile FROM import_profile ORDER BY name`).map(({ profile }) =>
    Profile.parse(JSON.parse(profile)),
  )

/** The profile of this name. Throws an ExpectedError when there is none. */
export function profileNamed(db: ReadDb, name: string): Profile {
  const found = value<string>(db, sql`SELECT profile FROM import_profile WHERE name = ${name}`)
  if (found !== undefined) return Profile.parse(JSON.parse(found))
  const names = profileList(db).map((profile) => profile.name)
  const known = names.length === 0 ? 'It has none yet.' : `It has: ${names.join(', ')}.`
  throw new ExpectedError('not-found', `The case has no import profile “${name}”. ${known}`)
}

/** The profile that was saved for files of this header's shape; of several the one whose name comes first. */
export function profileFor(db: ReadDb, header: readonly string[]): Profile | undefined {
  const found = value<string>(
    db,
    sql`SELECT profile FROM import_profile WHERE shape = ${shapeOf(header)} ORDER BY name LIMIT 1`,
  )
  return found === undefined ? undefined : Profile.parse(JSON.parse(found))
}

/** Keeps a profile under its name; one of that name gives way. */
export function saveProfile(db: WriteDb, profile: Profile): void {
  const wrong = unusable(profile)
  if (wrong !== null)
    throw new ExpectedError('invalid-input', `The profile “${profile.name}” cannot be kept: ${wrong}.`)
  const header = profile.columns.map(({ column }) => column)
  run(
    db,
    sql`INSERT INTO import_profile (name, shape, profile) VALUES (${profile.name}, ${shapeOf(header)}, ${JSON.stringify(profile)})
        ON CONFLICT (name) DO UPDATE SET shape = excluded.shape, profile = excluded.profile`,
  )
}

export function removeProfile(db: WriteDb, name: string): void {
  profileNamed(db, name)
  run(db, sql`DELETE FROM import_profile WHERE name = ${name}`)
}

const what = 'import profile'

/** Reads a profile from JSON that came from elsewhere. */
export function readProfile(text: string, fileName: string): Profile {
  const profile = readJsonFile(Profile, what, { text, fileName })
  const wrong = unusable(profile)
  if (wrong !== null) throw notOfForm(fileName, what, wrong)
  return profile
}

/** A file that such a profile is found for could not even be looked at. */
function unusable({ options: { encoding } }: Profile): string | null {
  if (encoding === undefined || findEncoding(encoding) !== undefined) return null
  return `“${encoding}” is no encoding that Parallax knows`
}
