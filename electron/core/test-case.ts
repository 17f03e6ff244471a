import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from './uuid.ts'
import type { Input, MethodName, Output } from '../../shared/contract.ts'
import { asWriteDb, connect, configure } from '../store/connection.ts'
import { createCaseFile } from '../store/open.ts'
import { initCase } from './cases/handlers.ts'
import { Session } from './session.ts'

/** A real case file in a folder of its own, for tests: calls fail loudly, outputs are checked against the contract. */
export interface TestCase {
  readonly path: string
  readonly folder: string
  readonly session: Session
  readonly call: <M extends MethodName>(name: M, input?: Input<M>) => Promise<Output<M>>
  /** Lets time pass on the case's clock: edits within two seconds are one step. */
  readonly pass: (milliseconds: number) => void
  /** Opens the same file again, as after a restart. */
  readonly reopen: () => TestCase
  readonly remove: () => void
}

export function makeTestCase(title = 'A case'): TestCase {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-test-'))
  const path = join(folder, 'case.parallax')
  createCaseFile(path)
  const db = connect(path, { readOnly: false })
  configure(db, false)
  initCase(asWriteDb(db), { id: uuidv7(), title, question: null, created: new Date().toISOString() })
  db.close()
  return openTestCase(path, folder)
}

function openTestCase(path: string, folder: string): TestCase {
  const bugs: unknown[] = []
  let passed = 0
  const session = new Session({
    path,
    now: () => new Date(Date.now() + passed).toISOString(),
    role: 'writer',
    user: () => 'Ana',
    checkOutput: true,
    onBug: (_name, error) => bugs.push(error),
  })
  const call = async <M extends MethodName>(name: M, input?: Input<M>): Promise<Output<M>> => {
    const { result } = await session.call(name, input)
    if (bugs.length > 0) throw bugs[0]
    if (!result.ok) throw Object.assign(new Error(result.error.message), { code: result.error.code })
    return result.value as Output<M>
  }
  return {
    path,
    folder,
    session,
    call,
    pass: (milliseconds) => void (passed += milliseconds),
    reopen: () => {
      session.close()
      return openTestCase(path, folder)
    },
    remove: () => {
      session.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Throws where the search index is not that of the texts: SQLite's own check of it, which takes a connection that writes. */
export function checkSearchIndex(path: string): void {
  const db = connect(path, { readOnly: false })
  try {
    db.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
  } finally {
    db.close()
  }
}
