import { useState, type DragEvent } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import type { Report } from '../../../shared/report.ts'
import { placeBlock } from './report-actions.ts'

/** What a block needs to be dragged among the others: its handle, itself as a place to drop, and where the mark stands. */
export interface BlockDrag {
  readonly handle: {
    readonly draggable: true
    readonly onDragStart: (event: DragEvent) => void
    readonly onDragEnd: () => void
  }
  readonly place: { readonly onDragOver: (event: DragEvent) => void; readonly onDrop: (event: DragEvent) => void }
  readonly mark: 'above' | 'below' | null
}

/** Where the dragged block would go: ahead of the one at this place; the number of blocks for the end. */
interface Dragged {
  readonly id: BlockId
  readonly to: number | null
}

/** Dragging of the parts of a report. */
export function useDrag({ blocks }: Report): (at: number) => BlockDrag {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const end = (): void => setDragged(null)
  return (at) => ({
    handle: {
      draggable: true,
      onDragStart: (event) => {
        const id = blocks[at]?.id
        if (id === undefined) return
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', '')
        const card = event.currentTarget.closest('li')
        if (card) event.dataTransfer.setDragImage(card, 20, 14)
        setDragged({ id, to: null })
      },
      onDragEnd: end,
    },
    place: {
      onDragOver: (event) => {
        if (dragged === null) return
        event.preventDefault()
        const { top, height } = event.currentTarget.getBoundingClientRect()
        const to = event.clientY < top + height / 2 ? at : at + 1
        if (to !== dragged.to) setDragged({ ...dragged, to })
      },
      onDrop: (event) => {
        event.preventDefault()
        if (dragged !== null && dragged.to !== null) void placeBlock(dragged.id, blocks[dragged.to]?.id ?? null)
        end()
      },
    },
    mark: dragged?.to === at ? 'above' : dragged?.to === at + 1 && at === blocks.length - 1 ? 'below' : null,
  })
}
