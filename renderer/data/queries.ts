import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Contract, Input, MethodName, Output } from '../../shared/contract.ts'
import { toastFailure } from '../ui/toast.ts'
import { call, type CallArgs } from './call.ts'
import { queryClient } from './query-client.ts'

type Named<K extends 'query' | 'command'> = {
  [M in MethodName]: Contract[M]['kind'] extends K ? (Contract[M]['at'] extends 'internal' ? never : M) : never
}[MethodName]
export type QueryName = Named<'query'>
export type CommandName = Named<'command'>

export const queryKey = (name: QueryName, input?: unknown): readonly [QueryName, unknown] => [name, input ?? null]

export interface CallOptions {
  /** False waits; for inputs that are not known yet. */
  readonly enabled?: boolean
  /** Shows the last answer while the next one is on its way, so that panes do not flicker. */
  readonly keepPrevious?: boolean
}

/** Asks a query of the contract and keeps its answer until main says that it changed. */
export function useCall<M extends QueryName>(
  name: M,
  input?: Input<M>,
  { enabled = true, keepPrevious = false }: CallOptions = {},
): UseQueryResult<Output<M>> {
  // The type of the answer follows from the method's name alone; the library's own overloads cannot see that.
  return useQuery<unknown>({
    queryKey: queryKey(name, input),
    queryFn: () => call(name, ...([input] as CallArgs<M>)),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<Output<M>>
}

/** The same without React: answers from the cache when the answer still holds. */
export const ask = <M extends QueryName>(name: M, input?: Input<M>): Promise<Output<M>> =>
  queryClient.ensureQueryData<Output<M>>({
    queryKey: queryKey(name, input),
    queryFn: () => call(name, ...([input] as CallArgs<M>)),
  })

/** A command as a mutation; a failure is shown as a toast. */
export function useCommand<M extends CommandName>(name: M): UseMutationResult<Output<M>, Error, Input<M>> {
  return useMutation<Output<M>, Error, Input<M>>({
    mutationFn: (input) => call(name, ...([input] as CallArgs<M>)),
    onError: toastFailure,
  })
}

/** Runs a command; a failure is shown as a toast and answers undefined. */
export async function run<M extends CommandName>(name: M, ...args: CallArgs<M>): Promise<Output<M> | undefined> {
  try {
    return await call(name, ...args)
  } catch (error) {
    toastFailure(error)
    return undefined
  }
}
