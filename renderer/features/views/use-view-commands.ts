import { useMemo } from 'react'
import { useCommands, type Command } from '../../app/commands.ts'
import { useCall } from '../../data/queries.ts'
import { useOpenCase } from '../../data/use-case.ts'
import { useHasRows } from '../grid/grid-store.ts'
import { applyView, exportViews, importViews } from './view-actions.ts'

/** The saved views of all lists for the palette, and how to take them to another case. */
export function useViewCommands(): void {
  const open = useOpenCase()
  const isOpen = Boolean(open)
  const canEdit = isOpen && open?.readOnly === null
  const hasRows = useHasRows('claims')
  const views = useCall('views.list', undefined, { enabled: isOpen && hasRows }).data
  const commands = useMemo((): readonly Command[] => {
    if (!isOpen) return []
    return [
      ...(views ?? []).map((view): Command => ({
        id: `view.${view.id}`,
        label: `View “${view.name}” of ${view.list}`,
        group: 'View',
        run: () => void applyView(view),
      })),
      { id: 'views.export', label: 'Export views…', group: 'View', run: () => void exportViews() },
      ...(canEdit
        ? [{ id: 'views.import', label: 'Import views…', group: 'View', run: () => void importViews() } as const]
        : []),
    ]
  }, [isOpen, canEdit, views])
  useCommands(commands)
}
