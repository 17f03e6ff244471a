import { useMemo } from 'react'
import { reportTemplates, templateNames } from '../../../shared/report-templates.ts'
import type { OwnTemplate } from '../../../shared/template-methods.ts'
import { useCommands, type Command } from '../../app/commands.ts'
import { useCall } from '../../data/queries.ts'
import { useOpenCase } from '../../data/use-case.ts'
import { useHasRows } from '../grid/grid-store.ts'
import { newNote } from '../notes/note-actions.ts'
import { newReport, requestExport } from '../report/report-actions.ts'

/** Commands of features that are there on every screen, though the feature itself is not. */
export function useFeatureCommands(): void {
  const open = useOpenCase()
  const isOpen = Boolean(open)
  const isEditable = isOpen && open?.readOnly === null
  const hasRows = useHasRows('claims')
  const own = useCall('templates.list', undefined, { enabled: isEditable && hasRows }).data
  useCommands(
    useMemo(
      () => [...(isOpen ? ofAnyCase : []), ...(isEditable ? [...ofEditableCase, ...byTemplate(own ?? [])] : [])],
      [isOpen, isEditable, own],
    ),
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

/** A report by each template, one's own after Parallax's. */
const byTemplate = (own: readonly OwnTemplate[]): Command[] =>
  [
    ...templateNames.map((name) => ({ name: name as string, words: reportTemplates[name].title.toLowerCase() })),
    ...own.map(({ name }) => ({ name, words: `“${name}”` })),
  ].map(({ name, words }) => ({
    id: `report.new.${name}`,
    label: `New report by template: ${words}`,
    group: 'Add',
    run: () => void newReport(name),
  }))
