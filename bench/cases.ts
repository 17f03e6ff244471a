import Database from 'better-sqlite3'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { sealFile, unseal } from '../electron/store/recover/seal.ts'
import { writeClaims } from './claims-list.ts'
import { costOf, fresh, type Program } from './measure.ts'

// Lists and cases of so many claims in the folder of the benchmark: each is made once, whichever part asks first.

/** The list of so many claims. */
export async function listOf({ folder }: Program, rows: number): Promise<string> {
  const path = join(folder, `claims-${rows}.csv`)
  if (!existsSync(path)) await writeClaims(path, rows)
  return path
}

/** The case into which that list was imported: to be read only, as all parts share it. */
export async function caseOf(program: Program, rows: number): Promise<string> {
  const path = join(program.folder, `claims-${rows}.parallax`)
  if (!existsSync(path)) await importList(program, path, await listOf(program, rows))
  return path
}

/** A copy of that case to change. */
export async function copyOf(program: Program, rows: number): Promise<string> {
  const copy = fresh(program.folder, `copy-${rows}.parallax`)
  copyFileSync(await caseOf(program, rows), copy)
  return copy
}

/** A copy that is at rest as after some time with it: nothing of the analysis is due, which is measured by itself. */
export async function restedCopyOf(program: Program, rows: number): Promise<string> {
  const copy = await copyOf(program, rows)
  unseal(copy)
  const db = new Database(copy)
  db.exec('DELETE FROM analysis_todo')
  db.close()
  sealFile(copy)
  return copy
}

/** Makes a case of a list of claims, as the command line does. */
export async function importList({ node, cli }: Program, path: string, list: string): Promise<void> {
  await costOf(node, [cli, 'new', path])
  await costOf(node, [cli, 'import', path, list])
}
