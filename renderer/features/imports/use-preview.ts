import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Input } from '../../../shared/contract.ts'
import type { FileOptions, Preview } from '../../../shared/import.ts'
import { call, messageOf } from '../../data/call.ts'
import { queryKey } from '../../data/queries.ts'
import type { PlanChoices } from './use-import-plan.ts'
import { useSettled } from '../../ui/use-settled.ts'

/** What an import would come to. */
export interface PreviewState {
  readonly preview: Preview | undefined
  /** Whether what is shown is still by the choices before, or of the first rows where all were asked for. */
  readonly isLooking: boolean
  readonly isAll: boolean
  /** Why the file cannot be imported like this. */
  readonly failure: string | null
  /** Looks at every row from now on, or at the first ones again. */
  readonly setAll: (isAll: boolean) => void
}

interface PreviewRequest {
  readonly ticket: string
  readonly options: FileOptions
  readonly choices: PlanChoices
  /** False while the mapping itself says that nothing can come in. */
  readonly canPlan: boolean
}

const firstLook = 2000

/** The plan by the choices as they are: at first of the first rows, of all of them when a person asks. */
export function usePreview({ ticket, options, choices, canPlan }: PreviewRequest): PreviewState {
  const [isAll, setAll] = useState(false)
  const { keepFile: _, ...plan } = choices.plan(options)
  const { settled, isSettled } = useSettled({ ticket, limit: isAll ? null : firstLook, ...plan }, settleMs)
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: queryKey('imports.preview', settled),
    queryFn: ({ signal }) => look(settled, signal),
    enabled: canPlan && isSettled,
    placeholderData: keepPreviousData,
  })
  return {
    preview: canPlan ? data : undefined,
    isLooking: canPlan && (isPlaceholderData || !isSettled),
    isAll,
    failure: error && canPlan ? messageOf(error) : null,
    setAll,
  }
}

/** A look that nobody waits for any more is ended: the next one need not wait for the rest of a long file. */
function look(request: Omit<Input<'imports.preview'>, 'job'>, signal: AbortSignal): Promise<Preview> {
  const job = crypto.randomUUID()
  signal.addEventListener('abort', () => void call('jobs.cancel', { job }).catch(() => undefined))
  return call('imports.preview', { ...request, job })
}

/** A word that is typed is looked at as a word, not letter by letter. */
const settleMs = 150
