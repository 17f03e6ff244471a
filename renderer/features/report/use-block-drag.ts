import { useState, type DragEvent } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import type { Report } from '../../../shared/report.ts'
import { run } from '../../data/queries.ts'

type Side = 'above' | 'below'

interface Dragging {
  readonly id: BlockId
  /** Where it would go. */
  readonly to: { readonly id: BlockId; readonly side: Side } | null
}

/** What makes a part of a report one that can be dragged, and one that others can be dropped beside. */
export interface BlockDrag {
  readonly mark: Side | null
  readonly handle: {
    readonly draggable?: boolean
    readonly onDragStart?: (event: DragEvent<HTMLElement>) => void
    readonly onDragEnd?: () => void
  }
  readonly card: {
    readonly onDragOver?: (event: DragEvent<HTMLElement>) => void
    readonly onDrop?: (event: DragEvent<HTMLElement>) => void
  }
}

/** Moves the parts of a report by the mouse; keys do the same. */
export function useBlockDrag({ blocks }: Report, isReadOnly: boolean): (id: BlockId) => BlockDrag {
  const [dragging, setDragging] = useState<Dragging | null>(null)
  const over = (id: BlockId, event: DragEvent<HTMLElement>): void => {
    if (!dragging) return
    event.preventDefault()
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const side = event.clientY < top + height / 2 ? 'above' : 'below'
    if (dragging.to?.id !== id || dragging.to.side !== side) setDragging({ ...dragging, to: { id, side } })
  }
  const drop = (event: DragEvent<HTMLElement>): void => {
    if (!dragging?.to) return
    event.preventDefault()
    const { id, to } = dragging
    const at = blocks.findIndex((block) => block.id === to.id) + (to.side === 'below' ? 1 : 0)
    const before = blocks[at]?.id ?? null
    setDragging(null)
    if (before !== id) void run('blocks.move', { id, before })
  }
  return (id) => {
    if (isReadOnly) return { mark: null, handle: {}, card: {} }
    return {
      mark: dragging?.to?.id === id && dragging.id !== id ? dragging.to.side : null,
      handle: {
        draggable: true,
        onDragStart: (event) => {
          const card = event.currentTarget.parentElement
          event.dataTransfer.effectAllowed = 'move'
          // Nothing that a text field would take, should it be dropped there.
          event.dataTransfer.setData('application/x-parallax-part', id)
          if (card) event.dataTransfer.setDragImage(card, 16, 12)
          setDragging({ id, to: null })
        },
        onDragEnd: () => setDragging(null),
      },
      card: { onDragOver: (event) => over(id, event), onDrop: drop },
    }
  }
}
