import { statSync } from 'node:fs'
import { ListRows } from './list-rows.ts'
import type { ReaderData } from './protocol.ts'
import type { RowSource } from './row-source.ts'
import { ThreadRows } from './thread-rows.ts'

/** Below this a thread would take longer to start than the list to be read. */
const shortFile = 2 ** 20

/** Opens a list to read its rows: in a thread beside where there is one (`entry`) and the list is long, else here. */
export const openRows = (data: ReaderData, entry: URL | undefined): Promise<RowSource> =>
  entry !== undefined && (statSync(data.request.path, { throwIfNoEntry: false })?.size ?? 0) > shortFile
    ? ThreadRows.open(entry, data)
    : ListRows.open(data.request)
