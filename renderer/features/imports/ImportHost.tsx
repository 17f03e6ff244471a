import { useMemo, type ReactElement } from 'react'
import { useCommands, type Command } from '../../app/commands.ts'
import { DropZone } from './DropZone.tsx'
import { openImportHistory, pickFile, useImportState } from './import-state.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import { ImportResult } from './ImportResult.tsx'
import { useJobEnds } from './use-job-ends.ts'

/** Asks for a CSV file and shows the import dialog, from anywhere in the window. */
export const openImport = (): void => void pickFile()

/** Mounted once by the frame: the import dialog and the drop zone. */
export function ImportHost(): ReactElement {
  const stage = useImportState((state) => state.stage)
  useJobEnds()
  useCommands(useMemo(() => [historyCommand], []))
  return (
    <>
      <DropZone />
      {stage.kind === 'mapping' && <ImportDialog key={stage.ticket} ticket={stage.ticket} fileName={stage.fileName} />}
      {(stage.kind === 'result' || stage.kind === 'undo') && (
        <ImportResult key={stage.batchId} batchId={stage.batchId} asksUndo={stage.kind === 'undo'} />
      )}
      {stage.kind === 'history' && <ImportHistory />}
    </>
  )
}

const historyCommand: Command = {
  id: 'imports.history',
  label: 'Imports so far…',
  group: 'Case',
  run: openImportHistory,
}
