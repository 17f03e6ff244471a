import type { Output } from '../../shared/contract.ts'
import { useCall } from './queries.ts'

export type OpenCase = NonNullable<Output<'case.current'>>

/** The open case; null when none is open, undefined until main has answered. */
export const useOpenCase = (): OpenCase | null | undefined => useCall('case.current').data

/** Why the open case cannot be edited, or null when it can. */
export const useReadOnly = (): string | null => useOpenCase()?.readOnly ?? null
