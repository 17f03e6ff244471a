import type { DragEvent } from 'react'
import { RecordLink } from '../../../shared/ids.ts'

const format = 'application/x-parallax-record'

/** What makes an element a record that can be dragged onto another one's relations. */
export const draggableRecord = (
  link: RecordLink,
): { readonly draggable: true; readonly onDragStart: (event: DragEvent) => void } => ({
  draggable: true,
  onDragStart: (event) => {
    event.dataTransfer.setData(format, JSON.stringify(link))
    event.dataTransfer.effectAllowed = 'link'
  },
})

/** Whether a record is dragged; what it is shows only when it is dropped. */
export const isRecordDrag = (event: DragEvent): boolean => event.dataTransfer.types.includes(format)

/** The record that was dropped. */
export function droppedRecord(event: DragEvent): RecordLink | null {
  const text = event.dataTransfer.getData(format)
  return text === '' ? null : RecordLink.parse(JSON.parse(text))
}
