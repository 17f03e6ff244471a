import { useEffect, useState } from 'react'
import { useCall } from '../../data/queries.ts'
import { useOpenCase } from '../../data/use-case.ts'
import { useHasRows } from '../grid/grid-store.ts'

/** How long a case that was opened shows its list before anything is counted. */
const calm = 1000

/** How many pairs nobody has said anything to; counted when the claims have been held against each other. */
export function useWaiting(): number {
  const id = useOpenCase()?.info.id
  const hasRows = useHasRows('claims')
  const [calmCase, setCalmCase] = useState<string>()
  useEffect(() => {
    if (!hasRows) return undefined
    const timer = window.setTimeout(() => setCalmCase(id), calm)
    return () => window.clearTimeout(timer)
  }, [id, hasRows])
  const isCalm = id !== undefined && calmCase === id
  const isBehind = useCall('analysis.status', undefined, { enabled: isCalm }).data?.isBehind ?? true
  return useCall('analysis.findings', waiting, { enabled: isCalm && !isBehind }).data?.total ?? 0
}

/** Asks for the count only. */
export const waiting = { state: 'suggested', start: 0, end: 0 } as const
