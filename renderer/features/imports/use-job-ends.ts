import { useEffect } from 'react'
import type { Output } from '../../../shared/contract.ts'
import { run, useCall } from '../../data/queries.ts'
import { toast } from '../../ui/toast.ts'
import { countsInWords } from './counts-in-words.ts'
import { forget, showResult, useImportState, type StartedJob } from './import-state.ts'

type Job = Output<'jobs.list'>[number]

const atOnceMs = 3000

/** Tells how imports and exports ended that were started here. */
export function useJobEnds(): void {
  const started = useImportState((state) => state.started)
  const { data: jobs } = useCall('jobs.list')
  useEffect(() => {
    for (const one of started) {
      const job = jobs?.find(({ id }) => id === one.id)
      if (!job || job.state === 'running') continue
      forget(one.id)
      tellEnd(one, job)
    }
  }, [started, jobs])
}

function tellEnd({ fileName, at }: StartedJob, { kind, state, batch, message }: Job): void {
  if (kind === 'export') {
    tellExport(fileName, state, message)
  } else if (kind === 'undo') {
    tellUndo(fileName, state, message)
  } else if (state === 'failed') {
    toast({ message: `${fileName} was not imported: ${message ?? ''}`, intent: 'danger', timeout: 0 })
  } else if (batch === null) {
    toast({ message: message ?? `The import of ${fileName} was cancelled.` })
  } else if (Date.now() - at < atOnceMs && useImportState.getState().stage.kind === 'closed') {
    showResult(batch.id)
  } else {
    toast({
      message: `${fileName}: ${countsInWords(batch)}.`,
      intent: batch.rejected > 0 ? 'warning' : 'none',
      timeout: 0,
      action: { text: 'Show', onClick: () => showResult(batch.id) },
    })
  }
}

function tellExport(fileName: string, state: Job['state'], message: string | null): void {
  if (state === 'failed')
    toast({ message: `${fileName} was not written: ${message ?? ''}`, intent: 'danger', timeout: 0 })
  else if (state === 'cancelled') toast({ message: `The export was cancelled: there is no ${fileName}.` })
  else toast({ message: message ?? `Exported as ${fileName}.` })
}

function tellUndo(fileName: string, state: Job['state'], message: string | null): void {
  if (state === 'failed')
    toast({ message: `The import of ${fileName} was not undone: ${message ?? ''}`, intent: 'danger', timeout: 0 })
  else if (state === 'cancelled') toast({ message: `The import of ${fileName} stands as it was.` })
  else
    toast({
      message: message ?? `The import of ${fileName} was undone.`,
      action: { text: 'Bring it back', onClick: () => void run('history.undo') },
    })
}
