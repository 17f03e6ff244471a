import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExpectedError } from '../../../shared/result.ts'
import { initCase } from '../../core/cases/handlers.ts'
import { Session } from '../../core/session.ts'
import { uuidv7 } from '../../core/uuid.ts'
import { asWriteDb, configure, connect } from '../connection.ts'
import { createCaseFile, openCaseFile, type OpenedFile } from '../open.ts'
import { recoverCase } from './salvage.ts'
import { contentTables, quoted } from './tables.ts'

// Damage by the hundred, for the tests and for the reliability run: bytes of a copy are flipped, and it is opened.

/** The ways in which a damaged file may end; a file whose flipped bytes nobody uses is healthy. */
export const ways = ['healthy', 'repaired', 'read-only', 'new'] as const
export type Way = (typeof ways)[number]

/** How one damaged copy ended. */
export interface Ending {
  readonly way: Way
  readonly flipped: number
  /** Records that are not as they were, where it ended healthy or repaired: there must be none. */
  readonly silentlyLost: number
  /** The share of the rows that a new case has again, where one was made. */
  readonly kept: number
}

export interface Damageable {
  readonly folder: string
  readonly path: string
  readonly content: ReadonlyMap<string, string>
}

const now = (): string => '2026-01-02T03:04:05Z'

/** A small real case with lists that were imported, notes, and changes of its own, closed as the program closes it. */
export async function makeDamageable(lists: { readonly claims: string; readonly events: string }): Promise<Damageable> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-flips-'))
  const path = join(folder, 'case.parallax')
  createCaseFile(path)
  await inCase(path, async (call) => {
    for (const [kind, list] of [
      ['events', lists.events],
      ['claims', lists.claims],
    ] as const) {
      const { mappings } = (await call('imports.inspectFile', { path: list })) as { mappings: Record<string, unknown> }
      await call('imports.run', { path: list, kind, mapping: mappings[kind], job: kind })
    }
    for (let at = 0; at < 30; at++)
      await call('notes.create', {
        patch: { title: `Note ${at}`, body: `On [[C0${at % 9}]]: ${'words '.repeat(at * 12)}` },
      })
    await call('case.update', { patch: { question: 'How many, where, since when?' } })
  })
  return { folder, path, content: contentOf(path) }
}

type Call = (name: string, input: unknown) => Promise<unknown>

async function inCase(path: string, work: (call: Call) => Promise<void>): Promise<void> {
  const opened = openCaseFile(path, now)
  const db = connect(path, { readOnly: false })
  configure(db, false)
  initCase(asWriteDb(db), { id: uuidv7(), title: 'Flips', question: null, created: now() })
  db.close()
  const session = new Session({ path, role: 'writer', user: () => 'Ana' })
  try {
    await work(async (name, input) => {
      const { result } = await session.call(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
      return result.value
    })
  } finally {
    session.close()
    opened.release()
  }
}

/** Everything of the case's tables, by table and row. */
function contentOf(path: string): Map<string, string> {
  const db = connect(path, { readOnly: true })
  try {
    const rows = contentTables(db).flatMap(({ name, columns }) =>
      (db.prepare(`SELECT * FROM ${quoted(name)} ORDER BY ${columns.map(quoted).join(', ')}`).all() as object[]).map(
        (row, at): [string, string] => [`${name} ${at}`, JSON.stringify(row)],
      ),
    )
    return new Map(rows)
  } finally {
    db.close()
  }
}

/** Flips 1 to 64 random bytes of a copy, opens it, and follows it to its end. Throws what nobody should ever meet. */
export function flipAndOpen(original: Damageable, seed: number): Ending {
  const folder = join(original.folder, `flip-${seed}`)
  mkdirSync(folder)
  try {
    const path = join(folder, 'case.parallax')
    const flipped = flip(original.path, path, seed)
    const ending = endOf(path, original)
    return { ...ending, flipped }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function flip(from: string, to: string, seed: number): number {
  const next = random(seed)
  const bytes = readFileSync(from)
  const count = 1 + Math.floor(next() * 64)
  for (let at = 0; at < count; at++) {
    const place = Math.floor(next() * bytes.length)
    bytes[place] = (bytes[place] ?? 0) ^ (1 + Math.floor(next() * 255))
  }
  writeFileSync(to, bytes)
  return count
}

function endOf(path: string, original: Damageable): Omit<Ending, 'flipped'> {
  const opened = openOrRefused(path)
  if (opened && opened.readOnly === null) {
    try {
      const way = opened.notice === null ? 'healthy' : 'repaired'
      return { way, silentlyLost: differences(original.content, contentOf(path)), kept: 1 }
    } finally {
      opened.release()
    }
  }
  const kept = recover(path, original) / original.content.size
  return { way: opened ? 'read-only' : 'new', silentlyLost: 0, kept }
}

function openOrRefused(path: string): OpenedFile | null {
  try {
    return openCaseFile(path, now)
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'damaged') return null
    throw error
  }
}

/** What cannot be opened, or only to read, must come to a sound new case, with every loss told. Answers how many rows it has. */
function recover(path: string, original: Damageable): number {
  const damaged = `${path}.kept`
  copyFileSync(path, damaged)
  const out = path.replace('.parallax', '-new.parallax')
  const recovery = recoverCase(damaged, out)
  const opened = openCaseFile(out, now)
  opened.release()
  if (opened.readOnly !== null) throw new Error(`The recovered case can only be read: ${opened.readOnly}`)
  if (!existsSync(recovery.lines)) throw new Error('There is no file of what was read')
  if (!readFileSync(damaged).equals(readFileSync(path))) throw new Error('The damaged file was changed')
  const kept = contentOf(out).size
  const isLossTold = recovery.tables.length === 0 || recovery.lostSettings || hasLosses(recovery)
  if (kept < original.content.size && !isLossTold) throw new Error('Rows were lost and nothing was said')
  return kept
}

const hasLosses = ({ tables, removed, alteredTables }: ReturnType<typeof recoverCase>): boolean =>
  alteredTables.length > 0 || tables.some(({ lost, refused }) => lost + refused > 0) || Object.keys(removed).length > 0

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  const changed = [...before].filter(([row, content]) => after.get(row) !== content).length
  return changed + [...after.keys()].filter((row) => !before.has(row)).length
}

/** The same numbers for the same seed, everywhere (Mulberry32). */
function random(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
