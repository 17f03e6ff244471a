import { ExpectedError, fail, ok, type Result } from '../../../shared/result.ts'
import { hasAnything, isBehind } from './changed.ts'
import { goLast } from '../go-last.ts'
import type { BackupRequest } from './protocol.ts'
import { makeBackup } from './make.ts'
import { restoreBackup } from './restore.ts'

// A program of its own: it may be ended at any moment, which a thread may not while SQLite works. It is told what to do by
// its one argument and answers with one line of JSON.

/** What the runtime gives a program that a window's main process started. */
interface ParentPort {
  readonly once: (event: 'message', listener: () => void) => void
}

/** Milliseconds. */
const longestWait = 30_000

async function carryOut(request: BackupRequest): Promise<unknown> {
  switch (request.type) {
    case 'make': {
      const { casePath, reason, onlyIfBehind } = request
      const isDue = !onlyIfBehind || (isBehind(casePath) && hasAnything(casePath))
      return isDue ? makeBackup(casePath, { reason }) : null
    }
    case 'restore':
      return restoreBackup(request.casePath, request.backupPath)
  }
}

async function answer(): Promise<Result<unknown>> {
  try {
    return ok(await carryOut(JSON.parse(process.argv[2] ?? '') as BackupRequest))
  } catch (error) {
    if (error instanceof ExpectedError) return fail(error.code, error.message)
    return fail('internal', error instanceof Error ? error.message : String(error))
  }
}

goLast('program')
const line = JSON.stringify(await answer())
process.stdout.write(`${line}\n`, () => {
  const { parentPort } = process as { readonly parentPort?: ParentPort }
  if (!parentPort) process.exit()
  // The workbench hears nothing more of a program that has ended: it says when it has read the answer.
  parentPort.once('message', () => process.exit())
  setTimeout(() => process.exit(), longestWait).unref()
})
