import { create } from 'zustand'
import type { ExportFormat } from '../../../shared/exports.ts'
import type { Selection } from '../../../shared/list.ts'
import type { Tlp } from '../../../shared/scales.ts'
import { run } from '../../data/queries.ts'
import { gridStore, viewOf } from '../grid/grid-store.ts'
import { selectedCount, toContract } from '../grid/selection.ts'
import { follow } from '../imports/import-state.ts'
import type { Entity } from '../records/entities.ts'

/** What is to be exported: what is ticked, or else all that the list shows. */
export interface ExportQuestion {
  readonly entity: Entity
  readonly selection: Selection
  /** Null where it is not counted yet. */
  readonly count: number | null
}

interface ExportState {
  readonly question: ExportQuestion | null
  /** What was chosen last. */
  readonly format: ExportFormat
}

export const useExportState = create<ExportState>(() => ({ question: null, format: 'csv' }))

/** Asks in which format what is ticked, or else all that the list shows, is to leave the case. */
export function askToExport(entity: Entity): void {
  const { selection, total } = gridStore(entity).getState()
  const view = viewOf(entity)
  const ticked = toContract(selection, view)
  useExportState.setState({
    question: { entity, selection: ticked ?? { view }, count: ticked ? selectedCount(selection, total) : total },
  })
}

export const closeExportQuestion = (): void => useExportState.setState({ question: null })

/** Asks where to, and goes on in the background. */
export async function startExport(
  { entity, selection }: ExportQuestion,
  format: ExportFormat,
  tlp: Tlp | null,
): Promise<void> {
  useExportState.setState({ question: null, format })
  const started = await run('lists.export', { list: entity, selection, format, tlp })
  if (started) follow({ id: started.job, fileName: started.fileName, at: Date.now() })
}
