import { create } from 'zustand'
import { ask, run } from '../../data/queries.ts'
import { toast } from '../../ui/toast.ts'
import { isReport, openEvidence } from '../evidence/evidence-state.ts'

export type ImportStage =
  | { readonly kind: 'closed' | 'history' }
  | { readonly kind: 'mapping'; readonly ticket: string; readonly fileName: string }
  | { readonly kind: 'result' | 'undo'; readonly batchId: string }

export interface StartedJob {
  readonly id: string
  readonly fileName: string
  /** Milliseconds since 1970: what ends at once is shown at once, what takes longer is told in a corner. */
  readonly at: number
}

interface ImportState {
  readonly stage: ImportStage
  /** Imports that run and whose end is to be told. */
  readonly started: readonly StartedJob[]
}

/** Where an import stands, from the choice of the file to its result. */
export const useImportState = create<ImportState>(() => ({ stage: { kind: 'closed' }, started: [] }))

export const setStage = (stage: ImportStage): void => useImportState.setState({ stage })
export const closeImport = (): void => setStage({ kind: 'closed' })
export const showResult = (batchId: string): void => setStage({ kind: 'result', batchId })
/** Asks before an import is taken back, with what was edited since. */
export const askUndo = (batchId: string): void => setStage({ kind: 'undo', batchId })
export const openImportHistory = (): void => setStage({ kind: 'history' })

/** Asks for a CSV file and shows how its columns would come in. */
export async function pickFile(): Promise<void> {
  const picked = await run('imports.pick')
  if (picked) setStage({ kind: 'mapping', ...picked })
}

/** Takes a file that was dropped on the window. */
export async function takeFile(files: FileList): Promise<void> {
  const [file, ...others] = files
  if (!file) return
  const open = await ask('case.current')
  if (open?.readOnly) {
    toast({ message: `Nothing was imported: the case is read-only. ${open.readOnly}`, intent: 'warning' })
    return
  }
  if (others.length > 0) toast({ message: `One file at a time: this is ${file.name}. Drop the others after it.` })
  const dropped = await run('imports.drop', {}, file)
  if (!dropped) return
  if (isReport(dropped.fileName)) openEvidence(dropped)
  else setStage({ kind: 'mapping', ...dropped })
}

/** Remembers a job whose end is to be told. */
export const follow = (job: StartedJob): void =>
  useImportState.setState(({ started }) => ({ started: [...started, job] }))

export const forget = (id: string): void =>
  useImportState.setState(({ started }) => ({ started: started.filter((job) => job.id !== id) }))
