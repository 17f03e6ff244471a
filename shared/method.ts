import { z } from 'zod'

// What the entries of the contract are made of.

/** `store`: runs in a database thread. `shell`: runs in the main process (files, dialogs, window). `internal`: store, never reachable from the window. */
export type Place = 'store' | 'shell' | 'internal'

export interface Method<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends 'query' | 'command' = 'query' | 'command',
  A extends Place = Place,
> {
  readonly kind: K
  readonly at: A
  readonly input: I
  readonly output: O
}

const method =
  <K extends 'query' | 'command', A extends Place>(kind: K, at: A) =>
  <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<I, O, K, A> => ({ kind, at, input, output })

export const query = method('query', 'store')
export const command = method('command', 'store')
export const shellQuery = method('query', 'shell')
export const shellCommand = method('command', 'shell')
export const internalQuery = method('query', 'internal')
export const internalCommand = method('command', 'internal')

export const nothing = z.undefined().or(z.null()).or(z.strictObject({}))
export const done = z.null()
