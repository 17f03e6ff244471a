import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { RecordLink } from '../../../shared/ids.ts'
import { call } from '../../data/call.ts'
import { queryKey } from '../../data/queries.ts'

export type LinkTargets = ReadonlyMap<string, RecordLink | null>

const mostAtOnce = 1000
const none: LinkTargets = new Map()

/** Where the texts of `[[links]]` lead; while a new one is asked for, the known ones stay as they are. */
export function useLinkTargets(targets: readonly string[]): LinkTargets {
  const texts = targets.slice(0, mostAtOnce)
  const { data } = useQuery({
    queryKey: [...queryKey('records.resolve', { texts }), 'by text'],
    queryFn: () => resolve(texts),
    enabled: texts.length > 0,
    placeholderData: keepPreviousData,
  })
  return data ?? none
}

async function resolve(texts: string[]): Promise<LinkTargets> {
  const links = await call('records.resolve', { texts })
  return new Map(texts.map((text, at) => [text, links[at] ?? null]))
}
