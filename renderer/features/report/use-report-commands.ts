import { useMemo } from 'react'
import type { Report } from '../../../shared/report.ts'
import { useCommands, type Command } from '../../app/commands.ts'
import { addBlock, moveBlock, showChecklist } from './report-actions.ts'
import { blockKindOrder, blockKinds } from './block-kinds.ts'
import { askForTemplate, readTemplate } from './template-actions.ts'
import { useReportState } from './report-state.ts'

/** The commands of the report that is shown. */
export function useReportCommands(report: Report, isReadOnly: boolean): void {
  const commands = useMemo(
    () => [togglePreview, beforeItGoesOut, compareVersions(report), ...(isReadOnly ? [] : editing(report))],
    [report, isReadOnly],
  )
  useCommands(commands)
}

const togglePreview: Command = {
  id: 'report.preview',
  label: 'Show or hide the preview of the report',
  group: 'View',
  shortcut: 'Mod+Shift+P',
  worksInFields: true,
  run: () => useReportState.setState(({ hasPreview }) => ({ hasPreview: !hasPreview })),
}

const beforeItGoesOut: Command = {
  id: 'report.checklist',
  label: 'Before it goes out: hold the report against the tradecraft standards',
  group: 'Report',
  run: showChecklist,
}

const compareVersions = ({ exports }: Report): Command => {
  const last = exports.find(({ isKept }) => isKept)?.id ?? null
  return {
    id: 'report.compare-versions',
    label: 'Compare versions of the report',
    group: 'Report',
    isEnabled: () => last !== null,
    run: () => useReportState.setState({ compared: last }),
  }
}

const editing = (report: Report): readonly Command[] => [
  { id: 'report.save-template', label: 'Save the report as a template…', group: 'Report', run: askForTemplate },
  {
    id: 'report.read-template',
    label: 'Read a report template from a file…',
    group: 'Report',
    run: () => void readTemplate(),
  },
  ...([-1, 1] as const).map((step): Command => {
    const way = step < 0 ? 'up' : 'down'
    return {
      id: `report.move-${way}`,
      label: `Move this part of the report ${way}`,
      group: 'Report',
      shortcut: step < 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown',
      worksInFields: true,
      isEnabled: () => activeIn(report) !== undefined,
      run: () => {
        const block = activeIn(report)
        if (block) void moveBlock(report, block.id, step)
      },
    }
  }),
  ...blockKindOrder.map((kind): Command => {
    const { title, empty } = blockKinds[kind]
    return {
      id: `report.add-${kind}`,
      label: `Add to the report: ${title.toLowerCase()}`,
      group: 'Report',
      run: () => void addBlock(report, empty),
    }
  }),
]

const activeIn = ({ blocks }: Report): Report['blocks'][number] | undefined => {
  const { activeBlock } = useReportState.getState()
  return blocks.find(({ id }) => id === activeBlock)
}
