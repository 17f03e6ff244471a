import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { ExpectedError } from '../../../../shared/result.ts'
import { goLast } from '../../../store/go-last.ts'
import { ListRows } from './list-rows.ts'
import {
  buffersOf,
  linesInPack,
  mostUnderWay,
  packLines,
  packsInPortion,
  type FromReader,
  type PackedLines,
  type ReaderData,
} from './protocol.ts'

// A thread that reads one list, so that reading goes on while what was read is stored. Each message of the other side
// asks for one portion more.
if (!parentPort) throw new Error('This module is the entry of a worker thread')
const port = parentPort
const tell = (message: FromReader, given: readonly ArrayBuffer[] = []): void => port.postMessage(message, given)

goLast('thread')
const credit = { left: mostUnderWay }
port.on('message', () => {
  credit.left += 1
})

try {
  const { request, needsDrafts } = workerData as ReaderData
  const rows = await ListRows.open(request)
  tell({ type: 'facts', facts: rows.facts })
  let packs: PackedLines[] = []
  let last = 0
  const send = async (): Promise<void> => {
    while (credit.left === 0) await once(port, 'message')
    credit.left -= 1
    tell({ type: 'portion', lines: packs, read: last }, packs.flatMap(buffersOf))
    packs = []
  }
  for await (const { lines, read } of rows.portions(linesInPack)) {
    packs.push(packLines(lines, needsDrafts))
    last = read
    if (packs.length >= packsInPortion) await send()
  }
  if (packs.length > 0) await send()
  await rows.close()
  tell({ type: 'end' })
} catch (error) {
  const isExpected = error instanceof ExpectedError
  const message = error instanceof Error ? error.message : String(error)
  tell({ type: 'failed', error: { code: isExpected ? error.code : 'internal', message } })
} finally {
  port.close()
}
