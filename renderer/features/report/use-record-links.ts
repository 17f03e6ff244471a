import { useQueries } from '@tanstack/react-query'
import { call } from '../../data/call.ts'
import { queryKey } from '../../data/queries.ts'

export interface ShownRecord {
  readonly id: string
  readonly ref: string | null
  readonly words: string
  readonly isTrashed: boolean
}

/** The words of claims by their ids, in their order; undefined while one is on its way or when it is gone. */
export function useClaimWords(ids: readonly string[]): readonly (ShownRecord | undefined)[] {
  return useQueries({
    queries: ids.map((id) => ({ queryKey: queryKey('claims.get', { id }), queryFn: () => call('claims.get', { id }) })),
    combine: (results) =>
      results.map(
        ({ data }) => data && { id: data.id, ref: data.ref, words: data.statement, isTrashed: data.trashed !== null },
      ),
  })
}

/** The same for events. */
export function useEventWords(ids: readonly string[]): readonly (ShownRecord | undefined)[] {
  return useQueries({
    queries: ids.map((id) => ({ queryKey: queryKey('events.get', { id }), queryFn: () => call('events.get', { id }) })),
    combine: (results) =>
      results.map(
        ({ data }) => data && { id: data.id, ref: data.ref, words: data.title, isTrashed: data.trashed !== null },
      ),
  })
}
