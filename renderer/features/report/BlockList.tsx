import { useLayoutEffect, useRef, type ReactElement } from 'react'
import type { Report } from '../../../shared/report.ts'
import { BlockCard } from './BlockCard.tsx'
import { moveBlock } from './report-actions.ts'
import { useBlockDrag } from './use-block-drag.ts'
import { useReportState } from './report-state.ts'

interface BlockListProps {
  readonly report: Report
  readonly isReadOnly: boolean
}

/** The parts of a report in their order. */
export function BlockList({ report, isReadOnly }: BlockListProps): ReactElement {
  const { blocks } = report
  const order = blocks.map(({ id }) => id).join()
  const shownOrder = useRef(order)
  useLayoutEffect(() => {
    if (shownOrder.current === order) return
    shownOrder.current = order
    giveFocusBack()
  })
  const dragOf = useBlockDrag(report, isReadOnly)
  return (
    <ol aria-label="Parts of the report">
      {blocks.map((block, at) => (
        <BlockCard
          key={block.id}
          report={report.id}
          block={block}
          isFirst={at === 0}
          isLast={at === blocks.length - 1}
          isReadOnly={isReadOnly}
          drag={dragOf(block.id)}
          onMove={(step) => void moveBlock(report, block.id, step)}
        />
      ))}
    </ol>
  )
}

function giveFocusBack(): void {
  const { refocus } = useReportState.getState()
  refocus?.focus()
  refocus?.scrollIntoView({ block: 'nearest' })
  useReportState.setState({ refocus: null })
}
