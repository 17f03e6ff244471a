import { setTimeout } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { uuidv7 } from '../core/uuid.ts'
import { ExpectedError, type Failure } from '../../shared/result.ts'
import { Session } from '../core/session.ts'
import { openCaseOrBackup } from './backups/compare.ts'
import { goLast } from './go-last.ts'
import { makeCase } from './make-case.ts'
import { untouched, type OpenedFile } from './open.ts'
import { problemIn } from './recover/examine.ts'
import { recoverCase } from './recover/salvage.ts'
import type { Closing, FromThread, ToThread } from './protocol.ts'

// A database thread: it holds one connection to one case, so that the window never waits for SQLite.
if (!parentPort) throw new Error('This module is the entry of a worker thread')
const port = parentPort
const tell = (message: FromThread): void => port.postMessage(message)

const cancelled = new Set<string>()
let session: Session | undefined
let file: OpenedFile | undefined
let user = ''

port.on('message', (message: ToThread) => {
  try {
    handle(message)
  } catch (error) {
    tell({ type: 'failed', error: toFailure(error) })
  }
})

function handle(message: ToThread): void {
  switch (message.type) {
    case 'create':
      return create(message)
    case 'open':
      return open(message)
    case 'check':
      goLast('thread')
      return tell({ type: 'checked', problem: problemIn(message.path) })
    case 'recover':
      return tell({ type: 'recovered', recovery: recoverCase(message.path, message.out) })
    case 'call':
      return void call(message)
    case 'user':
      user = message.user
      return
    case 'cancel':
      cancelled.add(message.job)
      return
    case 'close':
      return void close(message).catch((error: unknown) => tell({ type: 'failed', error: toFailure(error) }))
  }
}

function create({ path, title, question }: Extract<ToThread, { type: 'create' }>): void {
  makeCase(path, { id: uuidv7(), title, question, created: new Date().toISOString() })
  tell({ type: 'created' })
}

function open(message: Extract<ToThread, { type: 'open' }>): void {
  user = message.user
  if (message.goesLast) goLast('thread')
  // Only the writer takes the lock; the reader is told which path to read.
  file = message.role === 'writer' ? openCaseOrBackup(message.path, () => new Date().toISOString()) : undefined
  const role = message.role === 'reader' || file?.readOnly ? 'reader' : 'writer'
  session = new Session({
    path: file?.path ?? message.path,
    role,
    user: () => user,
    checkOutput: message.checkOutput,
    threads: {
      reader: new URL('./list-reader.js', import.meta.url),
      indexer: new URL('./search-indexer.js', import.meta.url),
    },
    onProgress: (job, how) => tell({ type: 'progress', job, how }),
    isCancelled: (job) => cancelled.has(job),
    onBug: tellBug,
  })
  const { path, readOnly, notice, isDamaged, isCheckDue } = file ?? { ...untouched, path: message.path, readOnly: null }
  tell({ type: 'opened', path, readOnly, notice, isDamaged, isCheckDue })
}

function tellBug(name: string, error: unknown): void {
  tell({ type: 'bug', name, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}

async function call({ id, name, input }: Extract<ToThread, { type: 'call' }>): Promise<void> {
  if (!session) throw new Error('The thread has no case open')
  const { result, topics } = await session.call(name, input)
  tell({ type: 'answer', id, result, topics })
}

/** A job that was asked to end takes its changes back first; a command that is being carried out is waited for. What fails is told: every change is in the file or in its log, which the next opening takes up. */
async function close({ until, isSound }: Closing): Promise<void> {
  const isLate = (): boolean => Date.now() >= until
  try {
    await Promise.race([session?.settled(), setTimeout(Math.max(0, until - Date.now()))])
    session?.close()
  } finally {
    file?.release({ isSound, isLate })
  }
  tell({ type: 'closed' })
}

const toFailure = (error: unknown): Failure =>
  error instanceof ExpectedError
    ? { code: error.code, message: error.message }
    : { code: 'internal', message: error instanceof Error ? error.message : String(error) }
