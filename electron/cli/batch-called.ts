import type { BatchSummary } from '../../shared/import.ts'
import { ExpectedError } from '../../shared/result.ts'

/** So many characters of an id are taken for its beginning. */
const shortest = 4

/** The import of this id, or the only one that begins so. */
export function batchCalled(batches: readonly BatchSummary[], id: string): BatchSummary {
  const found = batches.filter((batch) => batch.id === id || (id.length >= shortest && batch.id.startsWith(id)))
  const [batch] = found
  if (batch && found.length === 1) return batch
  const what = batch ? `${found.length} imports whose ids begin with ${id}` : `no import ${id}`
  throw new ExpectedError('not-found', `The case has ${what}. ${inWords(batch ? found : batches)}`)
}

const inWords = (batches: readonly BatchSummary[]): string =>
  batches.length === 0
    ? 'It has none.'
    : `Imports:\n${batches.map(({ id, at, fileName }) => `${id}  ${at.slice(0, 16).replace('T', ' ')}  ${fileName}`).join('\n')}`
