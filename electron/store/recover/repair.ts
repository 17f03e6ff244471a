import { existsSync, renameSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { removePart } from '../backups/parts.ts'
import { asWriteDb, connect } from '../connection.ts'
import { createSchema } from '../migrate.ts'
import { references, wholeStructure } from './diagnose.ts'
import { deriveAll } from './derived.ts'
import { fillCase } from './fill-case.ts'
import { tablesOn, withDamaged } from './damaged.ts'
import { mendPages, readSeal, sealFile } from './seal.ts'
import { copySet, sideFiles } from './tolerant-copy.ts'

export type Repair =
  /** The case is whole, with every record as it was; the damaged set stands aside. */
  | { readonly isWhole: true; readonly aside: string }
  /** Records are met, or may be: the tables, where that is known. Nothing was changed. */
  | { readonly isWhole: false; readonly tables: readonly string[] }

/** Repairs a damaged case on a copy where that can be done without losing anything, and puts the copy in its place. */
export function repairCase(path: string, now: string): Repair {
  const [copy, built] = [`${path}.repair`, `${path}.repair-new`]
  try {
    removePart(copy)
    removePart(built)
    copySet(path, copy)
    const met = mendCopy(copy)
    const isMended = met !== null && met.length === 0 && isSound(copy)
    if (!isMended && !canRebuild(copy, met)) return { isWhole: false, tables: met ?? [] }
    if (!isMended && !(rebuild(copy, built, met === null) && isSound(built)))
      return { isWhole: false, tables: met ?? [] }
    const whole = isMended ? copy : built
    if (readSeal(whole) === undefined) sealFile(whole)
    return { isWhole: true, aside: swap(path, whole, now) }
  } finally {
    removePart(copy)
    removePart(built)
  }
}

/** Computes pages again from the others. Answers the tables that are still met; null where the pages' sums are not known. */
function mendCopy(copy: string): readonly string[] | null {
  const seal = readSeal(copy)
  if (!seal || sideFiles.some((side) => existsSync(copy + side))) return null
  const lost = mendPages(copy, seal)
  return lost.length === 0 ? [] : tablesOn(copy, lost)
}

/** Where only indexes, the search index or unused pages are met, everything can be made again from the tables. */
const canRebuild = (copy: string, met: readonly string[] | null): boolean =>
  met === null ? readSeal(copy) === undefined : met.length === 0

function isSound(path: string): boolean {
  return withDamaged(path, (db) => wholeStructure(db, 1).length + references(db).length === 0) ?? false
}

/**
 * Makes the case again from its tables, whose indexes are not asked. Answers whether every row of them came over as it was;
 * where no sums say so, the texts by which records were found are held against what they are found by now.
 */
function rebuild(source: string, target: string, compareTexts: boolean): boolean {
  const to = connect(target, { readOnly: false, mustExist: false })
  try {
    createSchema(to)
    to.pragma('foreign_keys = OFF')
    const isWhole = withDamaged(source, (from) =>
      to
        .transaction(() => {
          const outcomes = fillCase(from, asWriteDb(to), null)
          if (outcomes.some(({ lost, refused }) => lost + refused > 0)) return false
          deriveAll(asWriteDb(to))
          return !compareTexts || textsAgree(from, to)
        })
        .immediate(),
    )
    return isWhole ?? false
  } finally {
    to.close()
  }
}

/** A text that is not as it was when it was indexed was met by damage, even where all structures hold. */
function textsAgree(from: Database.Database, to: Database.Database): boolean {
  const made = to.prepare('SELECT text FROM search_text WHERE key = ?').pluck()
  try {
    for (const [key, text] of from.prepare('SELECT key, text FROM search_text').raw().iterate() as Iterable<
      [number, string]
    >)
      if (made.get(key) !== text) return false
  } catch {
    // The old texts cannot be read, so that they say nothing.
  }
  return true
}

/** Puts a whole file in the place of a damaged one, which is kept with what stands beside it. */
export function swap(path: string, whole: string, now: string): string {
  const stamp = now.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  const stem = `${path.replace(/\.parallax$/, '')}.damaged-${stamp}`
  let aside = `${stem}.parallax`
  for (let count = 2; existsSync(aside); count++) aside = `${stem}-${count}.parallax`
  for (const side of ['', ...sideFiles]) if (existsSync(path + side)) renameSync(path + side, aside + side)
  try {
    renameSync(whole, path)
  } catch (error) {
    for (const side of ['', ...sideFiles]) if (existsSync(aside + side)) renameSync(aside + side, path + side)
    throw error
  }
  return aside
}
