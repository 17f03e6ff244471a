import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { ExpectedError } from '../../../../shared/result.ts'
import { ListRows } from './list-rows.ts'
import { buffersOf, mostUnderWay, packLines, type FromReader, type ReaderData } from './protocol.ts'

// A thread that reads one list, so that reading goes on while what was read is stored. Each message of the other side
// asks for one portion more.
if (!parentPort) throw new Error('This module is the entry of a worker thread')
const port = parentPort
const tell = (message: FromReader, given: readonly ArrayBuffer[] = []): void => port.postMessage(message, given)

const credit = { left: mostUnderWay }
port.on('message', () => {
  credit.left += 1
})

try {
  const { request, needsDrafts } = workerData as ReaderData
  const rows = await ListRows.open(request)
  tell({ type: 'facts', facts: rows.facts })
  for await (const { lines, read } of rows.portions()) {
    while (credit.left === 0) await once(port, 'message')
    credit.left -= 1
    const packed = packLines(lines, needsDrafts)
    tell({ type: 'portion', lines: packed, read }, buffersOf(packed))
  }
  await rows.close()
  tell({ type: 'end' })
} catch (error) {
  const isExpected = error instanceof ExpectedError
  const message = error instanceof Error ? error.message : String(error)
  tell({ type: 'failed', error: { code: isExpected ? error.code : 'internal', message } })
} finally {
  port.close()
}
