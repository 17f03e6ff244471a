import { useMemo } from 'react'
import { useCommands, type Command } from '../../app/commands.ts'
import { useOpenCase } from '../../data/use-case.ts'
import { newNote } from '../notes/note-actions.ts'
import { newReport, requestExport } from '../report/report-actions.ts'

/** Commands of features that are there on every screen, though the feature itself is not. */
export function useFeatureCommands(): void {
  const open = useOpenCase()
  const isOpen = Boolean(open)
  const isEditable = isOpen && open?.readOnly === null
  useCommands(
    useMemo(() => [...(isOpen ? ofAnyCase : []), ...(isEditable ? ofEditableCase : [])], [isOpen, isEditable]),
  )
}

const ofAnyCase: readonly Command[] = [
  {
    id: 'report.export',
    label: 'Export the report…',
    group: 'Report',
    shortcut: 'Mod+E',
    worksInFields: true,
    run: requestExport,
  },
]

const ofEditableCase: readonly Command[] = [
  { id: 'notes.add', label: 'New note', group: 'Add', run: () => void newNote() },
  { id: 'report.add', label: 'New report', group: 'Add', run: () => void newReport() },
]
