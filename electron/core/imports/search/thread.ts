import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '../../../store/connection.ts'
import { writeFailure } from '../../../store/disk.ts'
import { goLast } from '../../../store/go-last.ts'
import { explain } from '../../../store/errors.ts'
import { asWriteDb } from '../../../store/connection.ts'
import { StoredIndex, type SearchText } from '../../records/search-text.ts'
import { TextReader } from '../packed-texts.ts'
import type { FromIndexer, ToIndexer } from './protocol.ts'

// A thread that builds a search index in a file of its own, while the case's file is written.
if (!parentPort) throw new Error('This module is the entry of a worker thread')
const port = parentPort
const path = workerData as string
const tell = (message: FromIndexer): void => port.postMessage(message)

goLast('thread')

try {
  const db = connect(path, { readOnly: false, mustExist: false })
  // What fails here fails the import: nothing of it is ever mended, and nothing else is left beside the case.
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  // What is written is hardly read again.
  db.pragma('cache_size = -2000')
  db.exec(`CREATE VIRTUAL TABLE search USING fts5(text, content = '', columnsize = 0, tokenize = 'trigram case_sensitive 1');
    INSERT INTO search (search, rank) VALUES ('hashsize', 8388608), ('automerge', 0), ('crisismerge', 64);
    BEGIN`)
  const index = new StoredIndex(asWriteDb(db))
  port.on('message', (message: ToIndexer) => {
    try {
      if (message.type === 'add') index.add(textsOf(message))
      if (message.type === 'remove') index.remove(message.text)
      if (message.type === 'end') {
        db.exec('COMMIT')
        db.close()
      }
      tell({ type: 'done' })
      if (message.type === 'end') port.close()
    } catch (error) {
      fail(error)
    }
  })
} catch (error) {
  fail(error)
}

function fail(error: unknown): void {
  // The file is made anew: what cannot be opened cannot be written.
  const told = writeFailure(error, path) ?? explain(error, path)
  tell({ type: 'failed', message: told instanceof Error ? told.message : String(told) })
  port.close()
}

function textsOf({ keys, texts }: Extract<ToIndexer, { type: 'add' }>): SearchText[] {
  const reader = new TextReader(texts)
  return Array.from(keys, (key): SearchText => [key, reader.next()])
}
