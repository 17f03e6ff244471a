import { statSync } from 'node:fs'
import { ListRows } from './list-rows.ts'
import type { ReadRequest, RowSource } from './row-source.ts'
import { ThreadRows } from './thread-rows.ts'

/** Below this a thread would take longer to start than the list to be read. */
const shortFile = 2 ** 20

/** Opens a list to read its rows: in a thread beside where there is one (`entry`) and the list is long, else here. */
export const openRows = (request: ReadRequest, entry: URL | undefined): Promise<RowSource> =>
  entry !== undefined && (statSync(request.path, { throwIfNoEntry: false })?.size ?? 0) > shortFile
    ? ThreadRows.open(entry, request)
    : ListRows.open(request)
